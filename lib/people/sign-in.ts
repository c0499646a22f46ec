// Signing in. Somebody we know, somebody we do not and somebody who was deactivated get the same answer for a wrong password, after the
// same work.
import { z } from "zod";
import { systemRead, systemTransaction } from "#db/system.ts";
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
    await systemTransaction((tx) => noteFailedSignIn(tx, email, attempt.delayedUntil));
    return refuse("unauthenticated", "The e-mail or the password is wrong.");
  }
  const passwordHash = isDated(user.passwordHash) ? await hashPassword(password) : user.passwordHash;
  await attempt.forgive();
  return systemTransaction(async (tx) => {
    if (passwordHash !== user.passwordHash) await updateUser(tx, user.id, { passwordHash });
    return beginSession(tx, user.id, origin);
  });
}

async function lookUp(email: string, ipAddress: string | null) {
  return systemRead(async (q) => {
    const user = await findCredentials(q, { email });
    return { user, cameBefore: await hasComeFrom(q, user?.id ?? nobody, ipAddress ?? "") };
  });
}
