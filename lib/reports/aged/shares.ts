// The share that a part of an aged report has in a whole.
import { decimal, type Money, portion } from "#lib/money.ts";
import { percent, total } from "#lib/reports/aged/buckets.ts";
import type { FigureRow } from "#lib/reports/cells.ts";
import type { Cell, Proof } from "#lib/reports/report.ts";

const hundred: Money = 100_0000n;

/** What share of a whole a part is, each by its row and column. Null where the whole is nothing, or less. */
export function shareCell(column: string, part: FigureRow, whole: FigureRow, of: string = total): Cell {
  const [amount, all] = [part.amounts.get(of) ?? 0n, whole.amounts.get(total) ?? 0n];
  const proof: Proof = { kind: "share", part: { row: part.row.id, column: of }, whole: { row: whole.row.id, column: total } };
  if (all <= 0n) return { column, value: null, reason: "Nothing is owed in total, so there is nothing to have a share of.", unit: "percent", proof };
  return { column, value: decimal(portion(hundred, amount, all)), reason: null, unit: "percent", proof };
}

/** The row with its share of the total beside it. */
export function withShare(part: FigureRow, whole: FigureRow): FigureRow {
  return { ...part, row: { ...part.row, cells: [...part.row.cells, shareCell(percent, part, whole)] } };
}
