// Members of one organisation: whose books somebody sees is decided by an Admin who sees them too. A membership taken away is gone from the
// next request of every session and every key of theirs. An organisation keeps one Admin among its members, or nobody could let anybody in.
import { z } from "zod";
import { systemRead, systemTransaction, type SystemQuery, type SystemTransaction } from "#db/system.ts";
import { roles, userStatuses } from "#db/vocabulary.ts";
import type { Action } from "#lib/audit/actions.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { setActive } from "#lib/organisations/queries.ts";
import { addMembership, hasActiveOrganisation, membersOf, removeMembership } from "#lib/people/membership-queries.ts";
import { findUser, membershipsOf, takeTurn } from "#lib/people/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { type Caller, none, scopeOf } from "#lib/scope.ts";

const organisationMember = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    /** The one they have in this organisation. */
    role: z.enum(roles),
    status: z.enum(userStatuses),
  })
  .meta({ id: "OrganisationMember" });
export type OrganisationMember = z.output<typeof organisationMember>;

const tenantId = z.uuid({ error: "This is not the id of an organisation." });
const wish = z.strictObject({ tenantId, userId: z.uuid({ error: "Choose somebody." }) });
const exampleIds = { tenantId: "01990000-0000-7000-8000-0000000000a1", userId: "01990000-0000-7000-8000-0000000000c2" };
const exampleMember = { id: exampleIds.userId, email: "mere@example.com", firstName: "Mere", lastName: "Kingi", role: "Accountant", status: "active" } as const;
const output = z.strictObject({ data: z.array(organisationMember) });

export const listOrganisationMembers = operation({
  name: "organisationMembers.list",
  describe: "Everybody who may see the books of an organisation of yours.",
  needs: "members:manage",
  scope: none,
  effect: "read",
  input: z.strictObject({ tenantId }),
  output,
  http: { method: "GET", path: "/tenants/{tenantId}/members" },
  example: { input: { tenantId: exampleIds.tenantId }, output: { data: [exampleMember] } },
  run: async (caller, { tenantId: id }) => {
    scopeOf(caller.scopes, id);
    return { data: await systemRead((q) => everybodyIn(q, id)) };
  },
});

export const addMember = operation({
  name: "organisationMembers.add",
  describe: "Lets somebody who has an account see the books of an organisation of yours, in their own role.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: wish,
  output,
  http: { method: "POST", path: "/tenants/{tenantId}/members" },
  example: { input: exampleIds, output: { data: [exampleMember] } },
  run: (caller, { tenantId: id, userId }) =>
    change(caller, id, "member.added", userId, async (tx) => {
      const person = (await findUser(tx, userId)) ?? refuse("notFound", "There is no such person.");
      if (person.status !== "active") refuse("conflict", "This person is deactivated. Reactivate them first.");
      if (!(await addMembership(tx, userId, id))) refuse("conflict", "They are a member already.");
      if (!(await hasActiveOrganisation(tx, userId))) await setActive(tx, userId, id);
    }),
});

export const removeMember = operation({
  name: "organisationMembers.remove",
  describe: "Takes a membership away, for sessions and keys alike, from their next request on. What they did stays. The last Admin keeps theirs.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: wish,
  output,
  http: { method: "DELETE", path: "/tenants/{tenantId}/members/{userId}" },
  example: { input: exampleIds, output: { data: [] } },
  run: (caller, { tenantId: id, userId }) =>
    change(caller, id, "member.removed", userId, async (tx) => {
      if (!(await removeMembership(tx, userId, id))) refuse("notFound", "They are no member.");
      const admins = (await membersOf(tx, id)).filter(({ role, status }) => role === "Admin" && status === "active");
      if (admins.length === 0) refuse("conflict", "This is the last Admin who sees this organisation. Let another Admin in first.");
    }),
});

/** Who changes memberships takes turns, and is still a member when it is their turn. */
async function change(caller: Caller, id: string, action: Action, userId: string, work: (tx: SystemTransaction) => Promise<void>) {
  scopeOf(caller.scopes, id);
  return systemTransaction(async (tx) => {
    await takeTurn(tx, "admins");
    const own = await membershipsOf(tx, caller.userId);
    scopeOf(caller.scopes.filter((scope) => own.some((membership) => membership.tenantId === scope.tenantId)), id);
    await work(tx);
    const data = await everybodyIn(tx, id);
    await record(tx, action, { actor: actorOf(caller), organisationId: id, resource: { type: "User", id: userId } });
    return { data };
  });
}

async function everybodyIn(q: SystemQuery, id: string): Promise<OrganisationMember[]> {
  return (await membersOf(q, id)).map(({ roleHere, role, ...person }) => ({ ...person, role: roleHere ?? role }));
}
