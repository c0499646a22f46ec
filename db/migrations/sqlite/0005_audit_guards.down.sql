drop trigger "AuditChains_kept";
--> statement-breakpoint
drop trigger "AuditChains_not_deleted";
