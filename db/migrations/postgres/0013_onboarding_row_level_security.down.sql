drop policy "Invitations_scope" on "Invitations";
--> statement-breakpoint
alter table "Invitations" no force row level security;
--> statement-breakpoint
alter table "Invitations" disable row level security;
--> statement-breakpoint
revoke all on "Invitations" from daybook_app;
