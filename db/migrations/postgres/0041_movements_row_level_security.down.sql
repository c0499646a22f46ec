drop policy "DailyMovements_scope" on "DailyMovements";
--> statement-breakpoint
alter table "DailyMovements" no force row level security;
--> statement-breakpoint
alter table "DailyMovements" disable row level security;
--> statement-breakpoint
revoke all on "DailyMovements" from daybook_app;
--> statement-breakpoint
drop policy "ContactMovements_scope" on "ContactMovements";
--> statement-breakpoint
alter table "ContactMovements" no force row level security;
--> statement-breakpoint
alter table "ContactMovements" disable row level security;
--> statement-breakpoint
revoke all on "ContactMovements" from daybook_app;
