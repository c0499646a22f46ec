drop statistics "Transactions_reconciliation";
--> statement-breakpoint
drop index "Transactions_unreconciled_index";
--> statement-breakpoint
create index "Transactions_tenantId_status_isReconciled_index" on "Transactions" ("tenantId", "status", "isReconciled", "type", "date");
