drop table "BudgetLines";
--> statement-breakpoint
drop table "Budgets";
--> statement-breakpoint
delete from "CursorStates" where "objectType" = 'Budgets';
--> statement-breakpoint
alter table "CursorStates" drop constraint "CursorStates_objectType_known";
--> statement-breakpoint
alter table "CursorStates" add constraint "CursorStates_objectType_known" check ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Journals', 'TrialBalance'));
