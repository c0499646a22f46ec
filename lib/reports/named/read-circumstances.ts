// What every report under one of Xero's names says besides its figures, read at once.
import type { Query } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Residual, Span } from "#lib/reports/books.ts";
import type { Circumstances, Organisation } from "#lib/reports/common-parts.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";

/** `span` are the days of the report, `spans` those that its figures rest on. */
type Asked = { organisation: Organisation; basis: Basis; span: Span; spans: readonly Span[] };

export async function readCircumstances(q: Query, { organisation, basis, span, spans }: Asked): Promise<Circumstances & { residuals: readonly Residual[] }> {
  const { summary: tieOut, residuals } = await readTieOut(q, basis, spans);
  return { organisation, drafts: await countDrafts(q, span), unreconciled: await countUnreconciled(q, span), tieOut, residuals };
}
