grant select, insert, update, delete on "Invitations" to daybook_app;
--> statement-breakpoint
alter table "Invitations" enable row level security;
--> statement-breakpoint
alter table "Invitations" force row level security;
--> statement-breakpoint
create policy "Invitations_scope" on "Invitations" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
