// Our own trial balance on each day that Xero's was read: one pass over the movements by month, and single days only where a reading or a
// financial year cuts a month in two.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { addDays, type Day, firstDayOf, lastDayOf, type Month, monthOf } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { type LedgerAccount, presentBalances } from "#lib/ledger/balances.ts";
import { type MonthMovement, movementsBetween, movementsByMonth } from "#lib/ledger/queries.ts";
import type { Reading } from "#lib/ledger/tie-out/movements-since.ts";
import type { Money } from "#lib/money.ts";

type Totals = ReadonlyMap<string, Money>;

/** `firstMonth` is the first in which anything moved. */
type OwnReadings = { readings: Map<Day, Reading>; firstMonth: Month | null };

export async function ownReadings(q: Query, basis: Basis, days: readonly Day[], chart: readonly LedgerAccount[], yearEnd: YearEnd): Promise<OwnReadings> {
  const closes = new Map(days.map((day) => [day, addDays(yearStartOf(day, yearEnd), -1)]));
  const last = days.map(monthOf).toSorted().at(-1);
  const movements = last === undefined ? [] : await movementsByMonth(q, { basis, from: null, to: last });
  const totals = await totalsAt(q, basis, movements, [...new Set([...days, ...closes.values()])]);
  const readings = new Map(days.map((day) => [day, { day, balances: balancesOn(totals, day, closes.get(day) ?? day, chart) }]));
  return { readings, firstMonth: movements.map(({ month }) => month).toSorted().at(0) ?? null };
}

function balancesOn(totals: ReadonlyMap<Day, Totals>, day: Day, close: Day, chart: readonly LedgerAccount[]): Totals {
  const before: Totals = totals.get(close) ?? new Map();
  const upTo: Totals = totals.get(day) ?? new Map();
  const within = new Map([...upTo].map(([accountId, amount]) => [accountId, amount - (before.get(accountId) ?? 0n)]));
  return presentBalances(chart, before, within).accounts;
}

/** Account → everything moved up to each of some days. */
async function totalsAt(q: Query, basis: Basis, movements: readonly MonthMovement[], days: readonly Day[]): Promise<Map<Day, Totals>> {
  const byMonth = Map.groupBy(movements, ({ month }) => month);
  const running = new Map<string, Money>();
  const found = new Map<Day, Totals>();
  const months = [...new Set([...byMonth.keys(), ...days.map(monthOf)])].toSorted();
  for (const month of months) {
    for (const day of days.filter((each) => monthOf(each) === month && each !== lastDayOf(month))) {
      found.set(day, plus(running, await movementsBetween(q, { basis, from: firstDayOf(month), to: day })));
    }
    advance(running, byMonth, month);
    if (days.includes(lastDayOf(month))) found.set(lastDayOf(month), new Map(running));
  }
  return found;
}

function advance(running: Map<string, Money>, byMonth: ReadonlyMap<Month, readonly MonthMovement[]>, month: Month): void {
  for (const { accountId, amount } of byMonth.get(month) ?? []) running.set(accountId, (running.get(accountId) ?? 0n) + amount);
}

function plus(one: Totals, other: Totals): Totals {
  const both = new Map(one);
  for (const [accountId, amount] of other) both.set(accountId, (both.get(accountId) ?? 0n) + amount);
  return both;
}
