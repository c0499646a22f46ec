import { and, asc, eq, max } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { CursorStates, XeroTenants, XeroTrialBalances } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { lockedTo } from "#lib/organisations/locked-to.ts";
import type { Basis, SyncObject } from "#db/vocabulary.ts";

export type Cursor = { since: Date | null; page: number; itemCount: number | null; highWater: Date | null; completedAt: Date | null };

const noCursor: Cursor = { since: null, page: 0, itemCount: null, highWater: null, completedAt: null };

export async function findCursor(q: Query, objectType: SyncObject): Promise<Cursor> {
  const [row] = await q.select().from(CursorStates).where(and(eq(CursorStates.tenantId, q.tenantId), eq(CursorStates.objectType, objectType)));
  return row ?? noCursor;
}

export async function saveCursor(tx: Transaction, objectType: SyncObject, cursor: Cursor): Promise<void> {
  const { since, page, itemCount, highWater, completedAt } = cursor;
  await tx
    .insert(CursorStates)
    .values({ tenantId: tx.tenantId, objectType, since, page, itemCount, highWater, completedAt })
    .onConflictDoUpdate({ target: [CursorStates.tenantId, CursorStates.objectType], set: { since, page, itemCount, highWater, completedAt, updatedAt: new Date() } });
}

/** From now on changes up to the day that the books are locked to are told. */
export async function markSynced(tx: Transaction, at: Date): Promise<void> {
  const { periodLockDate, endOfYearLockDate } = XeroTenants;
  const [locks] = await tx.select({ periodLockDate, endOfYearLockDate }).from(XeroTenants).where(eq(XeroTenants.id, tx.tenantId));
  await tx.update(XeroTenants).set({ lastSyncedAt: at, watchedLockDate: locks ? lockedTo(locks) : null }).where(eq(XeroTenants.id, tx.tenantId));
}

/** The days at which something is kept of Xero's trial balance on accrual basis, oldest first. */
export async function readingDays(q: Query): Promise<Day[]> {
  const { tenantId, basis, monthEnd } = XeroTrialBalances;
  const rows = await q.selectDistinct({ monthEnd }).from(XeroTrialBalances).where(and(eq(tenantId, q.tenantId), eq(basis, "accrual"))).orderBy(asc(monthEnd));
  return rows.map((row) => row.monthEnd);
}

/** When what is kept of the trial balance at a day was last read, in milliseconds; null for never. */
export async function lastLookAt(q: Query, basis: Basis, day: Day): Promise<number | null> {
  const { tenantId, monthEnd, fetchedAt } = XeroTrialBalances;
  const ofDay = and(eq(tenantId, q.tenantId), eq(XeroTrialBalances.basis, basis), eq(monthEnd, day));
  const [row] = await q.select({ at: max(fetchedAt) }).from(XeroTrialBalances).where(ofDay);
  return row?.at?.getTime() ?? null;
}
