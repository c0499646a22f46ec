// Xero's trial balances as they were read, kept by day and account, and what tells whether a reading is still fresh.
import { and, asc, between, desc, eq, exists, gt, gte, inArray, isNotNull, lt, lte, max, min, or, type SQL, sql } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { AccountBalances, Accounts, CursorStates, DailyMovements, JournalEntries, Transactions, XeroTenants, XeroTrialBalances } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day, Month } from "#lib/day.ts";
import { stockRole } from "#lib/items/queries.ts";
import { journalsBegun } from "#lib/ledger/journals/queries.ts";

export type TrialBalanceRow = typeof XeroTrialBalances.$inferSelect;
type NewRow = Omit<typeof XeroTrialBalances.$inferInsert, "tenantId">;

const { tenantId, basis: basisColumn, monthEnd } = XeroTrialBalances;

export async function findOrganisation(q: Query) {
  const [organisation] = await q.select().from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
  return organisation;
}

/** The accounts that are compared, with what Xero keeps of its tracked items on each. */
export function findComparedAccounts(q: Query) {
  const { id, code, name, type, class: kind, systemAccount, currencyCode } = Accounts;
  return q
    .select({ id, code, name, type, class: kind, systemAccount, currencyCode, stock: stockRole(q) })
    .from(Accounts)
    .where(eq(Accounts.tenantId, q.tenantId))
    .orderBy(sql`${code} nulls last`, asc(name));
}

/** The organisation and how far its books reach, in one question: the day of the first document that is in the ledger or should be, the last
 * posting on each basis, when the sync last came through all trial balances it asks for, changed or not, and whether Xero's journals are the ledger. */
export async function findBooks(q: Query) {
  const lastPostedAt = (basis: Basis) => sql<Date | null>`(${lastPosting(q, basis)})`.mapWith(JournalEntries.postedAt);
  const [books] = await q
    .select({
      organisation: XeroTenants,
      firstDocumentDay: sql<Day | null>`(${firstDocumentDay(q)})`.mapWith(Transactions.date),
      lastPostedAt: { accrual: lastPostedAt("accrual"), cash: lastPostedAt("cash") },
      lastCheckAt: sql<Date | null>`(${lastCheck(q)})`.mapWith(CursorStates.completedAt),
      hasJournals: exists(journalsBegun(q)).mapWith(Boolean),
    })
    .from(XeroTenants)
    .where(eq(XeroTenants.id, q.tenantId));
  return books;
}

function firstDocumentDay(q: Query) {
  const { date, status } = Transactions;
  return q.select({ date }).from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), inArray(status, ["AUTHORISED", "PAID"]))).orderBy(asc(date)).limit(1);
}

/** Entries without a sequence are left out by the condition: an order that puts them last is no index's on PostgreSQL, which would sort all there are. */
export function lastPosting(q: Query, basis: Basis) {
  const { postedAt, sequence } = JournalEntries;
  return q.select({ postedAt }).from(JournalEntries).where(and(eq(JournalEntries.tenantId, q.tenantId), eq(JournalEntries.basis, basis), isNotNull(sequence))).orderBy(desc(sequence)).limit(1);
}

function lastCheck(q: Query) {
  const { objectType, completedAt } = CursorStates;
  return q.select({ completedAt }).from(CursorStates).where(and(eq(CursorStates.tenantId, q.tenantId), eq(objectType, "TrialBalance")));
}

export function findReading(q: Query, basis: Basis, day: Day): Promise<TrialBalanceRow[]> {
  return q.select().from(XeroTrialBalances).where(and(ofBasis(q, basis), eq(monthEnd, day)));
}

export async function findDayBefore(q: Query, basis: Basis, day: Day): Promise<Day | null> {
  const [row] = await q.select({ day: monthEnd }).from(XeroTrialBalances).where(and(ofBasis(q, basis), lt(monthEnd, day))).orderBy(desc(monthEnd)).limit(1);
  return row?.day ?? null;
}

export async function findDayAfter(q: Query, basis: Basis, day: Day): Promise<Day | null> {
  const [row] = await q.select({ day: monthEnd }).from(XeroTrialBalances).where(and(ofBasis(q, basis), gt(monthEnd, day))).orderBy(asc(monthEnd)).limit(1);
  return row?.day ?? null;
}

/** The readings of a stretch of days, and the one before it. */
export function findReadings(q: Query, basis: Basis, from: Day | null, to: Day): Promise<TrialBalanceRow[]> {
  const before = q.select({ day: max(monthEnd) }).from(XeroTrialBalances).where(and(ofBasis(q, basis), from === null ? undefined : lt(monthEnd, from)));
  const since = from === null ? undefined : gte(monthEnd, sql`coalesce((${before}), ${from})`);
  return q.select().from(XeroTrialBalances).where(and(ofBasis(q, basis), lte(monthEnd, to), since)).orderBy(asc(monthEnd));
}

