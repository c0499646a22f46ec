// Accepting uses an invitation up, in one transaction with everything that follows from it. Somebody new gets an account with the role they
// were invited to, whether registration is open or not. Somebody who has an account keeps it as it is, role and all: memberships are added
// and nothing else.
import { z } from "zod";
import { systemRead, systemTransaction, type SystemTransaction } from "#db/system.ts";
import { type Actor, actorOf, visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { sha256 } from "#lib/crypto.ts";
import { stateOf } from "#lib/invitations/invitation.ts";
import { deadInvitation, type OpenInvitation, requireOpenInvitation } from "#lib/invitations/open-invitation.ts";
import { findInvitation, markAccepted } from "#lib/invitations/queries.ts";
import { accept } from "#lib/operation.ts";
import { setActive } from "#lib/organisations/queries.ts";
import { countVisit } from "#lib/people/attempts.ts";
import { nowhere, type SignedIn } from "#lib/people/caller.ts";
import { newPerson, requireStrength } from "#lib/people/details.ts";
import { addMembership, hasActiveOrganisation } from "#lib/people/membership-queries.ts";
import { hashPassword } from "#lib/people/passwords.ts";
import { insertUser, type Origin } from "#lib/people/queries.ts";
import { beginSession } from "#lib/people/sessions.ts";
import { Refusal } from "#lib/refusal.ts";

const token = z.string().min(1).max(255);
const newcomer = newPerson.extend({ token });
const account = z.strictObject({ token });

/** The id of the new person's first session. Refusals: "invalid" at the field, "notFound" when it does not hold, "tooMany". */
export async function acceptAsNewPerson(input: unknown, origin: Origin): Promise<string> {
  const { token: shown, password, ...person } = accept(newcomer, input);
  requireStrength(password, person, "password");
  await countVisit(origin.ipAddress);
  return notingRefusals(shown, visitor(null, origin), async () => {
    await systemRead((q) => requireOpenInvitation(q, shown, person.email));
    const passwordHash = await hashPassword(password);
    return systemTransaction(async (tx) => {
      const invitation = await requireOpenInvitation(tx, shown, person.email);
      const userId = await insertUser(tx, { ...person, passwordHash, role: invitation.role });
      if (!userId) throw emailTaken();
      const session = await beginSession(tx, userId, origin);
      const actor = visitor(userId, origin);
      await join(tx, invitation, userId, actor);
      await record(tx, "person.registered", { actor, resource: { type: "User", id: userId }, details: { by: "invitation", role: invitation.role } });
      await record(tx, "auth.signedIn", { actor, resource: { type: "Session", id: session }, details: { by: "invitation" } });
      return session;
    });
  });
}

/** Refusals: "notFound" when it does not hold, "invalid" when it is for another e-mail, "tooMany". */
export async function acceptWithAccount(caller: SignedIn, input: unknown): Promise<void> {
  const { token: shown } = accept(account, input);
  await countVisit(caller.trace?.ipAddress ?? nowhere.ipAddress);
  const actor = actorOf(caller);
  await notingRefusals(shown, actor, () =>
    systemTransaction(async (tx) => {
      const invitation = await requireOpenInvitation(tx, shown, caller.person.email);
      await join(tx, invitation, caller.userId, actor);
    }),
  );
}

/** Of two who come with the same link at once, the second is refused here, and all of theirs is undone. */
async function join(tx: SystemTransaction, { id, organisations }: OpenInvitation, userId: string, actor: Actor): Promise<void> {
  if (!(await markAccepted(tx, id, userId, new Date()))) throw deadInvitation();
  const joined: string[] = [];
  for (const { tenantId } of organisations) if (await addMembership(tx, userId, tenantId)) joined.push(tenantId);
  const [first] = organisations;
  if (first && !(await hasActiveOrganisation(tx, userId))) await setActive(tx, userId, first.tenantId);
  // Always in one order, so that two who join the same organisations do not wait for each other for ever.
  for (const organisationId of joined.toSorted()) await record(tx, "member.added", { actor, organisationId, resource: { type: "User", id: userId }, details: { by: "invitation" } });
  await record(tx, "invitation.accepted", { actor, resource: { type: "Invitation", id }, details: { organisations: joined.length } });
}

/** Nothing was written by then, so the refusal has a transaction of its own. A token that never was says nothing about anybody. */
async function notingRefusals<T>(shown: string, actor: Actor, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) await systemTransaction((tx) => recordRefusal(tx, shown, actor, error));
    throw error;
  }
}

async function recordRefusal(tx: SystemTransaction, shown: string, actor: Actor, { message }: Refusal): Promise<void> {
  const row = await findInvitation(tx, { tokenHash: sha256(shown) });
  if (!row) return;
  const state = stateOf(row, new Date());
  const reason = state === "open" ? message : `It was ${state}.`;
  await record(tx, "invitation.refused", { actor, status: "denied", resource: { type: "Invitation", id: row.id }, details: { reason } });
}

/** Whoever holds a link that works could make an account of any other address; so that this one is taken is no secret to them. */
function emailTaken(): Refusal {
  const detail = "This e-mail cannot be used for a new account. If it is yours, sign in with it first and open the link again.";
  return new Refusal("invalid", detail, { faults: [{ pointer: "/email", detail }] });
}
