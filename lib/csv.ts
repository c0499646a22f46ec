// Comma-separated values as spreadsheets read them (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in
// front; a number is a number, whatever its sign.

/** An `exact` one is a decimal number as it stands, to its last digit. */
type CsvCell = string | number | null | { exact: string };

/** One record with its line end. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(",")}\r\n`;
}

function written(cell: CsvCell): string {
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object" && cell !== null) return decimalNumber(cell.exact);
  const text = harmless(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function decimalNumber(text: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`"${text}" is not a decimal number.`);
  return text;
}

function harmless(text: string): string {
  return isLikeFormula(text) ? `'${text}` : text;
}

/** Whether a spreadsheet could take it for a formula when somebody types it, or opens it from a file. */
export function isLikeFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠\t\r\n]/.test(text);
}
