drop policy "BatchPayments_scope" on "BatchPayments";
--> statement-breakpoint
alter table "BatchPayments" no force row level security;
--> statement-breakpoint
alter table "BatchPayments" disable row level security;
--> statement-breakpoint
revoke all on "BatchPayments" from daybook_app;
