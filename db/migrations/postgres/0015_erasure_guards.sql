-- What is posted is deleted in one case only: its organisation was removed. It stands in Erasures, and nobody is its member any more.
create or replace function daybook_entry_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if exists (select from "Erasures" where "id" = old."tenantId") and not exists (select from "UserTenants" where "tenantId" = old."tenantId") then return old; end if;
  end if;
  if old."status" = 'posted' then raise exception 'A posted journal entry cannot be changed or deleted; reverse it.'; end if;
  if tg_op = 'DELETE' then return old; end if;
  if new."status" = 'posted' and not (select count(*) >= 2 and sum("debit") = sum("credit") from "JournalLines" where "entryId" = new."id") then
    raise exception 'A journal entry is posted only with two lines or more whose debits equal their credits.';
  end if;
  return new;
end $$;
--> statement-breakpoint
create or replace function daybook_line_kept() returns trigger language plpgsql as $$
declare entry_status text;
begin
  if tg_op = 'DELETE' then
    if exists (select from "Erasures" where "id" = old."tenantId") and not exists (select from "UserTenants" where "tenantId" = old."tenantId") then return old; end if;
  end if;
  -- The lock makes a line wait for whoever posts its entry meanwhile, and the other way round.
  for entry_status in select "status" from "JournalEntries" where "id" in (old."entryId", new."entryId") for share loop
    if entry_status = 'posted' then raise exception 'The lines of a posted journal entry cannot be changed; reverse it.'; end if;
  end loop;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
grant select, insert, update, delete on "Erasures" to daybook_app;
--> statement-breakpoint
alter table "Erasures" enable row level security;
--> statement-breakpoint
alter table "Erasures" force row level security;
--> statement-breakpoint
create policy "Erasures_scope" on "Erasures" using ("id" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("id" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
