// Xero's readings and our own, day by day in pairs, each with the one before it: what the tie-out compares.
import { addDays, type Day } from "#lib/day.ts";
import { yearStartOf } from "#lib/financial-year.ts";
import { compare, type Comparison, type Explained, type Pair } from "#lib/ledger/tie-out/compare.ts";
import type { OwnReadings } from "#lib/ledger/tie-out/own-balances.ts";
import type { TrialBalanceRow } from "#lib/ledger/tie-out/queries.ts";
import type { Books } from "#lib/ledger/tie-out/read-books.ts";
import { readingOf } from "#lib/ledger/tie-out/store-trial-balance.ts";

/** Readings of one basis by day, the earliest first. */
export type Rows = ReadonlyMap<Day, readonly TrialBalanceRow[]>;
/** Of `rows` those of some days; the others are what came before them. */
type Compared = { rows: Rows; days: readonly Day[]; explained?: Explained };

export function rowsByDay(rows: readonly TrialBalanceRow[]): Rows {
  return Map.groupBy(rows, ({ monthEnd }) => monthEnd);
}

export function dayBefore(day: Day, rows: Rows): Day | null {
  return [...rows.keys()].filter((each) => each < day).at(-1) ?? null;
}

export function compareReadings({ rows, days, explained }: Compared, ours: OwnReadings, books: Books): Comparison {
  const { chart, yearEnd, baseCurrency, firstDocumentDay } = books;
  const firstMonth = [ours.firstMonth, firstDocumentDay?.slice(0, 7) ?? null].filter((month) => month !== null).toSorted().at(0) ?? null;
  return compare(days.map((day) => pairOf(day, rows, ours, books)), { chart, yearEnd, baseCurrency, firstMonth, explained });
}

function pairOf(day: Day, rows: Rows, { readings }: OwnReadings, { yearEnd }: Books): Pair {
  const on = (each: Day) => ({ xero: readingOf(each, rows.get(each) ?? []), ours: readings.get(each) ?? { day: each, balances: new Map() } });
  const previous = dayBefore(day, rows);
  return { start: previous === null ? yearStartOf(day, yearEnd) : addDays(previous, 1), ...on(day), before: previous === null ? null : on(previous) };
}
