// How far our ledger and Xero's trial balance lie apart, for any stretch of readings. Never green when nobody looked, and not current once
// something was posted that the last look did not see.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { addDays, type Day } from "#lib/day.ts";
import type { Comparison } from "#lib/ledger/tie-out/compare.ts";
import { compareReadings, dayBefore, type Rows, rowsByDay } from "#lib/ledger/tie-out/compare-readings.ts";
import { ownReadings } from "#lib/ledger/tie-out/own-balances.ts";
import { findDayBefore, findFirstEntryDay, findPostedSince, findReadings } from "#lib/ledger/tie-out/queries.ts";
import { type Books, readBooks, readReach } from "#lib/ledger/tie-out/read-books.ts";
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

/** Days, both included. `books` are read where they are not at hand. */
export type Asked = { from?: Day | null; to: Day; books?: Books | null | undefined };

/** Readings on accrual basis from one day to another. Null when Xero's trial balance was not read on any of these days. */
export async function tieOut(q: Query, { from = null, to, books }: Asked): Promise<TieOut | null> {
  const rows = rowsByDay(await findReadings(q, "accrual", from, to));
  const days = [...rows.keys()].filter((day) => from === null || day >= from);
  if (days.length === 0) return null;
  const known = books ?? (await readBooks(q));
  if (!known) return null;
  const own = await ownReadings(q, ["accrual"], [...rows.keys()], known);
  return withLooks(q, compareReadings({ rows, days }, own("accrual"), known), { basis: "accrual", rows, days, books: known });
}

/** The last reading on accrual basis on or before a day. Null when there is none. */
export async function lastTieOut(q: Query, day: Day): Promise<TieOut | null> {
  const last = await findDayBefore(q, "accrual", addDays(day, 1));
  return last === null ? null : tieOut(q, { from: last, to: last });
}

/** What the days to read a trial balance at depend on. */
export async function trialBalanceFacts(q: Query, today: Day): Promise<TrialBalanceFacts> {
  const reach = await readReach(q);
  const firsts = [reach?.firstDocumentDay ?? null, await findFirstEntryDay(q)].filter((day) => day !== null);
  return { firstDay: firsts.toSorted().at(0) ?? null, today, yearEnd: reach?.yearEnd ?? { day: 31, month: 12 } };
}

type Looked = { basis: Basis; rows: Rows; days: readonly Day[]; books: Books };
type Look = { day: Day; since: Day | null; fetchedAt: Date; dataVersion: number };

/** What was compared, with when Xero was looked at and what was posted since. */
export async function withLooks(q: Query, comparison: Comparison, { basis, rows, days, books }: Looked): Promise<TieOut> {
  const looks = days.map((day) => lookAt(day, rows));
  const outdated = await outdatedDays(q, basis, looks, books.lastPostedAt[basis]);
  const checks = [...looks.map(({ fetchedAt }) => fetchedAt), ...(basis === "accrual" && books.lastCheckAt ? [books.lastCheckAt] : [])];
  const checkedAt = checks.reduce((latest, check) => (check > latest ? check : latest));
  const dataVersion = Math.max(...looks.map((look) => look.dataVersion));
  const isGreen = comparison.ties && outdated.length === 0;
  return { ...comparison, basis, asAt: days.at(-1) ?? "", checkedAt, dataVersion, currentDataVersion: books.dataVersion, outdated, isGreen };
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
