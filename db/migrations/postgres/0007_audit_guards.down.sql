drop policy "AuditChains_scope" on "AuditChains";
--> statement-breakpoint
alter table "AuditChains" no force row level security;
--> statement-breakpoint
alter table "AuditChains" disable row level security;
--> statement-breakpoint
revoke all on "AuditChains" from daybook_app;
--> statement-breakpoint
drop trigger "AuditChains_kept" on "AuditChains";
--> statement-breakpoint
drop function daybook_chain_kept();
