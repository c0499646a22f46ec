grant select, insert, update, delete on "ReportDefinitions" to daybook_app;
--> statement-breakpoint
alter table "ReportDefinitions" enable row level security;
--> statement-breakpoint
alter table "ReportDefinitions" force row level security;
--> statement-breakpoint
create policy "ReportDefinitions_scope" on "ReportDefinitions" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
