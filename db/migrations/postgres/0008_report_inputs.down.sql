drop index "Reports_tenantId_inputsHash_index";
--> statement-breakpoint
alter table "Reports" drop column "inputsHash";
