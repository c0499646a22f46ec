import { and, count, eq, gt, isNull, like, or, sql } from "drizzle-orm";
import type { Transaction } from "#db/index.ts";
import { ApiKeys, AuditLogs, Invitations, UserTenants } from "#db/schema/index.ts";
import type { SystemQuery } from "#db/system.ts";

/** One question, because a dashboard has room for one more: what a member has hidden, and what there is by now. */
export async function findBeginnings(q: SystemQuery, { userId, tenantId }: { userId: string; tenantId: string }, now: Date) {
  const namesIt = (column: typeof ApiKeys.tenantIds | typeof Invitations.tenantIds) => like(sql`cast(${column} as text)`, `%${tenantId}%`);
  const { action } = AuditLogs;
  const isLive = and(isNull(ApiKeys.revokedAt), or(isNull(ApiKeys.expiresAt), gt(ApiKeys.expiresAt, now)));
  const members = q.select({ many: count() }).from(UserTenants).where(eq(UserTenants.tenantId, tenantId));
  const invited = q.select({ many: count() }).from(Invitations).where(namesIt(Invitations.tenantIds));
  const keys = q.select({ many: count() }).from(ApiKeys).where(and(eq(ApiKeys.userId, userId), isLive, or(isNull(ApiKeys.tenantIds), namesIt(ApiKeys.tenantIds))));
  const tagged = q.select({ many: count() }).from(AuditLogs).where(and(eq(AuditLogs.tenantId, tenantId), eq(action, "account.tagged")));
  const [found] = await q
    .select({ isHidden: UserTenants.hidesFirstSteps, members: sql`(${members})`.mapWith(Number), invited: sql`(${invited})`.mapWith(Number), keys: sql`(${keys})`.mapWith(Number), tagged: sql`(${tagged})`.mapWith(Number) })
    .from(UserTenants)
    .where(and(eq(UserTenants.userId, userId), eq(UserTenants.tenantId, tenantId)));
  return found;
}

export async function hideFirstStepsOf(tx: Transaction, userId: string): Promise<void> {
  await tx.update(UserTenants).set({ hidesFirstSteps: true }).where(and(eq(UserTenants.tenantId, tx.tenantId), eq(UserTenants.userId, userId)));
}
