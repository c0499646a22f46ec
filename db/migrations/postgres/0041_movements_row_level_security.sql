grant select, insert, update, delete on "DailyMovements" to daybook_app;
--> statement-breakpoint
alter table "DailyMovements" enable row level security;
--> statement-breakpoint
alter table "DailyMovements" force row level security;
--> statement-breakpoint
create policy "DailyMovements_scope" on "DailyMovements" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "ContactMovements" to daybook_app;
--> statement-breakpoint
alter table "ContactMovements" enable row level security;
--> statement-breakpoint
alter table "ContactMovements" force row level security;
--> statement-breakpoint
create policy "ContactMovements_scope" on "ContactMovements" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
