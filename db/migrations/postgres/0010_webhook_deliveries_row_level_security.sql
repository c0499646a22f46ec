-- What happens to an organisation is also told by the system doors: a sync that ends, a sign-in that Xero no longer takes.
drop policy "Webhooks_scope" on "Webhooks";
--> statement-breakpoint
create policy "Webhooks_scope" on "Webhooks" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "WebhookEvents" to daybook_app;
--> statement-breakpoint
alter table "WebhookEvents" enable row level security;
--> statement-breakpoint
alter table "WebhookEvents" force row level security;
--> statement-breakpoint
create policy "WebhookEvents_scope" on "WebhookEvents" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "Events" to daybook_app;
--> statement-breakpoint
alter table "Events" enable row level security;
--> statement-breakpoint
alter table "Events" force row level security;
--> statement-breakpoint
create policy "Events_scope" on "Events" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
grant select, insert, update, delete on "WebhookDeliveries" to daybook_app;
--> statement-breakpoint
alter table "WebhookDeliveries" enable row level security;
--> statement-breakpoint
alter table "WebhookDeliveries" force row level security;
--> statement-breakpoint
create policy "WebhookDeliveries_scope" on "WebhookDeliveries" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
--> statement-breakpoint
-- Answers are kept encrypted from now on; those of the last day that are not cannot be given again.
truncate "IdempotencyKeys";
