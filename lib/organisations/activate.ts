import { systemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { setActive } from "#lib/organisations/queries.ts";
import { type Caller, one } from "#lib/scope.ts";

/** Makes an organisation the one to land on. Switching to one that is not yours changes nothing and is "not found". */
export async function activateOrganisation(caller: Caller, tenantId: string): Promise<void> {
  one(caller, "tenants:read", { tenantId });
  await systemTransaction(async (tx) => {
    await setActive(tx, caller.userId, tenantId);
    await record(tx, "tenant.switchedTo", { actor: actorOf(caller), organisationId: tenantId });
  });
}
