drop index "Transactions_unreconciled_index";
--> statement-breakpoint
create index "Transactions_tenantId_status_isReconciled_index" on "Transactions" ("tenantId", "status", "isReconciled", "type", "date");
--> statement-breakpoint
drop table "ContactMovements";
--> statement-breakpoint
drop table "DailyMovements";
--> statement-breakpoint
drop index "Transactions_tenantId_openUntil_index";
--> statement-breakpoint
alter table "Transactions" drop column "openUntil";
