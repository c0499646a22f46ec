drop trigger "JournalEntries_born_as_draft" on "JournalEntries";
--> statement-breakpoint
drop trigger "JournalEntries_kept" on "JournalEntries";
--> statement-breakpoint
drop trigger "JournalLines_kept" on "JournalLines";
--> statement-breakpoint
drop trigger "JournalLines_added" on "JournalLines";
--> statement-breakpoint
drop trigger "Reports_kept" on "Reports";
--> statement-breakpoint
drop trigger "AuditLogs_kept" on "AuditLogs";
--> statement-breakpoint
drop function daybook_entry_born();
--> statement-breakpoint
drop function daybook_entry_kept();
--> statement-breakpoint
drop function daybook_line_kept();
--> statement-breakpoint
drop function daybook_lines_added();
--> statement-breakpoint
drop function daybook_report_kept();
--> statement-breakpoint
drop function daybook_audit_kept();
