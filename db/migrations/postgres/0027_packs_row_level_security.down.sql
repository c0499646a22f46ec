drop policy "PackTemplates_scope" on "PackTemplates";
--> statement-breakpoint
alter table "PackTemplates" no force row level security;
--> statement-breakpoint
alter table "PackTemplates" disable row level security;
--> statement-breakpoint
revoke all on "PackTemplates" from daybook_app;
--> statement-breakpoint
drop policy "Packs_scope" on "Packs";
--> statement-breakpoint
alter table "Packs" no force row level security;
--> statement-breakpoint
alter table "Packs" disable row level security;
--> statement-breakpoint
revoke all on "Packs" from daybook_app;
--> statement-breakpoint
drop policy "PackParts_scope" on "PackParts";
--> statement-breakpoint
alter table "PackParts" no force row level security;
--> statement-breakpoint
alter table "PackParts" disable row level security;
--> statement-breakpoint
revoke all on "PackParts" from daybook_app;
