drop policy "IdempotencyKeys_scope" on "IdempotencyKeys";
--> statement-breakpoint
alter table "IdempotencyKeys" no force row level security;
--> statement-breakpoint
alter table "IdempotencyKeys" disable row level security;
--> statement-breakpoint
revoke all on "IdempotencyKeys" from daybook_app;
