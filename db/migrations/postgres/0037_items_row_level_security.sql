grant select, insert, update, delete on "Items" to daybook_app;
--> statement-breakpoint
alter table "Items" enable row level security;
--> statement-breakpoint
alter table "Items" force row level security;
--> statement-breakpoint
create policy "Items_scope" on "Items" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
