drop policy "BudgetLines_scope" on "BudgetLines";
--> statement-breakpoint
alter table "BudgetLines" no force row level security;
--> statement-breakpoint
alter table "BudgetLines" disable row level security;
--> statement-breakpoint
revoke all on "BudgetLines" from daybook_app;
--> statement-breakpoint
drop policy "Budgets_scope" on "Budgets";
--> statement-breakpoint
alter table "Budgets" no force row level security;
--> statement-breakpoint
alter table "Budgets" disable row level security;
--> statement-breakpoint
revoke all on "Budgets" from daybook_app;
