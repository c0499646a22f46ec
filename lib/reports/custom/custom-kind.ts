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
import { findDefinition } from "#lib/reports/custom/saved/queries.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { refuse } from "#lib/refusal.ts";
import { resolveParameters, wishesSchema } from "#lib/reports/parameters.ts";
import { comparedWith, movementColumns } from "#lib/reports/periods.ts";
import { qualityNotes } from "#lib/reports/quality-notes.ts";
import { countDrafts, countUnreconciled } from "#lib/reports/queries.ts";
import { readMovements } from "#lib/reports/read-books.ts";
import { readTieOut } from "#lib/reports/read-tie-out.ts";
import { type Column, comparisons, type CustomParameters, type CustomReport } from "#lib/reports/report.ts";
import { customType } from "#lib/reports/report-types.ts";

const customWishesSchema = wishesSchema.omit({ budgetId: true, hideZero: true, asAt: true, knownOn: true }).extend({
  compare: z.enum(comparisons, { error: "A custom report can be compared with none, previousPeriod or previousYear." }).default("none"),
  title: z.string().trim().min(1, "A custom report needs a title.").max(100).optional(),
  rows: rowsSchema.optional(),
  /** One that is written down, instead of rows; its name is the title unless another is given. */
  definitionId: z.uuid().optional(),
});
type Said = Pick<z.output<typeof customWishesSchema>, "title" | "rows" | "definitionId">;

export const customKind = reportKindThatReads(customWishesSchema, async ({ title: said, rows: written, definitionId, compare, ...wishes }, organisation, q) => {
  const { title, rows } = await contentOf(q, { title: said, rows: written, definitionId });
  const { from, to, columns, basis } = resolveParameters("PROFIT_LOSS", { ...wishes, compare, hideZero: true }, organisation.today, organisation.yearEnd);
  const parameters = { from: from ?? to, to, columns, compare, basis, title, rows };
  const definition = understood(rows, await chartOfAccounts(q), "/parameters/rows");
  return { parameters, end: to, name: `${title}, ${rangeLabel(parameters.from, to)}`, compute: (query: Query) => compute(query, organisation, parameters, definition) };
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

async function compute(q: Query, organisation: Organisation, parameters: CustomParameters, definition: Definition): Promise<CustomReport> {
  const { from, to, basis, compare, title } = parameters;
  const columns = movementColumns({ ...parameters, today: organisation.today, yearEnd: organisation.yearEnd });
  const measures = ledgerMeasures(definition);
  const spans = [...spansOf(measures, columns), ...columns.map(({ start, end }) => ({ start, end }))];
  const accounts = await chartOfAccounts(q);
  const movements = await readMovements(q, basis, spans, null);
  const { summary: tieOut, residuals } = await readTieOut(q, basis, spans);
  const onCash = measures.filter((measure) => measure.basis === "cash");
  const paid = onCash.length === 0 ? [] : await readMovements(q, "cash", spansOf(onCash, columns), null);
  const onCashBasis = openBooks({ accounts, movements: paid, residuals: [] });
  const books: LedgerBooks = { accounts, ledger: openBooks({ accounts, movements, residuals }), onCashBasis, presentation: presentationOf(organisation.country), firstMonth: await firstMonthOf(q, basis) };
  const span = { start: from, end: to };
  const circumstances = { organisation, drafts: await countDrafts(q, span), unreconciled: await countUnreconciled(q, span), tieOut };
  const rows = customRows({ definition, books, columns });
  const compared = comparedWith(span, compare);
  return {
    ...commonParts(circumstances, span, { hiddenAccounts: 0, notes: qualityNotes({ ...circumstances, basis, end: to }, { accounts, residuals }, columns, rows) }),
    type: customType,
    title,
    basis,
    comparison: compared && { kind: compare, ...compared },
    columns,
    rows,
    parameters,
  };
}

function ledgerMeasures({ rows, measures }: Definition): LedgerMeasure[] {
  const named = measures.filter((measure: PlainMeasure): measure is LedgerMeasure => measure.kind === "ledger");
  return [...named, ...rows.flatMap((row) => (row.kind === "accounts" ? [ledgerMeasureOf(row.row)] : []))];
}

function spansOf(measures: readonly LedgerMeasure[], columns: readonly Column[]): Span[] {
  return columns.flatMap((column) => measures.map((measure) => spanOf(measure, stretchOf(column))));
}
