-- The ledger keeps cash basis as well: every document is looked at once more, and what stands on accrual basis stays as it is.
update "Transactions" set "needsPosting" = 1;
--> statement-breakpoint
update "ManualJournals" set "needsPosting" = 1;
