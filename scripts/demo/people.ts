// The demo's Admin and key: made once, found again in demo.json, and made anew where that file was lost.
import { systemRead } from "#db/system.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { organisationsOf } from "#lib/organisations/queries.ts";
import { isPassword, randomPassword } from "#lib/people/passwords.ts";
import { findCredentials } from "#lib/people/queries.ts";
import { resetPassword } from "#lib/people/reset-password.ts";
import { createFirstAdmin } from "#lib/people/set-up.ts";
import { permissions } from "#lib/permissions.ts";

export const email = "demo@daybook.example";

/** The Admin's id and password; `known` is what demo.json remembers, which they may have changed since. */
export async function demoAdmin(known: string | undefined): Promise<{ userId: string; password: string }> {
  const before = await systemRead((q) => findCredentials(q, { email }));
  if (before) {
    const stillWorks = known !== undefined && (await isPassword(known, before.passwordHash));
    return { userId: before.id, password: stillWorks ? known : await resetPassword(email) };
  }
  const password = randomPassword();
  return { userId: await createFirstAdmin({ email, password, firstName: "Demo", lastName: "Admin" }), password };
}

/** Xero's id of each organisation that was connected before → whether a new consent is due. */
export async function connectedBefore(userId: string): Promise<Map<string, { needsConsent: boolean }>> {
  const rows = await systemRead((q) => organisationsOf(q, userId));
  return new Map(rows.map(({ organisation }) => [organisation.tenantId, { needsConsent: organisation.connectionStatus === "reauthRequired" }]));
}

export function demoKey(userId: string, tenantIds: readonly string[] | null): Promise<string> {
  return replaceKey({ userId, name: "Demo", permissions, tenantIds });
}
