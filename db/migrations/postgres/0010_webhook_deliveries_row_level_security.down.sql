drop policy "WebhookDeliveries_scope" on "WebhookDeliveries";
--> statement-breakpoint
alter table "WebhookDeliveries" no force row level security;
--> statement-breakpoint
alter table "WebhookDeliveries" disable row level security;
--> statement-breakpoint
revoke all on "WebhookDeliveries" from daybook_app;
--> statement-breakpoint
drop policy "Events_scope" on "Events";
--> statement-breakpoint
alter table "Events" no force row level security;
--> statement-breakpoint
alter table "Events" disable row level security;
--> statement-breakpoint
revoke all on "Events" from daybook_app;
--> statement-breakpoint
drop policy "WebhookEvents_scope" on "WebhookEvents";
--> statement-breakpoint
alter table "WebhookEvents" no force row level security;
--> statement-breakpoint
alter table "WebhookEvents" disable row level security;
--> statement-breakpoint
revoke all on "WebhookEvents" from daybook_app;
--> statement-breakpoint
drop policy "Webhooks_scope" on "Webhooks";
--> statement-breakpoint
create policy "Webhooks_scope" on "Webhooks" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
