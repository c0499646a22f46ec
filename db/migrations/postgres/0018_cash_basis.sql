-- The ledger keeps cash basis as well: every document is looked at once more, and what stands on accrual basis stays as it is. The owner of the
-- tables is held to their policies like everybody, and has to reach over all organisations here.
alter table "Transactions" no force row level security;
--> statement-breakpoint
update "Transactions" set "needsPosting" = true;
--> statement-breakpoint
alter table "Transactions" force row level security;
--> statement-breakpoint
alter table "ManualJournals" no force row level security;
--> statement-breakpoint
update "ManualJournals" set "needsPosting" = true;
--> statement-breakpoint
alter table "ManualJournals" force row level security;
