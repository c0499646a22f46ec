// A report of whatever carries one of some options: which movements it takes, and whether it has what only Xero's trial balance knows.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Residual, Span } from "#lib/reports/books.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import type { Tracked } from "#lib/reports/report.ts";
import { hasOneOf, noColumns, type OptionOf, optionOf } from "#lib/reports/tracking/option-of-set.ts";

/** For reading movements; nothing where the report is of the whole. */
export function onlyWithin(within: Tracked | null): { optionOf?: OptionOf } {
  return within ? { optionOf: optionOf(noColumns, within) } : {};
}

/** As `readTieOut`; a part of the books is not compared, for Xero's trial balance does not know it. */
export async function readTieOutWithin(q: Query, basis: Basis, columns: readonly Span[], within: Tracked | null): ReturnType<typeof readTieOut> {
  const { summary, residuals } = await readTieOut(q, basis, columns);
  return { summary: within ? null : summary, residuals: besidesWithin(within, residuals) };
}

/** What Xero's trial balance has besides carries no option. */
export function besidesWithin(within: Tracked | null, residuals: readonly Residual[]): readonly Residual[] {
  return within && !hasOneOf(within)(null) ? [] : residuals;
}
