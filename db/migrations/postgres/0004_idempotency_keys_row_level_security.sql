-- What was answered to whom belongs to the system doors.
grant select, insert, update, delete on "IdempotencyKeys" to daybook_app;
--> statement-breakpoint
alter table "IdempotencyKeys" enable row level security;
--> statement-breakpoint
alter table "IdempotencyKeys" force row level security;
--> statement-breakpoint
create policy "IdempotencyKeys_scope" on "IdempotencyKeys" using (current_setting('app.scope', true) = 'system') with check (current_setting('app.scope', true) = 'system');
