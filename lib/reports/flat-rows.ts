// A report as a spreadsheet wants it: one line for each row and column, with its comparison beside it instead of in a column of its own.
// Totals are among them and say so by their kind, so that whoever adds up takes accounts and residuals only.
import { z } from "zod";
import { decimal, money } from "#lib/money.ts";
import { cellName } from "#lib/reports/proof.ts";
import { type Cell, type Column, cellSchema, type DashboardReport, type Report, type Row, rowSchema } from "#lib/reports/report.ts";
import { targetFigures } from "#lib/reports/target-words.ts";

const amount = z.string().nullable();

export const flatRowSchema = z.strictObject({
  section: z.string().nullable(),
  kind: rowSchema.shape.kind,
  accountCode: z.string().nullable(),
  /** The account; or what the total, residual, contact, document or key figure is called. */
  accountName: z.string(),
  /** The column's id: a month, `total`, `asAt:` and a day, or how long something is overdue. */
  period: z.string(),
  unit: cellSchema.shape.unit,
  amount,
  compareAmount: amount,
  variance: amount,
  /** What to ask the proof for. */
  cell: z.string(),
  /** What a key figure was to come to when its dashboard was made; null where nobody had said. */
  target: amount,
});
export type FlatRow = z.output<typeof flatRowSchema>;

type Flattened = Pick<Report, "rows" | "columns"> & Pick<DashboardReport, "targets">;

export function flatRows(report: Flattened): FlatRow[] {
  const { rows, columns } = report;
  const wanted = targetFigures(report);
  const own = columns.filter(({ kind }) => ownKinds.includes(kind));
  const comparisons = comparedBy(columns);
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  return rows.flatMap((row) => own.flatMap((column) => row.cells.filter((cell) => cell.column === column.id).map((cell) => ({ ...flatRow(row, labels, cell, comparisons.get(column.id)), target: wanted.get(row.id) ?? null }))));
}

const ownKinds: readonly Column["kind"][] = ["period", "total", "tracking", "bucket", "week", "forecast", "figure", "foreign", "count"];

/** Comparisons and budgets are the same columns once more, in the same order; of a dashboard, its last month alone. */
function comparedBy(columns: readonly Column[]): Map<string, Column> {
  const compared = columns.filter(({ kind }) => kind === "compare" || kind === "budget");
  const periods = columns.filter(({ kind }) => kind === "period" || kind === "tracking" || kind === "total").slice(-compared.length);
  return new Map(compared.flatMap((column, place) => (periods[place] ? [[periods[place].id, column]] : [])));
}

/** What was not budgeted varies all the same, as the report says. */
function flatRow(row: Row, labels: ReadonlyMap<string, string>, { column: period, value: here, unit }: Cell, compared: Column | undefined): Omit<FlatRow, "target"> {
  const there = compared ? valueAt(row, compared.id) : null;
  const variance = valueAt(row, `variance:${period}`) ?? (here === null || there === null ? null : decimal(money(here) - money(there)));
  const { kind, accountCode, label: accountName, parent } = row;
  const section = parent === null ? null : (labels.get(parent) ?? null);
  return { section, kind, accountCode, accountName, period, unit, amount: here, compareAmount: there, variance, cell: cellName(row.id, period) };
}

function valueAt({ cells }: Row, column: string): string | null {
  return cells.find((cell) => cell.column === column)?.value ?? null;
}
