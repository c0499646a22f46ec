// Our own trial balance on each day that Xero's was read, on one basis or on both: one pass over the movements by month, and single days only
// where a reading or a financial year cuts a month in two.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { addDays, type Day, firstDayOf, lastDayOf, type Month, monthOf } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { type LedgerAccount, presentBalances } from "#lib/ledger/balances.ts";
import type { Reading } from "#lib/ledger/tie-out/movements-since.ts";
import { movementsUpTo } from "#lib/ledger/tie-out/queries.ts";
import type { Money } from "#lib/money.ts";

/** `firstMonth` is the first in which anything moved. */
export type OwnReadings = { readings: ReadonlyMap<Day, Reading>; firstMonth: Month | null };
type Books = { chart: readonly LedgerAccount[]; yearEnd: YearEnd };
type Totals = ReadonlyMap<string, Money>;
/** `period` is a month, or a day of one that is cut. */
type Moved = { accountId: string; period: Month | Day; debit: Money; credit: Money };

/** Of any of these bases, in one question. */
export async function ownReadings(q: Query, bases: readonly Basis[], days: readonly Day[], books: Books): Promise<(basis: Basis) => OwnReadings> {
  const ends = [...new Set(days.flatMap((day) => [day, closeBefore(day, books)]))];
  const last = ends.map(monthOf).toSorted().at(-1);
  const cut = ends.filter(isCut).map((day) => ({ from: firstDayOf(monthOf(day)), to: day }));
  const movements = Map.groupBy(last === undefined ? [] : await movementsUpTo(q, bases, last, cut), ({ basis }) => basis);
  return (basis) => presented(movements.get(basis) ?? [], days, books);
}

function presented(movements: readonly Moved[], days: readonly Day[], books: Books): OwnReadings {
  const totals = totalsAt(movements, new Set(days.flatMap((day) => [day, closeBefore(day, books)])));
  const readings = new Map(days.map((day) => [day, { day, balances: balancesOn(totals, day, books) }]));
  return { readings, firstMonth: movements.map(({ period }) => period).filter(isMonth).toSorted().at(0) ?? null };
}

/** The last day of the financial year before. */
function closeBefore(day: Day, { yearEnd }: Books): Day {
  return addDays(yearStartOf(day, yearEnd), -1);
}

function isCut(day: Day): boolean {
  return day !== lastDayOf(monthOf(day));
}

function isMonth(period: Month | Day): boolean {
  return period === monthOf(period);
}

function balancesOn(totals: ReadonlyMap<Day, Totals>, day: Day, books: Books): Totals {
  const before: Totals = totals.get(closeBefore(day, books)) ?? new Map();
  const upTo: Totals = totals.get(day) ?? new Map();
  const within = new Map([...upTo].map(([accountId, amount]) => [accountId, amount - (before.get(accountId) ?? 0n)]));
  return presentBalances(books.chart, before, within).accounts;
}

/** Account → everything moved up to each of some days. */
function totalsAt(movements: readonly Moved[], days: ReadonlySet<Day>): Map<Day, Totals> {
  const { whole = [], single = [] } = Object.groupBy(movements, ({ period }) => (isMonth(period) ? "whole" : "single"));
  const ofMonth = Map.groupBy(whole, ({ period }) => period);
  const found = new Map<Day, Totals>();
  let running: Totals = new Map();
  for (const month of [...new Set([...ofMonth.keys(), ...[...days].map(monthOf)])].toSorted()) {
    const within = [...days].filter((day) => monthOf(day) === month);
    for (const day of within.filter(isCut)) found.set(day, plus(running, single.filter(({ period }) => monthOf(period) === month && period <= day)));
    running = plus(running, ofMonth.get(month) ?? []);
    if (days.has(lastDayOf(month))) found.set(lastDayOf(month), running);
  }
  return found;
}

function plus(totals: Totals, moved: readonly Moved[]): Totals {
  const both = new Map(totals);
  for (const { accountId, debit, credit } of moved) both.set(accountId, (both.get(accountId) ?? 0n) + debit - credit);
  return both;
}
