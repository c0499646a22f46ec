-- The head of an audit chain goes forward, one row at a time, and is never taken away; an organisation reaches its own and no other.
create function daybook_chain_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new."id" is distinct from old."id" or new."sequence" not in (old."sequence", old."sequence" + 1) then
    raise exception 'The audit log can only be added to.';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "AuditChains_kept" before update or delete on "AuditChains" for each row execute function daybook_chain_kept();
--> statement-breakpoint
grant select, insert, update, delete on "AuditChains" to daybook_app;
--> statement-breakpoint
alter table "AuditChains" enable row level security;
--> statement-breakpoint
alter table "AuditChains" force row level security;
--> statement-breakpoint
create policy "AuditChains_scope" on "AuditChains" using ("id" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system') with check ("id" = any ((select string_to_array(nullif(current_setting('app.tenants', true), ''), ',')::uuid[])::uuid[]) or current_setting('app.scope', true) = 'system');
