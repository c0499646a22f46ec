grant select, insert, update, delete on "KpiTargets" to daybook_app;
--> statement-breakpoint
alter table "KpiTargets" enable row level security;
--> statement-breakpoint
alter table "KpiTargets" force row level security;
--> statement-breakpoint
create policy "KpiTargets_scope" on "KpiTargets" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "AlertRules" to daybook_app;
--> statement-breakpoint
alter table "AlertRules" enable row level security;
--> statement-breakpoint
alter table "AlertRules" force row level security;
--> statement-breakpoint
create policy "AlertRules_scope" on "AlertRules" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "Alerts" to daybook_app;
--> statement-breakpoint
alter table "Alerts" enable row level security;
--> statement-breakpoint
alter table "Alerts" force row level security;
--> statement-breakpoint
create policy "Alerts_scope" on "Alerts" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
