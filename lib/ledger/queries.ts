// Reading the ledger: movements by month and between days, balances as at a day, the lines behind a figure, and the journal of a document.
// Amounts are debit positive. Where a ledger sequence is given, all is as it was when that entry had been posted: what was posted since is
// taken off again, so a stored figure stays provable after the books move.
import { and, asc, between, eq, getTableColumns, gt, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { AccountBalances, Accounts, AccountTags, DailyMovements, JournalEntries, JournalLines } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { addDays, type Day, type Month, monthOf } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { type Balances, presentBalances } from "#lib/ledger/balances.ts";
import { noTracking } from "#lib/ledger/entries/balance-movements.ts";
import { partsOf, type Stretch } from "#lib/ledger/stretch.ts";
import type { Money } from "#lib/money.ts";

/** `trackingSetId` only where movements are asked for by tracking; null for lines without any. */
type OfAccount = { accountId: string; trackingSetId?: string | null; amount: Money };
export type MonthMovement = OfAccount & { month: Month };
type DayMovement = OfAccount & { date: Day };
type Days = { from: Day; to: Day };
/** With `byTracking` an account moves by the sets of options that its lines carry, each by itself. */
type AsAt = { basis: Basis; upToSequence?: number | undefined; byTracking?: boolean | undefined };

/** With what somebody chose to say of each. */
export function chartOfAccounts(q: Query) {
  const { tag: chosenTag, activity: chosenActivity } = AccountTags;
  return q
    .select({ ...getTableColumns(Accounts), chosenTag, chosenActivity })
    .from(Accounts)
    .leftJoin(AccountTags, and(eq(AccountTags.tenantId, Accounts.tenantId), eq(AccountTags.accountId, Accounts.id)))
    .where(eq(Accounts.tenantId, q.tenantId))
    .orderBy(sql`${Accounts.code} nulls last`, asc(Accounts.name));
}

/** The first month that anything was posted in; null where nothing was. */
export async function firstMonthOf(q: Query, basis: Basis): Promise<Month | null> {
  const { tenantId, month } = AccountBalances;
  const [first] = await q.select({ month }).from(AccountBalances).where(and(eq(tenantId, q.tenantId), eq(AccountBalances.basis, basis))).orderBy(asc(month)).limit(1);
  return first?.month ?? null;
}

/** A first month of null asks from the beginning of the books. */
export async function movementsByMonth(q: Query, { from, to, ...asAt }: AsAt & { from: Month | null; to: Month }): Promise<MonthMovement[]> {
  const rows = await monthlyBalances(q, asAt.basis, from, to, asAt.byTracking);
  const later = await postedSince(q, asAt);
  const since = later.map(({ date, amount, ...line }) => ({ ...line, month: monthOf(date), amount: -amount })).filter((each) => each.month <= to && (from === null || each.month >= from));
  return added([...rows.map(({ debit, credit, trackingSetId, ...row }) => ({ ...row, trackingSetId: trackingSetId === noTracking ? null : trackingSetId, amount: debit - credit })), ...since]);
}

export function monthlyBalances(q: Query, basis: Basis, from: Month | null, to: Month, byTracking?: boolean) {
  const { tenantId, accountId, month, trackingSetId, debit, credit } = AccountBalances;
  return q
    .select({ accountId, month, trackingSetId: byTracking ? set(trackingSetId) : noSet, debit: total(debit), credit: total(credit) })
    .from(AccountBalances)
    .where(and(eq(tenantId, q.tenantId), eq(AccountBalances.basis, basis), lte(month, to), from === null ? undefined : gte(month, from)))
    .groupBy(accountId, month, ...(byTracking ? [trackingSetId] : []));
}

/** Account → movement. */
export async function movementsBetween(q: Query, asked: Omit<AsAt, "byTracking"> & Stretch): Promise<Map<string, Money>> {
  const totals = new Map<string, Money>();
  for (const { accountId, amount } of await movementsWithin(q, asked)) totals.set(accountId, (totals.get(accountId) ?? 0n) + amount);
  return totals;
}

/** An account may come several times. */
export async function movementsWithin(q: Query, { basis, upToSequence, byTracking, ...stretch }: AsAt & Stretch): Promise<OfAccount[]> {
  const asAt = { basis, upToSequence, byTracking };
  const { months, days } = partsOf(stretch);
  const whole = months ? await movementsByMonth(q, { ...asAt, from: months.first, to: months.last }) : [];
  return [...whole, ...(days.length > 0 ? await movementsByDay(q, asAt, days) : [])];
}

/** As the ledger is, from what was added up while posting; as it was once, from the lines. */
async function movementsByDay(q: Query, asAt: AsAt, days: readonly Days[]): Promise<DayMovement[]> {
  if (asAt.upToSequence !== undefined) return withAmounts(await sumsOfDays(q, asAt, days));
  const rows = await dailySums(q, asAt, days);
  return withAmounts(rows.map(({ trackingSetId, ...row }) => ({ ...row, trackingSetId: trackingSetId === noTracking ? null : trackingSetId })));
}

export function dailySums(q: Query, { basis, byTracking }: Omit<AsAt, "upToSequence">, days: readonly Days[]) {
  const { tenantId, accountId, date, trackingSetId, debit, credit } = DailyMovements;
  return q
    .select({ accountId, date, trackingSetId: byTracking ? set(trackingSetId) : noSet, debit: total(debit), credit: total(credit) })
    .from(DailyMovements)
    .where(and(eq(tenantId, q.tenantId), eq(DailyMovements.basis, basis), or(...days.map(({ from, to }) => between(date, from, to)))))
    .groupBy(accountId, date, ...(byTracking ? [trackingSetId] : []));
}

/** As Xero's trial balance presents them, cut by day where the financial year begins. */
export async function balancesAsAt(q: Query, { day, yearEnd, ...asAt }: AsAt & { day: Day; yearEnd: YearEnd }): Promise<Balances> {
  const start = yearStartOf(day, yearEnd);
  const before = await movementsBetween(q, { ...asAt, from: null, to: addDays(start, -1) });
  const within = await movementsBetween(q, { ...asAt, from: start, to: day });
  return presentBalances(await chartOfAccounts(q), before, within);
}

/** Every entry that names a document, on both bases, reversals too, in the order of posting. */
export async function journalOf(q: Query, transactionId: string) {
  const named = q.select({ id: JournalLines.entryId }).from(JournalLines).where(and(eq(JournalLines.tenantId, q.tenantId), eq(JournalLines.transactionId, transactionId)));
  return q
    .select({ entry: JournalEntries, line: JournalLines, account: Accounts })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .innerJoin(Accounts, and(eq(Accounts.tenantId, JournalLines.tenantId), eq(Accounts.id, JournalLines.accountId)))
    .where(and(eq(JournalLines.tenantId, q.tenantId), inArray(JournalLines.entryId, named)))
    .orderBy(asc(JournalEntries.sequence), asc(JournalLines.lineNumber));
}

const ownEntry = and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId), eq(JournalEntries.status, "posted"));

