alter table "Transactions" drop column "batchXeroId";
--> statement-breakpoint
drop table "BatchPayments";
--> statement-breakpoint
delete from "CursorStates" where "objectType" = 'BatchPayments';
--> statement-breakpoint
alter table "CursorStates" drop constraint "CursorStates_objectType_known";
--> statement-breakpoint
alter table "CursorStates" add constraint "CursorStates_objectType_known" check ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'));
