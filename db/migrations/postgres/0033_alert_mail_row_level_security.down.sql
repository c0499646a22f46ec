drop policy "AlertReaders_scope" on "AlertReaders";
--> statement-breakpoint
alter table "AlertReaders" no force row level security;
--> statement-breakpoint
alter table "AlertReaders" disable row level security;
--> statement-breakpoint
revoke all on "AlertReaders" from daybook_app;
