drop trigger "JournalEntries_born_as_draft";
--> statement-breakpoint
drop trigger "JournalEntries_balanced";
--> statement-breakpoint
drop trigger "JournalEntries_kept";
--> statement-breakpoint
drop trigger "JournalEntries_not_deleted";
--> statement-breakpoint
drop trigger "JournalLines_kept_on_insert";
--> statement-breakpoint
drop trigger "JournalLines_kept_on_update";
--> statement-breakpoint
drop trigger "JournalLines_kept_on_delete";
--> statement-breakpoint
drop trigger "Reports_kept";
--> statement-breakpoint
drop trigger "AuditLogs_kept";
--> statement-breakpoint
drop trigger "AuditLogs_not_deleted";
