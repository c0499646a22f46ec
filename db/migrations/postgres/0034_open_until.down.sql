drop index "Transactions_tenantId_openUntil_index";
--> statement-breakpoint
alter table "Transactions" drop column "openUntil";
