// Where each cell of a report stands in its workbook, so that formulas can name it.
import { address, columnName, isKeptByFloat } from "#lib/reports/export/xlsx/book.ts";
import { cellName } from "#lib/reports/proof.ts";
import type { Column, Row } from "#lib/reports/report.ts";

/** Row and column counted from nought. `value` is null where the report has none. */
export type Place = { sheet: string; row: number; column: number; value: string | null };
/** By the name of the cell. */
export type Places = ReadonlyMap<string, Place>;

export type Table = { sheet: string; columns: readonly Column[]; rows: readonly Row[] };

/** `origin` is the place of the first figure of each table. */
export function placesOf(tables: readonly Table[], origin: { row: number; column: number }): Places {
  return new Map(tables.flatMap((table) => inTable(table, origin)));
}

function inTable({ sheet, columns, rows }: Table, origin: { row: number; column: number }): [string, Place][] {
  const order = new Map(columns.map(({ id }, place) => [id, place]));
  return rows.flatMap(({ id, cells }, down) =>
    cells.flatMap(({ column, value }): [string, Place][] => {
      const across = order.get(column);
      return across === undefined ? [] : [[cellName(id, column), { sheet, row: origin.row + down, column: origin.column + across, value }]];
    }),
  );
}

/** "C7", or "Weeks!C7" from another sheet. */
export function reference({ sheet, row, column }: Place, from: Place): string {
  return `${sheet === from.sheet ? "" : `${inFormula(sheet)}!`}${address(row, column)}`;
}

/** The name of a sheet as a formula has it: 'Profit and Loss'. */
export function inFormula(sheet: string): string {
  return /^[A-Za-z]+$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** "C7:C9", within one column. */
export function range(first: Place, last: Place): string {
  return `${columnName(first.column)}${first.row + 1}:${columnName(last.column)}${last.row + 1}`;
}

/** Whether a formula may count it: more digits than floating point keeps are written as text. */
export function isNumber({ value }: Place): boolean {
  return value !== null && isKeptByFloat(value);
}
