// The demo's Admin and key: made once, found again in demo.json, and made anew where that file was lost.
import { systemRead } from "#db/system.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { randomPassword } from "#lib/people/passwords.ts";
import { findUserByEmail } from "#lib/people/queries.ts";
import { resetPassword } from "#lib/people/reset-password.ts";
import { createFirstAdmin } from "#lib/people/set-up.ts";
import { permissions } from "#lib/permissions.ts";

export const email = "demo@daybook.example";

/** The Admin's id and password; `known` is the password that demo.json remembers. */
export async function demoAdmin(known: string | undefined): Promise<{ userId: string; password: string }> {
  const before = await systemRead((q) => findUserByEmail(q, email));
  if (before) return { userId: before.id, password: known ?? (await resetPassword(email)) };
  const password = randomPassword();
  return { userId: await createFirstAdmin({ email, password, firstName: "Demo", lastName: "Admin" }), password };
}

export function demoKey(userId: string, tenantIds: readonly string[] | null): Promise<string> {
  return replaceKey({ userId, name: "Demo", permissions, tenantIds });
}
