// How far our ledger and Xero's trial balance lie apart, for any stretch of readings. Never green when nobody looked, and not current once
// something was posted that the last look did not see.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { addDays, type Day } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { stockAccounts } from "#lib/items/queries.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { compare, type Comparison, type Explained, type Pair } from "#lib/ledger/tie-out/compare.ts";
import { ownReadings } from "#lib/ledger/tie-out/own-balances.ts";
import type { Reading } from "#lib/ledger/tie-out/movements-since.ts";
import { findBooks, findDayBefore, findFirstEntryDay, findPostedSince, findReadings, type TrialBalanceRow } from "#lib/ledger/tie-out/queries.ts";
import { readingOf } from "#lib/ledger/tie-out/store-trial-balance.ts";
import type { TrialBalanceFacts } from "#lib/ledger/tie-out/trial-balance-days.ts";

export type TieOut = Comparison & {
  basis: Basis;
  /** The last day that was compared. */
  asAt: Day;
  checkedAt: Date;
  /** The version of the figures at the last look, and now. */
  dataVersion: number;
  currentDataVersion: number;
  /** The readings for which something was posted after they were read. */
  outdated: Day[];
  /** Nothing was posted since, and no account has more than five cents unexplained. */
  isGreen: boolean;
};

type Chart = Awaited<ReturnType<typeof chartOfAccounts>>;
type Asked = { from?: Day | null; to: Day; chart?: Chart };
type Compared = { basis: Basis; from: Day | null; chart?: Chart | undefined; explained?: Explained };

/** Readings on accrual basis from one day to another, both included. Null when Xero's trial balance was not read on any of these days. */
export async function tieOut(q: Query, { from = null, to, chart }: Asked): Promise<TieOut | null> {
  return compareReadings(q, await findReadings(q, "accrual", from, to), { basis: "accrual", from, chart });
}

/** The readings from a day on, each with the one before it. */
export async function compareReadings(q: Query, read: readonly TrialBalanceRow[], { basis, from, chart: known, explained }: Compared): Promise<TieOut | null> {
  const settings = await settingsOf(q, basis);
  const rows = Map.groupBy(read, ({ monthEnd }) => monthEnd);
  const days = [...rows.keys()].filter((day) => from === null || day >= from);
  const asAt = days.at(-1);
  if (!settings || asAt === undefined) return null;
  const chart = known ?? (await chartOfAccounts(q));
  const ours = await ownReadings(q, basis, [...rows.keys()], chart, settings.yearEnd);
  const firstMonth = [ours.firstMonth, settings.firstDocumentDay?.slice(0, 7) ?? null].filter((month) => month !== null).toSorted().at(0) ?? null;
  const comparison = compare(pairsOf(rows, days, ours.readings, settings.yearEnd), { chart, ...settings, firstMonth, stock: await stockAccounts(q), explained });
  const looks = days.map((day) => lookAt(day, rows));
  const outdated = await outdatedDays(q, basis, looks, settings.lastPostedAt);
  const checks = [...looks.map(({ fetchedAt }) => fetchedAt), ...(basis === "accrual" && settings.lastCheckAt ? [settings.lastCheckAt] : [])];
  const checkedAt = checks.reduce((latest, check) => (check > latest ? check : latest));
  const dataVersion = Math.max(...looks.map((look) => look.dataVersion));
  const { dataVersion: currentDataVersion } = settings;
  return { ...comparison, basis, asAt, checkedAt, dataVersion, currentDataVersion, outdated, isGreen: comparison.ties && outdated.length === 0 };
}

/** The last reading on accrual basis on or before a day. Null when there is none. */
export async function lastTieOut(q: Query, day: Day): Promise<TieOut | null> {
  const last = await findDayBefore(q, "accrual", addDays(day, 1));
  return last === null ? null : tieOut(q, { from: last, to: last });
}

/** What the days to read a trial balance at depend on. */
export async function trialBalanceFacts(q: Query, today: Day): Promise<TrialBalanceFacts> {
  const settings = await settingsOf(q, "accrual");
  const firsts = [settings?.firstDocumentDay ?? null, await findFirstEntryDay(q)].filter((day) => day !== null);
  return { firstDay: firsts.toSorted().at(0) ?? null, today, yearEnd: settings?.yearEnd ?? { day: 31, month: 12 } };
}

type Rows = ReadonlyMap<Day, readonly TrialBalanceRow[]>;
type Look = { day: Day; since: Day | null; fetchedAt: Date; dataVersion: number };

async function settingsOf(q: Query, basis: Basis) {
  const books = await findBooks(q, basis);
  if (!books) return null;
  const { financialYearEndDay: day, financialYearEndMonth: month, baseCurrency, dataVersion } = books.organisation;
  return day && month && baseCurrency ? { ...books, yearEnd: { day, month }, baseCurrency, dataVersion } : null;
}

function pairsOf(rows: Rows, days: readonly Day[], ours: ReadonlyMap<Day, Reading>, yearEnd: YearEnd): Pair[] {
  const on = (day: Day) => ({ xero: readingOf(day, rows.get(day) ?? []), ours: ours.get(day) ?? { day, balances: new Map() } });
  return days.map((day) => {
    const previous = dayBefore(day, rows);
    return { start: previous === null ? yearStartOf(day, yearEnd) : addDays(previous, 1), ...on(day), before: previous === null ? null : on(previous) };
  });
}

function dayBefore(day: Day, rows: Rows): Day | null {
  return [...rows.keys()].filter((each) => each < day).at(-1) ?? null;
}

function lookAt(day: Day, rows: Rows): Look {
  const some = rows.get(day) ?? [];
  const fetchedAt = some.reduce((latest, row) => (row.fetchedAt > latest ? row.fetchedAt : latest), new Date(0));
  return { day, since: dayBefore(day, rows), fetchedAt, dataVersion: Math.max(...some.map((row) => row.dataVersion)) };
}

async function outdatedDays(q: Query, basis: Basis, looks: readonly Look[], lastPostedAt: Date | null): Promise<Day[]> {
  const earliest = looks.reduce((first, look) => (look.fetchedAt < first ? look.fetchedAt : first), new Date());
  if (lastPostedAt === null || lastPostedAt <= earliest) return [];
  const posted = await findPostedSince(q, basis, looks.at(-1)?.day ?? "", earliest);
  const isOutdated = ({ day, since, fetchedAt }: Look) => posted.some(({ date, postedAt }) => date <= day && (since === null || date > since) && postedAt > fetchedAt);
  return looks.filter(isOutdated).map(({ day }) => day);
}
