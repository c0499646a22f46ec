// Invitations as an Admin sees, makes and withdraws them, at the screen. These are no operations of the HTTP API: a key could otherwise let
// somebody in who stays when it is revoked. Daybook sends no e-mail; the link is shown once, to be passed on.
import { z } from "zod";
import { systemRead, systemTransaction } from "#db/system.ts";
import { roles } from "#db/vocabulary.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { randomToken, sha256 } from "#lib/crypto.ts";
import { env } from "#lib/env.ts";
import { exampleInvitation, type Invitation, invitationSchema, stateOf } from "#lib/invitations/invitation.ts";
import { findInvitation, insertInvitation, type InvitationRow, latestInvitations, withdrawUnused } from "#lib/invitations/queries.ts";
import { operation } from "#lib/operation.ts";
import { email } from "#lib/people/details.ts";
import { nameOf } from "#lib/people/names.ts";
import { allUsers, membershipsOf } from "#lib/people/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { type Caller, none, scopeOf } from "#lib/scope.ts";

const day = 24 * 60 * 60 * 1000;
const usualDays = 7;
const mostDays = 30;
/** Older ones stand in the audit. */
const mostShown = 100;
const daysWanted = `Choose between 1 and ${mostDays} days.`;

export const listInvitations = operation({
  name: "invitations.list",
  describe: "The latest invitations, with what has become of each.",
  needs: "members:manage",
  scope: none,
  effect: "read",
  input: z.strictObject({}),
  output: z.strictObject({ data: z.array(invitationSchema) }),
  http: { method: "GET", path: "/invitations" },
  example: { input: {}, output: { data: [exampleInvitation] } },
  run: async (caller) => {
    const { rows, people, own } = await systemRead(async (q) => ({ rows: await latestInvitations(q, mostShown), people: await allUsers(q), own: await membershipsOf(q, caller.userId) }));
    const names = new Map(people.map((person) => [person.id, nameOf(person)]));
    return { data: rows.map((row) => shown(row, own, names.get(row.acceptedById ?? "") ?? null)) };
  },
});

export const createInvitation = operation({
  name: "invitations.create",
  describe: "Makes a link that lets somebody in, once. They become a member of the organisations named, which must be your own.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: z.strictObject({
    role: z.enum(roles, { error: `Choose one of ${roles.join(", ")}.` }),
    tenantIds: z.array(z.uuid({ error: "Choose among your organisations." })).max(1000).default([]),
    email: email.nullable().default(null),
    days: z.int({ error: daysWanted }).min(1, { error: daysWanted }).max(mostDays, { error: daysWanted }).default(usualDays),
  }),
  output: invitationSchema.extend({ url: z.url() }),
  http: { method: "POST", path: "/invitations" },
  example: { input: { role: "Accountant", tenantIds: [], email: null, days: 7 }, output: { ...exampleInvitation, url: "https://books.example/invitation?token=…" } },
  run: async (caller, { role, tenantIds: named, email: boundTo, days }) => {
    const tenantIds = [...new Set(named)];
    for (const tenantId of tenantIds) scopeOf(caller.scopes, tenantId);
    const token = randomToken();
    const expiresAt = new Date(Date.now() + days * day);
    const made = await systemTransaction(async (tx) => {
      const id = await insertInvitation(tx, { userId: caller.userId, tokenHash: sha256(token), role, tenantIds, email: boundTo, expiresAt });
      const row = (await findInvitation(tx, { id })) ?? refuse("notFound", "There is no such invitation.");
      const own = await membershipsOf(tx, caller.userId);
      await record(tx, "invitation.made", { actor: actorOf(caller), resource: { type: "Invitation", id }, details: { role, organisations: tenantIds.length } });
      return shown(row, own, null);
    });
    return { ...made, url: `${env().APP_URL}/invitation?token=${token}` };
  },
});

export const withdrawInvitation = operation({
  name: "invitations.withdraw",
  describe: "Takes an open invitation back: its link opens nothing any more.",
  needs: "members:manage",
  scope: none,
  effect: "write",
  input: z.strictObject({ id: z.uuid({ error: "This is not the id of an invitation." }) }),
  output: invitationSchema,
  http: { method: "POST", path: "/invitations/{id}/withdraw" },
  example: { input: { id: exampleInvitation.id }, output: { ...exampleInvitation, state: "withdrawn" } },
  run: (caller, { id }) => withdraw(caller, id, new Date()),
});

async function withdraw(caller: Caller, id: string, now: Date): Promise<Invitation> {
  return systemTransaction(async (tx) => {
    const before = (await findInvitation(tx, { id })) ?? refuse("notFound", "There is no such invitation.");
    if (!(await withdrawUnused(tx, id, now))) refuse("conflict", `This invitation is ${stateOf(before, now)} already. Nothing was changed.`);
    const row = (await findInvitation(tx, { id })) ?? refuse("notFound", "There is no such invitation.");
    const own = await membershipsOf(tx, caller.userId);
    await record(tx, "invitation.withdrawn", { actor: actorOf(caller), resource: { type: "Invitation", id } });
    return shown(row, own, null);
  });
}

type Memberships = readonly { tenantId: string; name: string }[];

/** As somebody with these memberships may see it: an organisation that is not theirs stays without a name. */
function shown(row: InvitationRow, own: Memberships, acceptedBy: string | null): Invitation {
  const { id, role, email: boundTo, inviter, createdAt, expiresAt, tenantIds } = row;
  const organisations = own.filter(({ tenantId }) => tenantIds.includes(tenantId)).map(({ name }) => name);
  const otherOrganisations = tenantIds.length - organisations.length;
  return { id, state: stateOf(row, new Date()), role, organisations, otherOrganisations, email: boundTo, invitedBy: nameOf(inviter), acceptedBy, createdAt, expiresAt };
}
