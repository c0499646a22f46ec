grant select, insert, update, delete on "AlertReaders" to daybook_app;
--> statement-breakpoint
alter table "AlertReaders" enable row level security;
--> statement-breakpoint
alter table "AlertReaders" force row level security;
--> statement-breakpoint
create policy "AlertReaders_scope" on "AlertReaders" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
