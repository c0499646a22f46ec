// The cells of an aged report while they are computed: amounts by column. A sum names the rows it is of and leaves out those that have
// nothing there, so that its proof is as short as it can be.
import { decimal, type Money, portion, sum } from "#lib/money.ts";
import { percent, total } from "#lib/reports/aged/buckets.ts";
import type { Cell, Proof, Row } from "#lib/reports/report.ts";

export type Amounts = ReadonlyMap<string, Money>;
/** A row with the exact amounts of its cells. */
export type AgedRow = { row: Row; amounts: Amounts };
type Term = { row: AgedRow; factor: 1 | -1 };
type Head = Pick<Row, "id" | "parent" | "kind" | "label" | "level" | "sign"> & Partial<Row>;

const hundred: Money = 100_0000n;

export function plainRow(head: Head, cells: Cell[] = []): Row {
  return { accountId: null, accountCode: null, ...head, cells };
}

export function moneyCell(column: string, amount: Money, proof: Proof): Cell {
  return { column, value: decimal(amount), reason: null, unit: "money", proof };
}

/** The sum of some rows in each of some columns. */
export function sumRow(head: Head, terms: readonly Term[], columns: readonly string[]): AgedRow {
  const sums = columns.map((column) => ({ column, of: terms.filter(({ row }) => (row.amounts.get(column) ?? 0n) !== 0n) }));
  const amounts = new Map(sums.map(({ column, of }) => [column, sum(of.map(({ row, factor }) => BigInt(factor) * (row.amounts.get(column) ?? 0n)))]));
  const cells = sums.map(({ column, of }) => moneyCell(column, amounts.get(column) ?? 0n, { kind: "sum", of: of.map(({ row, factor }) => ({ row: row.row.id, factor })) }));
  return { row: plainRow(head, cells), amounts };
}

/** What share of a whole a part is, each by its row and column. Null where the whole is nothing, or less. */
export function shareCell(column: string, part: AgedRow, whole: AgedRow, of: string = total): Cell {
  const [amount, all] = [part.amounts.get(of) ?? 0n, whole.amounts.get(total) ?? 0n];
  const proof: Proof = { kind: "share", part: { row: part.row.id, column: of }, whole: { row: whole.row.id, column: total } };
  if (all <= 0n) return { column, value: null, reason: "Nothing is owed in total, so there is nothing to have a share of.", unit: "percent", proof };
  return { column, value: decimal(portion(hundred, amount, all)), reason: null, unit: "percent", proof };
}

/** The row with its share of the total beside it. */
export function withShare(part: AgedRow, whole: AgedRow): AgedRow {
  return { ...part, row: { ...part.row, cells: [...part.row.cells, shareCell(percent, part, whole)] } };
}
