grant select, insert, update, delete on "Budgets" to daybook_app;
--> statement-breakpoint
alter table "Budgets" enable row level security;
--> statement-breakpoint
alter table "Budgets" force row level security;
--> statement-breakpoint
create policy "Budgets_scope" on "Budgets" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on "BudgetLines" to daybook_app;
--> statement-breakpoint
alter table "BudgetLines" enable row level security;
--> statement-breakpoint
alter table "BudgetLines" force row level security;
--> statement-breakpoint
create policy "BudgetLines_scope" on "BudgetLines" using ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[])) with check ("tenantId" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]));
