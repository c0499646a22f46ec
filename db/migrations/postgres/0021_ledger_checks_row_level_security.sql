grant select, insert, update, delete on "LedgerChecks" to daybook_app;
--> statement-breakpoint
alter table "LedgerChecks" enable row level security;
--> statement-breakpoint
alter table "LedgerChecks" force row level security;
--> statement-breakpoint
create policy "LedgerChecks_scope" on "LedgerChecks" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
