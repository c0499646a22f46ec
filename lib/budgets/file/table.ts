// The text of a CSV file as rows of cells, each with the line it ends on. Commas, semicolons and tabs may separate the cells: whichever makes the
// most of the first line.
import { CsvError, parse } from "csv-parse/sync";
import { refuse } from "#lib/refusal.ts";

export type TableRow = { line: number; cells: string[] };

const separators = [",", ";", "\t"] as const;

/** Without the rows that hold nothing. Refusal "invalid" where it is no table at all. */
export function readTable(text: string): TableRow[] {
  if (text.includes("\uFFFD")) refuse("invalid", "The file is not written in UTF-8: some of its letters cannot be read. Save it as “CSV UTF-8”. Nothing was imported.");
  const rows = rowsBy(text, separatorOf(text)).filter(({ cells }) => cells.some((cell) => cell !== ""));
  return rows.length > 0 ? rows : refuse("invalid", "The file is empty. Nothing was imported.");
}

function separatorOf(text: string): string {
  const widths = separators.map((separator) => rowsBy(text, separator, 1)[0]?.cells.length ?? 0);
  return separators[widths.indexOf(Math.max(...widths))] ?? ",";
}

function rowsBy(text: string, delimiter: string, to = -1): TableRow[] {
  const rows: TableRow[] = [];
  const on_record = (cells: string[], { lines }: { lines: number }) => {
    rows.push({ line: lines, cells });
    return null;
  };
  try {
    parse(text, { bom: true, delimiter, to, relax_column_count: true, skip_empty_lines: true, trim: true, on_record });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refuse("invalid", `The file cannot be read as a table: a quotation mark is opened or closed in the wrong place, near line ${rows.length + 1}. Nothing was imported.`, { cause: error });
  }
  return rows;
}

/** As spreadsheets call it: 0 → A, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
