// The cells of a report whose columns are not all alike, while they are computed: amounts by column. A sum names the rows it is of and leaves out
// those that have nothing there, so that its proof is as short as it can be.
import { decimal, type Money, sum } from "#lib/money.ts";
import type { Cell, Proof, Row } from "#lib/reports/report.ts";

export type Amounts = ReadonlyMap<string, Money>;
/** A row with the exact amounts of its cells. */
export type FigureRow = { row: Row; amounts: Amounts };
type Term = { row: FigureRow; factor: 1 | -1 };
export type Head = Pick<Row, "id" | "parent" | "kind" | "label" | "level" | "sign"> & Partial<Row>;

export function plainRow(head: Head, cells: Cell[] = []): Row {
  return { accountId: null, accountCode: null, ...head, cells };
}

export function moneyCell(column: string, amount: Money, proof: Proof): Cell {
  return { column, value: decimal(amount), reason: null, unit: "money", proof };
}

/** The sum of some rows in each of some columns. */
export function sumRow(head: Head, terms: readonly Term[], columns: readonly string[]): FigureRow {
  const sums = columns.map((column) => ({ column, of: terms.filter(({ row }) => (row.amounts.get(column) ?? 0n) !== 0n) }));
  const amounts = new Map(sums.map(({ column, of }) => [column, sum(of.map(({ row, factor }) => BigInt(factor) * (row.amounts.get(column) ?? 0n)))]));
  const cells = sums.map(({ column, of }) => moneyCell(column, amounts.get(column) ?? 0n, { kind: "sum", of: of.map(({ row, factor }) => ({ row: row.row.id, factor })) }));
  return { row: plainRow(head, cells), amounts };
}
