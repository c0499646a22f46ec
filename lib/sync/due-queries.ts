import { and, count, eq, gt, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import { Jobs, XeroTenants } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

/** By Xero's own ids; one that nobody has connected is nobody's. */
export async function noteChange(tx: SystemTransaction, xeroTenantIds: readonly string[], now: Date): Promise<void> {
  await tx.update(XeroTenants).set({ changedInXeroAt: now }).where(and(inArray(XeroTenants.tenantId, [...xeroTenantIds]), isNull(XeroTenants.changedInXeroAt)));
}

export async function forgetChange(tx: SystemTransaction, tenantId: string): Promise<void> {
  await tx.update(XeroTenants).set({ changedInXeroAt: null }).where(eq(XeroTenants.id, tenantId));
}

/** Connected, complete once, and either changed since or not synced for long. */
export function organisationsToSync(q: SystemQuery, notSyncedSince: Date) {
  const due = or(isNotNull(XeroTenants.changedInXeroAt), lt(XeroTenants.lastSyncedAt, notSyncedSince));
  return q
    .select({ id: XeroTenants.id, changedInXeroAt: XeroTenants.changedInXeroAt })
    .from(XeroTenants)
    .where(and(eq(XeroTenants.connectionStatus, "connected"), isNotNull(XeroTenants.lastSyncedAt), due));
}

/** How many syncs there were since a moment: of all, or of those that nobody had asked for. */
export async function syncsSince(q: SystemQuery, tenantId: string, since: Date, of: "all" | "unasked"): Promise<number> {
  const byNobody = of === "unasked" ? isNull(Jobs.userId) : undefined;
  const [row] = await q.select({ syncs: count() }).from(Jobs).where(and(eq(Jobs.tenantId, tenantId), eq(Jobs.type, "sync"), gt(Jobs.createdAt, since), byNobody));
  return Number(row?.syncs ?? 0);
}
