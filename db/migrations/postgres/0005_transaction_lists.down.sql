drop index "Transactions_tenantId_contactId_date_index";
--> statement-breakpoint
drop index "Transactions_tenantId_status_date_index";
--> statement-breakpoint
drop index "Transactions_tenantId_type_date_index";
--> statement-breakpoint
drop index "Transactions_tenantId_updatedAt_index";
--> statement-breakpoint
drop index "Transactions_tenantId_amount_index";
--> statement-breakpoint
create index "Transactions_tenantId_contactId_index" on "Transactions" ("tenantId", "contactId");
