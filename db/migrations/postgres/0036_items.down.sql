alter table "TransactionLines" drop column "discountAmount";
--> statement-breakpoint
alter table "TransactionLines" drop column "discountRate";
--> statement-breakpoint
alter table "TransactionLines" drop column "itemCode";
--> statement-breakpoint
drop table "Items";
--> statement-breakpoint
delete from "CursorStates" where "objectType" = 'Items';
--> statement-breakpoint
alter table "CursorStates" drop constraint "CursorStates_objectType_known";
--> statement-breakpoint
alter table "CursorStates" add constraint "CursorStates_objectType_known" check ("CursorStates"."objectType" in ('Organisation', 'Accounts', 'TaxRates', 'TrackingCategories', 'Contacts', 'Invoices', 'CreditNotes', 'BankTransactions', 'Prepayments', 'Overpayments', 'BankTransfers', 'Payments', 'BatchPayments', 'ManualJournals', 'Budgets', 'Journals', 'TrialBalance'));
