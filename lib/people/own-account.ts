// What people change about themselves. These are no operations of the HTTP API: a key must not be able to change its owner's password.
import { z } from "zod";
import { systemRead, systemTransaction } from "#db/system.ts";
import { visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { accept } from "#lib/operation.ts";
import { beginAttempt } from "#lib/people/attempts.ts";
import { password, personName, requireStrength } from "#lib/people/details.ts";
import { hashPassword, isPassword } from "#lib/people/passwords.ts";
import { findCredentials, findUser, liveSessionsOf, membershipsOf, type Origin, revokeSessions, updateUser, withdrawSignInLinks } from "#lib/people/queries.ts";
import { Refusal, refuse } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

const names = z.strictObject({ firstName: personName, lastName: personName });
const passwords = z.strictObject({ currentPassword: password, newPassword: password });

export type Profile = Awaited<ReturnType<typeof profileOf>>;

/** Who the caller is, the organisations they belong to and the sessions that are open in their name. */
export async function profileOf(caller: Caller, now: Date = new Date()) {
  return systemRead(async (q) => {
    const person = (await findUser(q, caller.userId)) ?? refuse("notFound", "There is no such person.");
    const sessions = await liveSessionsOf(q, caller.userId, now);
    const marked = sessions.map((session) => ({ ...session, isThisOne: session.id === caller.id }));
    return { ...person, organisations: await membershipsOf(q, caller.userId), sessions: marked };
  });
}

export async function changeName(caller: Caller, input: unknown): Promise<void> {
  const changes = accept(names, input);
  await systemTransaction((tx) => updateUser(tx, caller.userId, changes));
}

/** Ends every other session and withdraws unused sign-in links. Refusals: "invalid" at the field, "tooMany". */
export async function changePassword(caller: Caller, input: unknown, origin: Origin): Promise<void> {
  const { currentPassword, newPassword } = accept(passwords, input);
  const user = await systemRead((q) => findCredentials(q, { id: caller.userId }));
  if (!user) return refuse("notFound", "There is no such person.");
  requireStrength(newPassword, user, "newPassword");
  const attempt = await beginAttempt({ account: user.email, ipAddress: origin.ipAddress, comesFromWhereTheyCame: true });
  if (!(await isPassword(currentPassword, user.passwordHash))) throw wrong("currentPassword", "This is not your current password.");
  await attempt.forgive();
  if (await isPassword(newPassword, user.passwordHash)) throw wrong("newPassword", "This is your current password. Choose another one.");
  const passwordHash = await hashPassword(newPassword);
  await systemTransaction(async (tx) => {
    await updateUser(tx, user.id, { passwordHash });
    await revokeSessions(tx, user.id, new Date(), caller.id);
    await withdrawSignInLinks(tx, user.id);
    await record(tx, "person.passwordChanged", { actor: visitor(user.id, origin), resource: { type: "User", id: user.id } });
  });
}

function wrong(field: string, detail: string): Refusal {
  return new Refusal("invalid", detail, { faults: [{ pointer: `/${field}`, detail }] });
}
