drop trigger "JournalEntries_not_deleted";
--> statement-breakpoint
create trigger "JournalEntries_not_deleted" before delete on "JournalEntries" when old."status" = 'posted'
begin select raise(abort, 'A posted journal entry cannot be deleted; reverse it.'); end;
--> statement-breakpoint
drop trigger "JournalLines_kept_on_delete";
--> statement-breakpoint
create trigger "JournalLines_kept_on_delete" before delete on "JournalLines" when (select "status" from "JournalEntries" where "id" = old."entryId") = 'posted'
begin select raise(abort, 'The lines of a posted journal entry cannot be changed; reverse it.'); end;