function upTo(sequence: number | undefined): SQL | undefined {
  return sequence === undefined ? undefined : lte(JournalEntries.sequence, sequence);
}

async function postedSince(q: Query, { basis, upToSequence, byTracking }: AsAt): Promise<DayMovement[]> {
  return upToSequence === undefined ? [] : withAmounts(await sumsPostedSince(q, basis, upToSequence, byTracking));
}

/** By account and day. An entry and its lines have one day, and entries are found by theirs. */
export function sumsOfDays(q: Query, { basis, upToSequence, byTracking }: AsAt, days: readonly Days[]) {
  return sumLines(q, and(eq(JournalEntries.basis, basis), upTo(upToSequence), or(...days.map(({ from, to }) => between(JournalEntries.date, from, to)))), byTracking);
}

/** By account and day. */
export function sumsPostedSince(q: Query, basis: Basis, sequence: number, byTracking?: boolean) {
  return sumLines(q, and(eq(JournalEntries.basis, basis), gt(JournalEntries.sequence, sequence)), byTracking);
}

function sumLines(q: Query, which: SQL | undefined, byTracking?: boolean) {
  const { accountId, date, trackingSetId, debit, credit } = JournalLines;
  return q
    .select({ accountId, date, trackingSetId: byTracking ? set(trackingSetId) : noSet, debit: total(debit), credit: total(credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .where(and(eq(JournalLines.tenantId, q.tenantId), which))
    .groupBy(accountId, date, ...(byTracking ? [trackingSetId] : []));
}

const noSet = sql<null>`null`;

function set(column: typeof AccountBalances.trackingSetId | typeof DailyMovements.trackingSetId | typeof JournalLines.trackingSetId): SQL<string | null> {
  return sql<string | null>`${column}`;
}

function withAmounts(sums: readonly (Omit<DayMovement, "amount"> & { debit: Money; credit: Money })[]): DayMovement[] {
  return sums.map(({ debit, credit, ...line }) => ({ ...line, amount: debit - credit }));
}

function added(movements: readonly MonthMovement[]): MonthMovement[] {
  const byKey = new Map<string, MonthMovement>();
  for (const movement of movements) {
    const key = `${movement.accountId}|${movement.month}|${movement.trackingSetId ?? ""}`;
    byKey.set(key, { ...movement, amount: movement.amount + (byKey.get(key)?.amount ?? 0n) });
  }
  return [...byKey.values()];
}

type Summed = typeof JournalLines.debit | typeof JournalLines.credit | typeof AccountBalances.debit | typeof AccountBalances.credit | typeof DailyMovements.debit | typeof DailyMovements.credit;

function total(column: Summed) {
  return sql`coalesce(sum(${column}), 0)`.mapWith(column);
}
