// Removing an organisation: everything that Daybook keeps of it goes, for good, save the audit. It begins with one transaction, after which nobody
// sees the organisation, no session, no key and no sync; what is left is then erased portion by portion, by the worker or by a command, and
// gone on with by whoever finds it half done.
import { z } from "zod";
import { systemRead, systemTransaction } from "#db/system.ts";
import { type Actor, actorOf, daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { leaveXero } from "#lib/organisations/disconnect.ts";
import { beginErasure, endJobs, forgetConnections, forgetMembers, holdOrganisation } from "#lib/organisations/erasure-queries.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { none, scopeOf } from "#lib/scope.ts";

/** No operation of the HTTP API: a key must not be able to erase books. */
export const removeOrganisation = operation({
  name: "tenants.remove",
  describe: "Removes an organisation of yours and everything that is kept of it, save the audit. Its name, as it is written here, says that you mean it.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), name: z.string().trim().max(255) }),
  output: z.strictObject({ id: z.uuid() }),
  http: { method: "DELETE", path: "/tenants/{tenantId}" },
  example: { input: { tenantId: exampleOrganisation.id, name: exampleOrganisation.name }, output: { id: exampleOrganisation.id } },
  run: async (caller, { tenantId, name }) => {
    scopeOf(caller.scopes, tenantId);
    const organisation = (await systemRead((q) => findOrganisationById(q, tenantId))) ?? refuse("notFound", "There is no such organisation, or it is not yours.");
    if (organisation.tenantName.trim() !== name) refuse("invalid", `Write the name exactly as it stands here: ${organisation.tenantName}. Nothing was removed.`);
    await beginRemoval(tenantId, actorOf(caller));
    return { id: tenantId };
  },
});

/** From here on it is seen by nobody. Refusal "notFound" when there is none. */
export async function beginRemoval(tenantId: string, actor: Actor = daybook): Promise<void> {
  await leaveXero(tenantId);
  await systemTransaction(async (tx) => {
    const { name } = (await holdOrganisation(tx, tenantId)) ?? refuse("notFound", "There is no such organisation.");
    await beginErasure(tx, tenantId, actor.userId);
    await endJobs(tx, tenantId, new Date());
    await forgetConnections(tx, tenantId);
    await forgetMembers(tx, tenantId);
    await record(tx, "tenant.removalBegun", { actor, organisationId: tenantId, resource: { type: "XeroTenant", id: tenantId }, details: { name } });
  });
}
