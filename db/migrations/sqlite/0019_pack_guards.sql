-- An issued pack is what somebody was sent: neither it nor its order and commentary change, and it goes only with its organisation, as posted rows do.
create trigger "Packs_kept" before update on "Packs" when old."status" = 'issued' and (new."id" is not old."id" or new."tenantId" is not old."tenantId" or new."status" is not old."status" or new."name" is not old."name" or new."month" is not old."month" or new."cover" is not old."cover" or new."templateName" is not old."templateName" or new."madeBy" is not old."madeBy" or new."issuedBy" is not old."issuedBy" or new."issuedAt" is not old."issuedAt" or new."contentHash" is not old."contentHash" or new."supersedesId" is not old."supersedesId" or new."createdAt" is not old."createdAt" or new."updatedAt" is not old."updatedAt" or (new."userId" is not null and new."userId" is not old."userId") or (new."issuedById" is not null and new."issuedById" is not old."issuedById"))
begin select raise(abort, 'An issued pack cannot be changed or deleted; make a new one.'); end;
--> statement-breakpoint
create trigger "Packs_not_deleted" before delete on "Packs" when old."status" = 'issued' and not (exists (select 1 from "Erasures" where "id" = old."tenantId") and not exists (select 1 from "UserTenants" where "tenantId" = old."tenantId"))
begin select raise(abort, 'An issued pack cannot be changed or deleted; make a new one.'); end;
--> statement-breakpoint
create trigger "PackParts_kept_on_insert" before insert on "PackParts" when (select "status" from "Packs" where "id" = new."packId") = 'issued'
begin select raise(abort, 'The parts of an issued pack cannot be changed; make a new one.'); end;
--> statement-breakpoint
create trigger "PackParts_kept_on_update" before update on "PackParts" when exists (select 1 from "Packs" where "id" in (old."packId", new."packId") and "status" = 'issued')
begin select raise(abort, 'The parts of an issued pack cannot be changed; make a new one.'); end;
--> statement-breakpoint
create trigger "PackParts_kept_on_delete" before delete on "PackParts" when (select "status" from "Packs" where "id" = old."packId") = 'issued' and not (exists (select 1 from "Erasures" where "id" = old."tenantId") and not exists (select 1 from "UserTenants" where "tenantId" = old."tenantId"))
begin select raise(abort, 'The parts of an issued pack cannot be changed; make a new one.'); end;
