drop policy "LedgerChecks_scope" on "LedgerChecks";
--> statement-breakpoint
alter table "LedgerChecks" no force row level security;
--> statement-breakpoint
alter table "LedgerChecks" disable row level security;
--> statement-breakpoint
revoke all on "LedgerChecks" from daybook_app;
