drop policy "Attachments_scope" on "Attachments";
--> statement-breakpoint
alter table "Attachments" no force row level security;
--> statement-breakpoint
alter table "Attachments" disable row level security;
--> statement-breakpoint
revoke all on "Attachments" from daybook_app;
