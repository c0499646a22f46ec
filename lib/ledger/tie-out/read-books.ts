// What Xero's trial balances are held against, whatever the basis and the days: the chart, the organisation, and how far its books reach. Who
// compares more than once reads it once and hands it on.
import type { Query } from "#db/index.ts";
import { findBooks, findComparedAccounts } from "#lib/ledger/tie-out/queries.ts";

export type Books = NonNullable<Awaited<ReturnType<typeof readBooks>>>;

/** Null before the organisation's currency and financial year are known. */
export async function readBooks(q: Query) {
  const reach = await readReach(q);
  return reach && { ...reach, chart: await findComparedAccounts(q) };
}

/** The same without the chart. */
export async function readReach(q: Query) {
  const books = await findBooks(q);
  if (!books) return null;
  const { organisation, ...reach } = books;
  const { financialYearEndDay: day, financialYearEndMonth: month, baseCurrency, dataVersion } = organisation;
  return day && month && baseCurrency ? { ...reach, yearEnd: { day, month }, baseCurrency, dataVersion } : null;
}
