// For somebody who is locked out, run on the machine itself: a new password, every session and link ended, every delay lifted.
import { systemRead, systemTransaction } from "#db/system.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { liftDelays } from "#lib/people/attempts.ts";
import { requireStrength } from "#lib/people/details.ts";
import { hashPassword, randomPassword } from "#lib/people/passwords.ts";
import { findUserByEmail, revokeSessions, updateUser, withdrawSignInLinks } from "#lib/people/queries.ts";
import { refuse } from "#lib/refusal.ts";

/** The new password: the one given, or a random one. Refusals: "notFound", "invalid" when the one given is too weak. */
export async function resetPassword(email: string, given?: string): Promise<string> {
  const address = email.trim().toLowerCase();
  const user = (await systemRead((q) => findUserByEmail(q, address))) ?? refuse("notFound", `Nobody here has the e-mail ${address}.`);
  if (given !== undefined) requireStrength(given, user, "password");
  const password = given ?? randomPassword();
  const passwordHash = await hashPassword(password);
  await systemTransaction(async (tx) => {
    await updateUser(tx, user.id, { passwordHash, failedLoginAttempts: 0, lockedUntil: null });
    await revokeSessions(tx, user.id, new Date());
    await withdrawSignInLinks(tx, user.id);
    await record(tx, "person.passwordReset", { actor: daybook, resource: { type: "User", id: user.id } });
  });
  await liftDelays(address);
  return password;
}
