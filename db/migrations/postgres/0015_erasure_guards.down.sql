drop policy "Erasures_scope" on "Erasures";
--> statement-breakpoint
alter table "Erasures" no force row level security;
--> statement-breakpoint
alter table "Erasures" disable row level security;
--> statement-breakpoint
revoke all on "Erasures" from daybook_app;
--> statement-breakpoint
create or replace function daybook_entry_kept() returns trigger language plpgsql as $$
begin
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
  -- The lock makes a line wait for whoever posts its entry meanwhile, and the other way round.
  for entry_status in select "status" from "JournalEntries" where "id" in (old."entryId", new."entryId") for share loop
    if entry_status = 'posted' then raise exception 'The lines of a posted journal entry cannot be changed; reverse it.'; end if;
  end loop;
  return coalesce(new, old);
end $$;
