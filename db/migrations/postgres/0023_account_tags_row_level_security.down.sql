drop policy "AccountTags_scope" on "AccountTags";
--> statement-breakpoint
alter table "AccountTags" no force row level security;
--> statement-breakpoint
alter table "AccountTags" disable row level security;
--> statement-breakpoint
revoke all on "AccountTags" from daybook_app;
