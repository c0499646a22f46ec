drop index "AuditLogs_organisationId_createdAt_index";
--> statement-breakpoint
drop index "AuditLogs_installation_sequence_unique";
--> statement-breakpoint
drop index "AuditLogs_tenantId_createdAt_index";
--> statement-breakpoint
drop table "AuditChains";
