// For tests: books with somebody in them, the lock that a sync leaves, and the mail that waits to be sent.
import { and, asc, eq } from "drizzle-orm";
import { Jobs, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import type { Day } from "#lib/day.ts";
import { transaction } from "#db/index.ts";
import { openOrganisation } from "#lib/ledger/testing/queries.ts";
import { findUserByEmail } from "#lib/people/queries.ts";
import { makePerson } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import type { Scope } from "#lib/scope.ts";
import { markSynced } from "#lib/sync/cursor-queries.ts";

export async function openLockedTestBooks(name: string): Promise<Scope> {
  const known = await systemTransaction((tx) => findUserByEmail(tx, "ada@example.com"));
  const userId = known?.id ?? (await makePerson("ada@example.com", "Accountant"));
  const { tenantId } = await openOrganisation(name);
  return { userId, tenantId, permissions: permissionsOf("Accountant"), via: "session" };
}

/** Locked in Xero, and seen by a sync that came through. */
export function lockBooks(scope: Scope, periodLockDate: Day): Promise<void> {
  return transaction(scope, async (tx) => {
    await tx.update(XeroTenants).set({ periodLockDate }).where(eq(XeroTenants.id, tx.tenantId));
    await markSynced(tx, new Date());
  });
}

export function mailJobs(tenantId: string) {
  return systemRead((q) => q.select().from(Jobs).where(and(eq(Jobs.tenantId, tenantId), eq(Jobs.type, "mail"))).orderBy(asc(Jobs.id)));
}

/** Somebody's membership. */
export function takeAway(tenantId: string, userId = ""): Promise<void> {
  return systemTransaction((tx) => tx.delete(UserTenants).where(and(eq(UserTenants.tenantId, tenantId), eq(UserTenants.userId, userId))).then(() => undefined));
}
