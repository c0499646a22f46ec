// Xero's executive summary: a month beside the one before, and by how much each figure has changed. The figures are data; this puts them in rows,
// with the measures that they are computed from beneath.
import { kpiCell, kpiRow, type Measured, measureCell, measureRow, section } from "#lib/kpis/figure-rows.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import { type DocumentAmount, documentsFigure } from "#lib/kpis/documents-figure.ts";
import { type LedgerBooks, type MeasureFigure, plainFigure } from "#lib/kpis/measure-figures.ts";
import { absolute, decimal, money, portion, sum } from "#lib/money.ts";
import { type ExecutiveMeasure, executiveDefinitions } from "#lib/reports/named/executive-definitions.ts";
import type { Sides } from "#lib/reports/named/account-course.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";

/** `sides` and `invoices` by column. */
export type ExecutiveBooks = LedgerBooks & { sides: ReadonlyMap<string, Sides>; invoices: ReadonlyMap<string, readonly DocumentAmount[]> };

const hundred = 100_0000n;

/** The month, and the one before. */
export function changeColumn(now: Column): Column {
  return { ...now, id: `change:${now.id}`, kind: "percent", label: "Variance" };
}

export function executiveSummary(books: ExecutiveBooks, now: Column, before: Column): Row[] {
  const { groups, measures } = executiveDefinitions;
  const figures = [now, before].map((column) => ({ column, measured: measuredIn(books, column) }));
  return [
    ...groups.flatMap((group) => [section(group), ...group.kpis.map((kpi) => withChange(kpiRow(kpi, group.id, cellsOf(kpi, figures)), now, before))]),
    section({ id: "measures", label: "What they are computed from" }),
    ...measures.map((measure) => measureRow(measure, figures.flatMap(({ column, measured }) => measureCell(measure, column, measured)))),
  ];
}

function cellsOf(kpi: Kpi, figures: readonly { column: Column; measured: Measured }[]): Cell[] {
  return figures.map(({ column, measured }) => kpiCell(kpi, column, measured));
}

function measuredIn(books: ExecutiveBooks, column: Column): Measured {
  return new Map(executiveDefinitions.measures.map((measure) => [measure.id, figureOf(measure, books, column)]));
}

function figureOf(measure: ExecutiveMeasure, books: ExecutiveBooks, column: Column): MeasureFigure {
  if (measure.kind === "bankSide") return bankSideFigure(measure.side, books, column);
  if (measure.kind === "invoices") return documentsFigure(books.invoices.get(column.id) ?? [], measure.shows);
  return plainFigure(measure, books, { start: column.start ?? column.end, end: column.end });
}

function bankSideFigure(side: "debit" | "credit", { ledger, sides }: ExecutiveBooks, { id, start, end }: Column): MeasureFigure {
  const banks = ledger.accountsIn("bank").map((account) => account.id);
  const amount = sum(banks.map((bank) => sides.get(id)?.get(bank)?.[side] ?? 0n));
  return { value: decimal(amount), unit: "money", proof: { kind: "lines", accounts: banks, from: start, to: end, only: { side }, sign: side === "debit" ? 1 : -1 } };
}

/** In hundredths of the figure before without its sign. Where that was nothing Xero prints 0.0%; here there is no figure, and why. */
function withChange(row: Row, now: Column, before: Column): Row {
  const [is, was] = [now, before].map(({ id }) => row.cells.find(({ column }) => column === id)?.value ?? null);
  const proof = { kind: "change", now: { row: row.id, column: now.id }, before: { row: row.id, column: before.id } } as const;
  return { ...row, cells: [...row.cells, { column: changeColumn(now).id, ...changed(is ?? null, was ?? null), unit: "percent", proof }] };
}

function changed(is: string | null, was: string | null): Pick<Cell, "value" | "reason"> {
  if (is === null || was === null) return { value: null, reason: "One of the two figures is missing." };
  if (money(was) === 0n) return { value: null, reason: "There was nothing the month before to compare with." };
  return { value: decimal(portion(hundred, money(is) - money(was), absolute(money(was)))), reason: null };
}
