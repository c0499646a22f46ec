// Signing in. Somebody we know, somebody we do not and somebody who was deactivated get the same answer for a wrong password, after the
// same work.
import { z } from "zod";
import { systemRead, systemTransaction } from "#db/system.ts";
import { visitor } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { accept } from "#lib/operation.ts";
import { beginAttempt } from "#lib/people/attempts.ts";
import { hashPassword, isDated, isPassword } from "#lib/people/passwords.ts";
import { findCredentials, hasComeFrom, noteFailedSignIn, type Origin, updateUser } from "#lib/people/queries.ts";
import { beginSession } from "#lib/people/sessions.ts";
import { refuse } from "#lib/refusal.ts";

const credentials = z.strictObject({
  email: z.string().trim().toLowerCase().min(1, { error: "Give your e-mail address." }).max(255, { error: "This is too long for an e-mail address." }),
  password: z.string().min(1, { error: "Give your password." }).max(4096, { error: "This is too long for a password." }),
});
const nobody = "00000000-0000-0000-0000-000000000000";

/** The id of the new session. Refusals: "unauthenticated", "tooMany" with Retry-After, "invalid". */
export async function signIn(input: unknown, origin: Origin): Promise<string> {
  const { email, password } = accept(credentials, input);
  const { user, cameBefore } = await lookUp(email, origin.ipAddress);
  const attempt = await beginAttempt({ account: email, ipAddress: origin.ipAddress, comesFromWhereTheyCame: cameBefore });
  const isRight = await isPassword(password, user?.passwordHash);
  if (!user || !isRight || user.status !== "active") {
    await systemTransaction(async (tx) => {
      await noteFailedSignIn(tx, email, attempt.delayedUntil);
      // Of an address nobody has, nothing is kept: it may be a password in the wrong field.
      const reason = !user ? "Nobody has this e-mail." : isRight ? "The person is deactivated." : "The password was wrong.";
      await record(tx, "auth.signInFailed", { actor: visitor(user?.id ?? null, origin), status: "denied", details: { reason } });
    });
    return refuse("unauthenticated", "The e-mail or the password is wrong.");
  }
  const passwordHash = isDated(user.passwordHash) ? await hashPassword(password) : user.passwordHash;
  await attempt.forgive();
  return systemTransaction(async (tx) => {
    if (passwordHash !== user.passwordHash) await updateUser(tx, user.id, { passwordHash });
    const session = await beginSession(tx, user.id, origin);
    await record(tx, "auth.signedIn", { actor: visitor(user.id, origin), resource: { type: "Session", id: session }, details: { by: "password" } });
    return session;
  });
}

async function lookUp(email: string, ipAddress: string | null) {
  return systemRead(async (q) => {
    const user = await findCredentials(q, { email });
    return { user, cameBefore: await hasComeFrom(q, user?.id ?? nobody, ipAddress ?? "") };
  });
}
