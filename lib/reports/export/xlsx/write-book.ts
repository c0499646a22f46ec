// A workbook as an .xlsx file. The library is WebAssembly, loaded when the first one is asked for.
import { setImmediate as othersFirst } from "node:timers/promises";
import type { Format, Worksheet } from "wasm-xlsxwriter";
import { isLikeFormula } from "#lib/csv.ts";
import type { Book, BookCell, Sheet, Style } from "#lib/reports/export/xlsx/book.ts";

type Library = typeof import("wasm-xlsxwriter");
type Pen = { library: Library; formatOf: (style: Style, isQuoted: boolean) => Format };

/** What a cell takes at most. */
const longestText = 32_767;
/** After so many rows whoever else waits for this process has a turn. */
const rowsAtOnce = 250;

export async function writeBook({ title, organisation, hash, sheets }: Book): Promise<Uint8Array<ArrayBuffer>> {
  const library = await import("wasm-xlsxwriter");
  const pen = { library, formatOf: formatsOnce(library) };
  const workbook = new library.Workbook();
  try {
    workbook.setProperties(new library.DocProperties().setTitle(clean(title)).setCompany(clean(organisation)).setComment(`SHA-256 ${hash}`));
    for (const sheet of sheets) await draw(pen, workbook.addWorksheet(), sheet, hash);
    return new Uint8Array(workbook.saveToBufferSync());
  } finally {
    // Its memory is not the collector's.
    workbook.free();
  }
}

async function draw(pen: Pen, worksheet: Worksheet, { name, widths, headRows, headColumns, landscape, rows }: Sheet, hash: string): Promise<void> {
  worksheet.setName(name).setPrintFitToPages(1, 0).setFooter(`&L&8&A · SHA-256 ${hash}&R&8Page &P of &N`);
  if (landscape) worksheet.setLandscape();
  if (headRows > 0) worksheet.setFreezePanes(headRows, headColumns).setRepeatRows(0, headRows - 1);
  for (const [column, width] of widths.entries()) worksheet.setColumnWidth(column, width);
  for (const [row, cells] of rows.entries()) {
    if (row % rowsAtOnce === rowsAtOnce - 1) await othersFirst();
    for (const [column, cell] of cells.entries()) if (cell) write(pen, worksheet, row, column, cell);
  }
}

function write({ library, formatOf }: Pen, worksheet: Worksheet, row: number, column: number, cell: BookCell): void {
  const { style = {} } = cell;
  if (cell.kind === "number") worksheet.writeNumberWithFormat(row, column, Number(cell.value), formatOf(style, false));
  else if (cell.kind === "formula") worksheet.writeFormulaWithFormat(row, column, new library.Formula(`=${cell.formula}`).setResult(cell.result), formatOf(style, false));
  else if (cell.text === "") worksheet.writeBlank(row, column, formatOf(style, false));
  else worksheet.writeStringWithFormat(row, column, clean(cell.text), formatOf(style, isLikeFormula(cell.text)));
}

/** What XML can hold, and a cell. */
function clean(text: string): string {
  return text.toWellFormed().replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD").slice(0, longestText).toWellFormed();
}

function formatsOnce(library: Library): Pen["formatOf"] {
  const made = new Map<string, Format>();
  return (style, isQuoted) => {
    const name = JSON.stringify([style, isQuoted]);
    const format = made.get(name) ?? formatFor(library, style, isQuoted);
    made.set(name, format);
    return format;
  };
}

/** A quoted text stays one when somebody edits it in its cell. */
function formatFor({ Format, FormatAlign, FormatBorder }: Library, { bold, indent, right, wrap, format, rule }: Style, isQuoted: boolean): Format {
  const made = new Format();
  if (bold) made.setBold();
  if (indent) made.setIndent(indent);
  if (right) made.setAlign(FormatAlign.Right);
  if (wrap) made.setTextWrap();
  if (format) made.setNumFormat(format);
  if (rule) made.setBorderTop(FormatBorder.Thin);
  if (rule === "double") made.setBorderBottom(FormatBorder.Double);
  if (isQuoted) made.setQuotePrefix();
  return made;
}
