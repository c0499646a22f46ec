// Custom reports: rows that somebody chose, over the columns of a statement of movements. Balances stand at the end of each column.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { type LedgerBooks, type PlainMeasure, spanOf } from "#lib/kpis/measure-figures.ts";
import type { LedgerMeasure } from "#lib/kpis/definition.ts";
import { chartOfAccounts, firstMonthOf } from "#lib/ledger/queries.ts";
import { openBooks, type Span } from "#lib/reports/books.ts";
import { presentationOf } from "#lib/reports/cash-flow/activity.ts";
import { commonParts, type Organisation } from "#lib/reports/common-parts.ts";
import { customRows, ledgerMeasureOf, stretchOf } from "#lib/reports/custom/custom-rows.ts";
import { type Definition, understood } from "#lib/reports/custom/definition.ts";
import { rowsSchema } from "#lib/reports/custom/saved/definition.ts";
import { refuseBalances } from "#lib/reports/custom/refuse-balances.ts";
import { findDefinition } from "#lib/reports/custom/saved/queries.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { refuse } from "#lib/refusal.ts";
import { resolveParameters, wishesSchema } from "#lib/reports/parameters.ts";
import { comparedWith, movementColumns } from "#lib/reports/periods.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import { type Column, comparisons, type CustomParameters, type CustomReport, type Tracked } from "#lib/reports/report.ts";
import { customType } from "#lib/reports/report-types.ts";
import { chosenWithin, hashOfNames, withinParameters, withinWishes } from "#lib/reports/tracking/chosen-tracking.ts";
import { trackingNotes, withinName } from "#lib/reports/tracking/tracking-words.ts";
import { onlyWithin, readTieOutWithin } from "#lib/reports/tracking/within-options.ts";

const customWishesSchema = wishesSchema.omit({ budgetId: true, hideZero: true, asAt: true, knownOn: true }).extend({
  compare: z.enum(comparisons, { error: "A custom report can be compared with none, previousPeriod or previousYear." }).default("none"),
  title: z.string().trim().min(1, "A custom report needs a title.").max(100).optional(),
  rows: rowsSchema.optional(),
  /** One that is written down, instead of rows; its name is the title unless another is given. */
  definitionId: z.uuid().optional(),
  ...withinWishes,
});
/** Where the rows stand in what was sent. */
const rowsAt = "/parameters/rows";
type Said = Pick<z.output<typeof customWishesSchema>, "title" | "rows" | "definitionId">;

export const customKind = reportKindThatReads(customWishesSchema, async ({ title: said, rows: written, definitionId, compare, trackingWithin, ...wishes }, organisation, q) => {
  const { title, rows } = await contentOf(q, { title: said, rows: written, definitionId });
  const { from, to, columns, basis } = resolveParameters("PROFIT_LOSS", { ...wishes, compare, hideZero: true }, organisation.today, organisation.yearEnd);
  const within = await chosenWithin(q, trackingWithin);
  const parameters = { from: from ?? to, to, columns, compare, basis, title, rows, ...withinParameters(within) };
  const chart = await chartOfAccounts(q);
  const definition = understood(rows, chart, rowsAt);
  if (within) refuseBalances(definition, { accounts: chart, presentation: presentationOf(organisation.country) }, rowsAt);
  const name = [title, rangeLabel(parameters.from, to), ...withinName(within)].join(", ");
  return { parameters, end: to, name, definitions: within ? hashOfNames(within) : "", compute: (query: Query) => compute(query, organisation, parameters, { definition, within }) };
});

/** A report keeps the rows it was made of: what is written down may change afterwards. */
async function contentOf(q: Query, { title, rows, definitionId }: Said): Promise<Pick<CustomParameters, "title" | "rows">> {
  if (definitionId === undefined) return { title: title ?? fault("title", "A custom report needs a title."), rows: rows ?? fault("rows", "A custom report needs a row.") };
  if (rows !== undefined) return fault("rows", "Give either rows or definitionId, not both.");
  const { name, rows: kept } = (await findDefinition(q, definitionId)) ?? fault("definitionId", "There is no such report, or it is not yours.");
  return { title: title ?? name, rows: rowsSchema.parse(kept) };
}

function fault(name: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/parameters/${name}`, detail }] });
}

type Looked = { definition: Definition; within: Tracked | null };

async function compute(q: Query, organisation: Organisation, parameters: CustomParameters, { definition, within }: Looked): Promise<CustomReport> {
  const { from, to, basis, compare, title } = parameters;
  const columns = movementColumns({ ...parameters, today: organisation.today, yearEnd: organisation.yearEnd });
  const measures = ledgerMeasures(definition);
  const spans = [...spansOf(measures, columns), ...columns.map(({ start, end }) => ({ start, end }))];
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spans, null, onlyWithin(within));
  const { summary: tieOut, residuals } = await readTieOutWithin(q, basis, spans, within);
  const onCash = measures.filter((measure) => measure.basis === "cash");
  const paid = onCash.length === 0 ? [] : await readMovements(q, "cash", spansOf(onCash, columns), null, onlyWithin(within));
  const onCashBasis = openBooks({ accounts, movements: paid, residuals: [] });
  const books: LedgerBooks = { accounts, ledger: openBooks({ accounts, movements, residuals }), onCashBasis, presentation: presentationOf(organisation.country), firstMonth: await firstMonthOf(q, basis) };
  const span = { start: from, end: to };
  const circumstances = { organisation, drafts: await countDrafts(q, span), unreconciled: await countUnreconciled(q, span), tieOut };
  const rows = customRows({ definition, books, columns });
  const compared = comparedWith(span, compare);
  const notes = [...qualityNotes({ ...circumstances, basis, end: to, isFiltered: within !== null }, { accounts, residuals }, columns, rows), ...trackingNotes({ tracking: null, trackingWithin: within })];
  return {
    ...commonParts(circumstances, span, { hiddenAccounts: 0, notes }),
    type: customType,
    title,
    basis,
    comparison: compared && { kind: compare, ...compared },
    columns,
    rows,
    parameters,
    ...(within ? { trackingWithin: within } : {}),
  };
}

function ledgerMeasures({ rows, measures }: Definition): LedgerMeasure[] {
  const named = measures.filter((measure: PlainMeasure): measure is LedgerMeasure => measure.kind === "ledger");
  return [...named, ...rows.flatMap((row) => (row.kind === "accounts" ? [ledgerMeasureOf(row.row)] : []))];
}

function spansOf(measures: readonly LedgerMeasure[], columns: readonly Column[]): Span[] {
  return columns.flatMap((column) => measures.map((measure) => spanOf(measure, stretchOf(column))));
}
