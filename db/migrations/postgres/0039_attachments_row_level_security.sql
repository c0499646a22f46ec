grant select, insert, update, delete on "Attachments" to daybook_app;
--> statement-breakpoint
alter table "Attachments" enable row level security;
--> statement-breakpoint
alter table "Attachments" force row level security;
--> statement-breakpoint
create policy "Attachments_scope" on "Attachments" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
