// How far Xero's trial balance lies from the ledger over the days of a statement: account by account for its residual rows, and in sum for
// its badge. Balances rest on every reading there ever was, movements only on those within the columns. On cash basis one day is compared,
// as balances, so that only a report of nothing but balances as at that day can show what differs.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { cashTieOut } from "#lib/ledger/tie-out/cash-tie-out.ts";
import { lastTieOut, type TieOut, tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import type { Residual, Span } from "#lib/reports/books.ts";
import type { TieOutSummary } from "#lib/reports/common-parts.ts";

/** The summary is null while nothing has been compared. */
type Found = { summary: TieOutSummary | null; residuals: readonly Residual[] };

export async function readTieOut(q: Query, basis: Basis, columns: readonly Span[]): Promise<Found> {
  const from = columns.map(({ start }) => start).reduce((one, other) => (one === null || other === null || one < other ? one : other));
  const to = columns.map(({ end }) => end).reduce((one, other) => (one > other ? one : other));
  if (basis === "cash") return onCashBasis(await cashTieOut(q, { from: to, to }), columns);
  const within = await tieOut(q, { from, to });
  // Days after the last month-end are not compared yet; how the books stood there is what can be said of them.
  const compared = within ?? (await lastTieOut(q, to));
  return { summary: summaryOf(compared), residuals: within ? within.residuals : [] };
}

/** What differs and has no place in the figures does not let them tie. */
function onCashBasis(compared: TieOut | null, columns: readonly Span[]): Found {
  const hasPlace = columns.every(({ start, end }) => start === null && end === compared?.asAt);
  const summary = summaryOf(compared);
  if (!compared || !summary) return { summary: null, residuals: [] };
  return { summary: { ...summary, isGreen: summary.isGreen && (hasPlace || summary.differing === 0) }, residuals: hasPlace ? compared.residuals : [] };
}

function summaryOf(compared: TieOut | null): TieOutSummary | null {
  if (!compared) return null;
  const { asAt, checkedAt, accounts, differing, amount, unexplained, isGreen, outdated } = compared;
  return { asAt, checkedAt, accounts, differing, amount, unexplained, isGreen, current: outdated.length === 0 };
}
