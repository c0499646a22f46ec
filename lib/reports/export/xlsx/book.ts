// A workbook as values: what stands in which cell and how it looks, before any library writes it.

export const formats = {
  money: '#,##0.00_);(#,##0.00);"–"_)',
  percent: '#,##0.00"%"_);-#,##0.00"%"_)',
  days: "#,##0.0_);-#,##0.0_)",
  ratio: "#,##0.00_);-#,##0.00_)",
  count: "#,##0_);-#,##0_)",
};

/** `rule` is a line above, or above and twice below. */
export type Style = { bold?: boolean; indent?: number; right?: boolean; wrap?: boolean; format?: string; rule?: "single" | "double" };

export type BookCell =
  | { kind: "text"; text: string; style?: Style }
  /** A decimal number of 15 digits at most. */
  | { kind: "number"; value: string; style?: Style }
  /** Without its equals sign. `result` is what it comes to, for programs that do not calculate. */
  | { kind: "formula"; formula: string; result: string; style?: Style };

/** Of `rows` the first `headRows` stay in sight and are repeated on paper, and so do the first `headColumns`. `widths` in characters. */
export type Sheet = { name: string; widths: readonly number[]; headRows: number; headColumns: number; landscape: boolean; rows: readonly (readonly (BookCell | null)[])[] };

export type Book = { title: string; organisation: string; hash: string; sheets: readonly Sheet[] };

export function text(words: string, style?: Style): BookCell {
  return { kind: "text", text: words, ...(style ? { style } : {}) };
}

/** Row and column counted from nought: "C7". */
export function address(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

export function columnName(column: number): string {
  const before = Math.floor(column / 26);
  return `${before === 0 ? "" : columnName(before - 1)}${String.fromCharCode(65 + (column % 26))}`;
}

/** A spreadsheet computes in 64-bit floating point, which keeps every decimal number of 15 digits and not every one of 16. */
export function isKeptByFloat(value: string): boolean {
  const significant = value.replace("-", "").replace(/(\.\d*?)0+$/, "$1").replace(".", "").replace(/^0+/, "");
  return significant.length <= 15;
}
