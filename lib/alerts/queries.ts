// Rules, and the alerts that came of them and of closed days.
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { Accounts, AlertRules, Alerts, LedgerChecks, Packs, XeroTenants } from "#db/schema/index.ts";
import type { AlertSide, Invariant } from "#db/vocabulary.ts";
import { lastDayOf } from "#lib/day.ts";

export type RuleRow = typeof AlertRules.$inferSelect;
export type AlertRow = typeof Alerts.$inferSelect;
type NewRule = Omit<typeof AlertRules.$inferInsert, "tenantId" | "id">;
type NewAlert = Omit<typeof Alerts.$inferInsert, "tenantId">;

export function findRules(q: Reader): Promise<RuleRow[]> {
  return q.select().from(AlertRules).where(inArray(AlertRules.tenantId, [...q.tenantIds])).orderBy(asc(AlertRules.kpi), asc(AlertRules.side), asc(AlertRules.id));
}

export async function findRule(q: Reader, id: string): Promise<RuleRow | undefined> {
  const [rule] = await q.select().from(AlertRules).where(and(inArray(AlertRules.tenantId, [...q.tenantIds]), eq(AlertRules.id, id)));
  return rule;
}

export async function findRuleOf(q: Query, kpi: string, side: AlertSide): Promise<RuleRow | undefined> {
  const [rule] = await q.select().from(AlertRules).where(and(eq(AlertRules.tenantId, q.tenantId), eq(AlertRules.kpi, kpi), eq(AlertRules.side, side)));
  return rule;
}

/** One a key figure and side: what was there is replaced. */
export async function saveRule(tx: Transaction, rule: NewRule): Promise<void> {
  const { tenantId, kpi, side } = AlertRules;
  const { kpi: _kpi, side: _side, ...set } = rule;
  await tx.insert(AlertRules).values({ ...rule, tenantId: tx.tenantId }).onConflictDoUpdate({ target: [tenantId, kpi, side], set });
}

export async function deleteRule(tx: Transaction, id: string): Promise<void> {
  await tx.delete(AlertRules).where(and(eq(AlertRules.tenantId, tx.tenantId), eq(AlertRules.id, id)));
}

/** Open ones, the newest first. */
export function openAlerts(q: Reader, after: { id: string } | null, limit: number): Promise<AlertRow[]> {
  return q.select().from(Alerts).where(and(ofReach(q), isNull(Alerts.endedAt), after ? lt(Alerts.id, after.id) : undefined)).orderBy(desc(Alerts.id)).limit(limit);
}

/** Open alerts that nobody has acknowledged, the newest first, and what must hold in any books and does not: one question, for who shows both has others. */
export async function findUnseen(q: Query, limit: number): Promise<{ alerts: AlertRow[]; broken: Invariant[] }> {
  const newest = q.select({ id: Alerts.id }).from(Alerts).where(and(ofReach(q), isNull(Alerts.endedAt), isNull(Alerts.acknowledgedAt))).orderBy(desc(Alerts.id)).limit(limit);
  const rows = await q
    .select({ alert: Alerts, invariant: LedgerChecks.invariant })
    .from(XeroTenants)
    .leftJoin(Alerts, and(eq(Alerts.tenantId, XeroTenants.id), inArray(Alerts.id, newest)))
    .leftJoin(LedgerChecks, and(eq(LedgerChecks.tenantId, XeroTenants.id), eq(LedgerChecks.holds, false)))
    .where(eq(XeroTenants.id, q.tenantId))
    .orderBy(desc(Alerts.id), asc(LedgerChecks.invariant));
  const alerts = new Map(rows.flatMap(({ alert }) => (alert ? [[alert.id, alert] as const] : [])));
  return { alerts: [...alerts.values()], broken: [...new Set(rows.flatMap(({ invariant }) => invariant ?? []))] };
}

/** Those that are over, the last to end first. */
export function pastAlerts(q: Reader, after: { endedAt: Date; id: string } | null, limit: number): Promise<AlertRow[]> {
  const { endedAt, id } = Alerts;
  const behind = after ? or(lt(endedAt, after.endedAt), and(eq(endedAt, after.endedAt), lt(id, after.id))) : undefined;
  return q.select().from(Alerts).where(and(ofReach(q), isNotNull(endedAt), behind)).orderBy(desc(endedAt), desc(id)).limit(limit);
}

export async function findAlert(q: Reader, id: string): Promise<AlertRow | undefined> {
  const [alert] = await q.select().from(Alerts).where(and(ofReach(q), eq(Alerts.id, id)));
  return alert;
}

/** The open alerts of key figures. */
export function watchedAlerts(q: Query): Promise<AlertRow[]> {
  return q.select().from(Alerts).where(and(eq(Alerts.tenantId, q.tenantId), isNull(Alerts.endedAt), isNotNull(Alerts.watched)));
}

/** Undefined where somebody else raised the same a moment ago. */
export async function insertAlert(tx: Transaction, alert: NewAlert): Promise<AlertRow | undefined> {
  const [row] = await tx.insert(Alerts).values({ ...alert, tenantId: tx.tenantId }).onConflictDoNothing().returning();
  return row;
}

export async function updateAlert(tx: Transaction, id: string, change: Partial<NewAlert>): Promise<AlertRow> {
  const [row] = await tx.update(Alerts).set({ ...change, updatedAt: new Date() }).where(and(eq(Alerts.tenantId, tx.tenantId), eq(Alerts.id, id))).returning();
  if (!row) throw new Error(`There is no alert ${id} to change.`);
  return row;
}

/** The last locked day as the last complete sync left it, the issued pack that reaches furthest, and what the books count in. */
export async function findClosedDays(q: Query) {
  const [row] = await q.select({ lockedTo: XeroTenants.watchedLockDate, currency: XeroTenants.baseCurrency }).from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
  const { id, name, month, tenantId, status, issuedAt } = Packs;
  const [pack] = await q.select({ packId: id, name, month }).from(Packs).where(and(eq(tenantId, q.tenantId), eq(status, "issued"))).orderBy(desc(month), desc(issuedAt)).limit(1);
  const issued = pack ? { packId: pack.packId, name: pack.name, to: lastDayOf(pack.month) } : null;
  return { lockedTo: row?.lockedTo ?? null, issued, currency: row?.currency ?? "" };
}

export async function findAccountNames(q: Query, ids: readonly string[]) {
  const { id, code, name, tenantId } = Accounts;
  const rows = await q.select({ id, code, name }).from(Accounts).where(and(eq(tenantId, q.tenantId), inArray(id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}

function ofReach(q: Reader): SQL {
  return inArray(Alerts.tenantId, [...q.tenantIds]);
}
