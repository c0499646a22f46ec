-- The database itself keeps the books: an entry is posted only when it balances, and what is posted or stored is never changed.
create trigger "JournalEntries_born_as_draft" before insert on "JournalEntries" when new."status" = 'posted'
begin select raise(abort, 'A journal entry is posted after its lines are written.'); end;
--> statement-breakpoint
create trigger "JournalEntries_balanced" before update on "JournalEntries" when old."status" = 'draft' and new."status" = 'posted'
begin
  select raise(abort, 'A journal entry is posted only with two lines or more whose debits equal their credits.')
  where not (select count(*) >= 2 and sum("debit") = sum("credit") from "JournalLines" where "entryId" = new."id");
end;
--> statement-breakpoint
create trigger "JournalEntries_kept" before update on "JournalEntries" when old."status" = 'posted'
begin select raise(abort, 'A posted journal entry cannot be changed; reverse it.'); end;
--> statement-breakpoint
create trigger "JournalEntries_not_deleted" before delete on "JournalEntries" when old."status" = 'posted'
begin select raise(abort, 'A posted journal entry cannot be deleted; reverse it.'); end;
--> statement-breakpoint
create trigger "JournalLines_kept_on_insert" before insert on "JournalLines" when (select "status" from "JournalEntries" where "id" = new."entryId") = 'posted'
begin select raise(abort, 'The lines of a posted journal entry cannot be changed; reverse it.'); end;
--> statement-breakpoint
create trigger "JournalLines_kept_on_update" before update on "JournalLines" when exists (select 1 from "JournalEntries" where "id" in (old."entryId", new."entryId") and "status" = 'posted')
begin select raise(abort, 'The lines of a posted journal entry cannot be changed; reverse it.'); end;
--> statement-breakpoint
create trigger "JournalLines_kept_on_delete" before delete on "JournalLines" when (select "status" from "JournalEntries" where "id" = old."entryId") = 'posted'
begin select raise(abort, 'The lines of a posted journal entry cannot be changed; reverse it.'); end;
--> statement-breakpoint
create trigger "Reports_kept" before update on "Reports" when new."id" is not old."id" or new."tenantId" is not old."tenantId" or new."userId" is not old."userId" or new."type" is not old."type" or new."parameters" is not old."parameters" or new."data" is not old."data" or new."schemaVersion" is not old."schemaVersion" or new."periodStart" is not old."periodStart" or new."periodEnd" is not old."periodEnd" or new."currency" is not old."currency" or new."dataVersion" is not old."dataVersion" or new."contentHash" is not old."contentHash" or new."supersedesId" is not old."supersedesId" or new."createdAt" is not old."createdAt"
begin select raise(abort, 'A stored report cannot be changed; make a new one.'); end;
--> statement-breakpoint
create trigger "AuditLogs_kept" before update on "AuditLogs" when new."id" is not old."id" or new."action" is not old."action" or new."details" is not old."details" or new."ipAddress" is not old."ipAddress" or new."userAgent" is not old."userAgent" or new."actorId" is not old."actorId" or new."organisationId" is not old."organisationId" or new."actorType" is not old."actorType" or new."category" is not old."category" or new."severity" is not old."severity" or new."status" is not old."status" or new."resourceType" is not old."resourceType" or new."resourceId" is not old."resourceId" or new."correlationId" is not old."correlationId" or new."sequence" is not old."sequence" or new."prevHash" is not old."prevHash" or new."hash" is not old."hash" or new."createdAt" is not old."createdAt" or (new."userId" is not null and new."userId" is not old."userId") or (new."tenantId" is not null and new."tenantId" is not old."tenantId")
begin select raise(abort, 'The audit log can only be added to.'); end;
--> statement-breakpoint
create trigger "AuditLogs_not_deleted" before delete on "AuditLogs"
begin select raise(abort, 'The audit log can only be added to.'); end;
