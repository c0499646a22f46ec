-- The head of an audit chain goes forward, one row at a time, and is never taken away.
create trigger "AuditChains_kept" before update on "AuditChains" when new."id" is not old."id" or new."sequence" not in (old."sequence", old."sequence" + 1)
begin select raise(abort, 'The audit log can only be added to.'); end;
--> statement-breakpoint
create trigger "AuditChains_not_deleted" before delete on "AuditChains"
begin select raise(abort, 'The audit log can only be added to.'); end;
