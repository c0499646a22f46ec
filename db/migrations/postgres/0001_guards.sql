-- The database itself keeps the books: an entry is posted only when it balances, and what is posted or stored is never changed.
create function daybook_entry_born() returns trigger language plpgsql as $$
begin
  if new."status" = 'posted' then raise exception 'A journal entry is posted after its lines are written.'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "JournalEntries_born_as_draft" before insert on "JournalEntries" for each row execute function daybook_entry_born();
--> statement-breakpoint
create function daybook_entry_kept() returns trigger language plpgsql as $$
begin
  if old."status" = 'posted' then raise exception 'A posted journal entry cannot be changed or deleted; reverse it.'; end if;
  if tg_op = 'DELETE' then return old; end if;
  if new."status" = 'posted' and not (select count(*) >= 2 and sum("debit") = sum("credit") from "JournalLines" where "entryId" = new."id") then
    raise exception 'A journal entry is posted only with two lines or more whose debits equal their credits.';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "JournalEntries_kept" before update or delete on "JournalEntries" for each row execute function daybook_entry_kept();
--> statement-breakpoint
create function daybook_line_kept() returns trigger language plpgsql as $$
declare entry_status text;
begin
  -- The lock makes a line wait for whoever posts its entry meanwhile, and the other way round.
  for entry_status in select "status" from "JournalEntries" where "id" in (old."entryId", new."entryId") for share loop
    if entry_status = 'posted' then raise exception 'The lines of a posted journal entry cannot be changed; reverse it.'; end if;
  end loop;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger "JournalLines_kept" before update or delete on "JournalLines" for each row execute function daybook_line_kept();
--> statement-breakpoint
create function daybook_lines_added() returns trigger language plpgsql as $$
begin
  -- Once for all lines of an insert. The lock makes them wait for whoever posts their entry meanwhile, and the other way round.
  perform from "JournalEntries" where "id" in (select "entryId" from fresh) for share;
  if exists (select from "JournalEntries" where "id" in (select "entryId" from fresh) and "status" = 'posted') then
    raise exception 'The lines of a posted journal entry cannot be changed; reverse it.';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger "JournalLines_added" after insert on "JournalLines" referencing new table as fresh for each statement execute function daybook_lines_added();
--> statement-breakpoint
create function daybook_report_kept() returns trigger language plpgsql as $$
begin
  if new."id" is distinct from old."id" or new."tenantId" is distinct from old."tenantId" or new."userId" is distinct from old."userId" or new."type" is distinct from old."type" or new."parameters" is distinct from old."parameters" or new."data" is distinct from old."data" or new."schemaVersion" is distinct from old."schemaVersion" or new."periodStart" is distinct from old."periodStart" or new."periodEnd" is distinct from old."periodEnd" or new."currency" is distinct from old."currency" or new."dataVersion" is distinct from old."dataVersion" or new."contentHash" is distinct from old."contentHash" or new."supersedesId" is distinct from old."supersedesId" or new."createdAt" is distinct from old."createdAt" then
    raise exception 'A stored report cannot be changed; make a new one.';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "Reports_kept" before update on "Reports" for each row execute function daybook_report_kept();
--> statement-breakpoint
create function daybook_audit_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new."id" is distinct from old."id" or new."action" is distinct from old."action" or new."details" is distinct from old."details" or new."ipAddress" is distinct from old."ipAddress" or new."userAgent" is distinct from old."userAgent" or new."actorId" is distinct from old."actorId" or new."organisationId" is distinct from old."organisationId" or new."actorType" is distinct from old."actorType" or new."category" is distinct from old."category" or new."severity" is distinct from old."severity" or new."status" is distinct from old."status" or new."resourceType" is distinct from old."resourceType" or new."resourceId" is distinct from old."resourceId" or new."correlationId" is distinct from old."correlationId" or new."sequence" is distinct from old."sequence" or new."prevHash" is distinct from old."prevHash" or new."hash" is distinct from old."hash" or new."createdAt" is distinct from old."createdAt" or (new."userId" is not null and new."userId" is distinct from old."userId") or (new."tenantId" is not null and new."tenantId" is distinct from old."tenantId") then
    raise exception 'The audit log can only be added to.';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "AuditLogs_kept" before update or delete on "AuditLogs" for each row execute function daybook_audit_kept();
