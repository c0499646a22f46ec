// How far Xero's trial balance lies from the ledger over the days of a statement: account by account for its residual rows, and in sum for
// its badge. Balances rest on every reading there ever was, movements only on those within the columns.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { lastTieOut, tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import type { Residual, Span } from "#lib/reports/books.ts";
import type { TieOutSummary } from "#lib/reports/common-parts.ts";

/** The summary is null while nothing has been compared. */
export async function readTieOut(q: Query, basis: Basis, columns: readonly Span[]): Promise<{ summary: TieOutSummary | null; residuals: readonly Residual[] }> {
  const from = columns.map(({ start }) => start).reduce((one, other) => (one === null || other === null || one < other ? one : other));
  const to = columns.map(({ end }) => end).reduce((one, other) => (one > other ? one : other));
  const within = await tieOut(q, { basis, from, to });
  // Days after the last month-end are not compared yet; how the books stood there is what can be said of them.
  const compared = within ?? (await lastTieOut(q, basis, to));
  if (!compared) return { summary: null, residuals: [] };
  const { asAt, checkedAt, accounts, differing, amount, unexplained, isGreen, residuals } = compared;
  return { summary: { asAt, checkedAt, accounts, differing, amount, unexplained, isGreen, current: compared.outdated.length === 0 }, residuals: within ? residuals : [] };
}