/** Of the last day in a stretch that Xero was asked for on cash basis: its reading on that basis, and those on accrual basis up to that day. */
export function findReadingsOfCash(q: Query, from: Day | null, to: Day): Promise<TrialBalanceRow[]> {
  const asked = and(ofBasis(q, "cash"), lte(monthEnd, to), from === null ? undefined : gte(monthEnd, from));
  const last = sql`(${q.select({ day: max(monthEnd) }).from(XeroTrialBalances).where(asked)})`;
  return q.select().from(XeroTrialBalances).where(and(eq(tenantId, q.tenantId), lte(monthEnd, last), or(eq(basisColumn, "accrual"), eq(monthEnd, last)))).orderBy(asc(monthEnd));
}

type Moved = typeof AccountBalances | typeof DailyMovements;

/** What moved on some bases up to a month, by month, and on stretches of days within a month, by day, in one question: a period is a month or a day. */
export function movementsUpTo(q: Query, bases: readonly Basis[], last: Month, stretches: readonly { from: Day; to: Day }[]) {
  const { month } = AccountBalances;
  const byMonth = movements(q, AccountBalances, month, bases, lte(month, last));
  const { date } = DailyMovements;
  const days = stretches.map(({ from, to }) => between(date, from, to));
  return days.length === 0 ? byMonth : byMonth.unionAll(movements(q, DailyMovements, date, bases, or(...days)));
}

function movements(q: Query, of: Moved, period: typeof AccountBalances.month | typeof DailyMovements.date, bases: readonly Basis[], which: SQL | undefined) {
  const { tenantId: tenant, basis, accountId, debit, credit } = of;
  const total = (column: typeof debit | typeof credit) => sql`coalesce(sum(${column}), 0)`.mapWith(column);
  return q
    .select({ basis, accountId, period: sql<Month | Day>`cast(${period} as text)`, debit: total(debit), credit: total(credit) })
    .from(of)
    .where(and(eq(tenant, q.tenantId), inArray(basis, [...bases]), which))
    .groupBy(basis, accountId, period);
}

export async function writeRows(tx: Transaction, rows: readonly NewRow[]): Promise<void> {
  const { tenantId: tenant, basis, accountId, movement, balance, fetchedAt, dataVersion } = XeroTrialBalances;
  const set = Object.fromEntries([movement, balance, fetchedAt, dataVersion].map((column) => [column.name, sql`excluded.${sql.identifier(column.name)}`]));
  await insertRows(tx, XeroTrialBalances, rows.map((row) => ({ ...row, tenantId: tx.tenantId })), { target: [tenant, basis, accountId, monthEnd], set });
}

/** A reading that says what it said before, read after something was posted. */
export async function confirmReading(tx: Transaction, basis: Basis, day: Day, fetchedAt: Date, dataVersion: number): Promise<void> {
  await tx.update(XeroTrialBalances).set({ fetchedAt, dataVersion }).where(and(ofBasis(tx, basis), eq(monthEnd, day)));
}

/** Whether anything dated after one day and up to another was posted since a moment. */
export async function wasPostedSince(q: Query, basis: Basis, after: Day | null, upTo: Day, since: Date): Promise<boolean> {
  const { date, postedAt } = JournalEntries;
  const within = and(lte(date, upTo), after === null ? undefined : gt(date, after), gt(postedAt, since));
  const rows = await q.select({ id: JournalEntries.id }).from(JournalEntries).where(and(eq(JournalEntries.tenantId, q.tenantId), eq(JournalEntries.basis, basis), within)).limit(1);
  return rows.length > 0;
}

/** Day → when the last entry of that day was posted, for what was posted since a moment. */
export async function findPostedSince(q: Query, basis: Basis, upTo: Day, since: Date): Promise<{ date: Day; postedAt: Date }[]> {
  const { tenantId: tenant, date, postedAt } = JournalEntries;
  const within = and(eq(tenant, q.tenantId), eq(JournalEntries.basis, basis), lte(date, upTo), gt(postedAt, since));
  const rows = await q.select({ date, postedAt: max(postedAt) }).from(JournalEntries).where(within).groupBy(date);
  return rows.flatMap((row) => (row.postedAt ? [{ date: row.date, postedAt: row.postedAt }] : []));
}

/** The new version of the organisation's figures. */
export async function raiseDataVersion(tx: Transaction): Promise<number> {
  const { dataVersion } = XeroTenants;
  const [organisation] = await tx.update(XeroTenants).set({ dataVersion: sql`${dataVersion} + 1` }).where(eq(XeroTenants.id, tx.tenantId)).returning({ dataVersion });
  return organisation?.dataVersion ?? 0;
}

export async function findFirstEntryDay(q: Query): Promise<Day | null> {
  const [entry] = await q.select({ date: JournalEntries.date }).from(JournalEntries).where(eq(JournalEntries.tenantId, q.tenantId)).orderBy(asc(JournalEntries.date)).limit(1);
  return entry?.date ?? null;
}

function ofBasis(q: Query, basis: Basis): SQL | undefined {
  return and(eq(tenantId, q.tenantId), eq(basisColumn, basis));
}

/** The earliest day that anything posted since an instant is dated; null when nothing was. */
export async function findEarliestPostedSince(q: Query, since: Date): Promise<Day | null> {
  const { tenantId, date, postedAt } = JournalEntries;
  const [row] = await q.select({ date: min(date) }).from(JournalEntries).where(and(eq(tenantId, q.tenantId), gte(postedAt, since)));
  return row?.date ?? null;
}
