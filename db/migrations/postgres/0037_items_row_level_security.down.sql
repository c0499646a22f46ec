drop policy "Items_scope" on "Items";
--> statement-breakpoint
alter table "Items" no force row level security;
--> statement-breakpoint
alter table "Items" disable row level security;
--> statement-breakpoint
revoke all on "Items" from daybook_app;
