drop index "Transactions_tenantId_status_isReconciled_index";
--> statement-breakpoint
drop index "Allocations_tenantId_date_index";
--> statement-breakpoint
drop index "Reports_tenantId_createdAt_index";
--> statement-breakpoint
drop index "Reports_tenantId_type_dataVersion_index";
--> statement-breakpoint
create index "Reports_tenantId_type_index" on "Reports" ("tenantId", "type");