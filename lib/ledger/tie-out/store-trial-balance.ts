// Keeps a trial balance that was read from Xero, with how far each account moved since the reading before it. Reading the same again writes
// nothing, unless something was posted in between: then it says that it was looked at again. The reading after it is put right as well.
import type { Transaction } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import type { LedgerAccount } from "#lib/ledger/balances.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import { movementsSince, type Reading } from "#lib/ledger/tie-out/movements-since.ts";
import { confirmReading, findDayAfter, findDayBefore, findOrganisation, findReading, raiseDataVersion, type TrialBalanceRow, wasPostedSince, writeRows } from "#lib/ledger/tie-out/queries.ts";
import type { Money } from "#lib/money.ts";

/** `net` is the year-to-date column, debit less credit. */
type TrialBalanceReading = { asAt: Day; basis: Basis; fetchedAt: Date; rows: readonly { accountXeroId: string; net: Money }[] };
/** `unknown` are Xero's ids of accounts that the mirror does not have. */
type StoredReading = { changed: number; unknown: string[] };

type Settings = { chart: readonly LedgerAccount[]; yearEnd: YearEnd; basis: Basis };
type Change = { accountId: string; monthEnd: Day; balance: Money; movement: Money };

/** Throws when the organisation's financial year is not known yet. */
export async function storeTrialBalance(tx: Transaction, { asAt, basis, fetchedAt, rows }: TrialBalanceReading): Promise<StoredReading> {
  const { xeroIds, ...settings } = await settingsOf(tx, basis);
  const [known, unknown] = [rows.filter((row) => xeroIds.has(row.accountXeroId)), rows.filter((row) => !xeroIds.has(row.accountXeroId))];
  const reading = { day: asAt, balances: new Map(known.map((row) => [xeroIds.get(row.accountXeroId) ?? "", row.net])) };
  const before = await findDayBefore(tx, basis, asAt);
  const previous = before === null ? null : readingOf(before, await findReading(tx, basis, before));
  const stored = await findReading(tx, basis, asAt);
  const changes = changesOf(previous, reading, stored, settings);
  const isStale = await wasPostedSince(tx, basis, before, asAt, lastLookOf(stored));
  if (changes.length > 0 || isStale) await write(tx, { fetchedAt, reading }, stored, changes, settings);
  return { changed: changes.length, unknown: unknown.map(({ accountXeroId }) => accountXeroId) };
}

export function readingOf(day: Day, rows: readonly Pick<TrialBalanceRow, "accountId" | "balance">[]): Reading {
  return { day, balances: new Map(rows.map(({ accountId, balance }) => [accountId, balance])) };
}

async function settingsOf(tx: Transaction, basis: Basis) {
  const organisation = await findOrganisation(tx);
  const { financialYearEndDay: day, financialYearEndMonth: month } = organisation ?? {};
  if (!day || !month) throw new Error("A trial balance cannot be kept before the organisation's financial year is known.");
  const chart = await chartOfAccounts(tx);
  return { basis, yearEnd: { day, month }, chart, xeroIds: new Map(chart.map(({ id, xeroId }) => [xeroId, id])) };
}

function changesOf(previous: Reading | null, reading: Reading, stored: readonly TrialBalanceRow[], { chart, yearEnd }: Settings): Change[] {
  const kept = new Map(stored.map((row) => [row.accountId, row]));
  const { day: monthEnd, balances } = reading;
  const moved = [...movementsSince(previous, reading, chart, yearEnd)];
  const wanted = moved.map(([accountId, movement]): Change => ({ accountId, monthEnd, movement, balance: balances.get(accountId) ?? 0n }));
  return wanted.filter(({ accountId, balance, movement }) => {
    const row = kept.get(accountId);
    return row ? row.balance !== balance || row.movement !== movement : balance !== 0n || movement !== 0n;
  });
}

function lastLookOf(stored: readonly TrialBalanceRow[]): Date {
  return stored.reduce((latest, row) => (row.fetchedAt > latest ? row.fetchedAt : latest), new Date(0));
}

type Looked = { fetchedAt: Date; reading: Reading };

/** What changed, the mark that all of it was looked at, and the movements of the reading after it, which count from here. */
async function write(tx: Transaction, { fetchedAt, reading }: Looked, stored: readonly TrialBalanceRow[], changes: readonly Change[], settings: Settings): Promise<void> {
  const { basis } = settings;
  const dataVersion = changes.length > 0 ? await raiseDataVersion(tx) : ((await findOrganisation(tx))?.dataVersion ?? 0);
  await writeRows(tx, changes.map((change) => ({ ...change, basis, fetchedAt, dataVersion })));
  if (stored.length > 0) await confirmReading(tx, basis, reading.day, fetchedAt, dataVersion);
  const after = await findDayAfter(tx, basis, reading.day);
  if (after === null) return;
  const later = await findReading(tx, basis, after);
  const look = { fetchedAt: lastLookOf(later), dataVersion: Math.max(...later.map((row) => row.dataVersion)) };
  await writeRows(tx, changesOf(reading, readingOf(after, later), later, settings).map((change) => ({ ...change, basis, ...look })));
}
