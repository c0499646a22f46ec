-- An issued pack is what somebody was sent: neither it nor its order and commentary change, and it goes only with its organisation, as posted rows do.
create function daybook_pack_kept() returns trigger language plpgsql as $$
declare kept record := old;
begin
  if old."status" <> 'issued' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if exists (select from "Erasures" where "id" = old."tenantId") and not exists (select from "UserTenants" where "tenantId" = old."tenantId") then return old; end if;
    raise exception 'An issued pack cannot be changed or deleted; make a new one.';
  end if;
  -- Somebody who is gone is let go of; what they were called stays.
  if new."userId" is null then kept."userId" := null; end if;
  if new."issuedById" is null then kept."issuedById" := null; end if;
  if new is distinct from kept then raise exception 'An issued pack cannot be changed or deleted; make a new one.'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger "Packs_kept" before update or delete on "Packs" for each row execute function daybook_pack_kept();
--> statement-breakpoint
create function daybook_pack_part_kept() returns trigger language plpgsql as $$
declare pack_status text;
begin
  if tg_op = 'DELETE' then
    if exists (select from "Erasures" where "id" = old."tenantId") and not exists (select from "UserTenants" where "tenantId" = old."tenantId") then return old; end if;
  end if;
  -- The lock makes a part wait for whoever issues its pack meanwhile, and the other way round.
  for pack_status in select "status" from "Packs" where "id" in (old."packId", new."packId") for share loop
    if pack_status = 'issued' then raise exception 'The parts of an issued pack cannot be changed; make a new one.'; end if;
  end loop;
  return coalesce(new, old);
end $$;
--> statement-breakpoint
create trigger "PackParts_kept" before insert or update or delete on "PackParts" for each row execute function daybook_pack_part_kept();
