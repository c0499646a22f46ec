grant select, insert, update, delete on "BatchPayments" to daybook_app;
--> statement-breakpoint
alter table "BatchPayments" enable row level security;
--> statement-breakpoint
alter table "BatchPayments" force row level security;
--> statement-breakpoint
create policy "BatchPayments_scope" on "BatchPayments" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
