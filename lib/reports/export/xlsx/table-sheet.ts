// The rows and columns of a report on a sheet: its head, then code, label and figures, indented, ruled and in parentheses as on paper.
import { ageInWords } from "#lib/reports/aged/aged-words.ts";
import { type BookCell, formats, isKeptByFloat, type Sheet, type Style, text } from "#lib/reports/export/xlsx/book.ts";
import { allChecks } from "#lib/reports/export/xlsx/check-sheet.ts";
import type { LiveFormula } from "#lib/reports/export/xlsx/live-formula.ts";
import type { Table } from "#lib/reports/export/xlsx/places.ts";
import { headWords } from "#lib/reports/head-words.ts";
import { syncedWords } from "#lib/reports/synced-words.ts";
import { cellName } from "#lib/reports/proof.ts";
import type { Cell, Column, Report, Row } from "#lib/reports/report.ts";
import { targetFigures } from "#lib/reports/target-words.ts";
import { tieOutSentence } from "#lib/reports/tie-out-words.ts";
import { warningWords } from "#lib/reports/warning-words.ts";

/** Six rows of head and one of column heads; code and label. */
export const firstFigure = { row: 7, column: 2 };

type Live = ReadonlyMap<string, LiveFormula>;

/** `checks` is the name of the sheet with its checks, where there are any. */
export function tableSheet(report: Report, { sheet, columns, rows }: Table, live: Live, checks: string | null): Sheet {
  const targets = new Map([...targetFigures(report)].filter(([id]) => rows.some((row) => row.id === id)));
  return {
    name: sheet,
    widths: [8, 46, ...columns.map(() => 16), ...(targets.size > 0 ? [16] : [])],
    headRows: firstFigure.row,
    headColumns: firstFigure.column,
    landscape: columns.length > 5,
    rows: [
      ...head(report, checks),
      [...columnHeads(report, columns), ...(targets.size > 0 ? [text("Target", { ...headStyle, right: true })] : [])],
      ...rows.map((row) => [...rowCells(row, columns, live), ...targetCell(row, targets)]),
    ],
  };
}

function head(report: Report, checks: string | null): (BookCell | null)[][] {
  const { tenant, title } = report;
  return [
    [text(tenant.name, { bold: true })],
    [text(title, { bold: true })],
    [text(headWords(report, "to the cent").join(" · "))],
    [text([tieOutSentence(report).sentence, syncedWords(report), ...warningWords(report)].join(" · "))],
    checks ? [text("Checks"), { kind: "formula", formula: allChecks(checks), result: "OK", style: { bold: true } }] : [],
    [],
  ];
}

function columnHeads({ currency }: Report, columns: readonly Column[]): BookCell[] {
  return [text("Code", headStyle), text(currency, headStyle), ...columns.map(({ label }) => text(label, { ...headStyle, right: true }))];
}

const headStyle: Style = { bold: true, wrap: true };

function rowCells(row: Row, columns: readonly Column[], live: Live): (BookCell | null)[] {
  const style = styleOf(row);
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const label = row.document ? `${row.label}, ${ageInWords(row.document)}` : row.label;
  const figures = columns.map(({ id }) => figureCell(cells.get(id), style, live.get(cellName(row.id, id))));
  return [row.accountCode === null ? null : text(row.accountCode), text(label, { ...style, indent: row.level }), ...figures];
}

/** Behind all columns, for it is of no month; in the unit of its row. */
function targetCell(row: Row, targets: ReadonlyMap<string, string>): (BookCell | null)[] {
  const value = targets.get(row.id);
  return value === undefined ? [] : [figureCell({ column: "target", value, unit: row.cells[0]?.unit ?? "ratio", reason: null, proof: null }, styleOf(row), undefined)];
}

function styleOf({ kind, parent }: Row): Style {
  if (kind === "section") return { bold: true };
  if (kind === "subtotal") return { bold: true, rule: "single" };
  return kind === "total" ? { bold: true, rule: parent === null ? "double" : "single" } : {};
}

function figureCell(cell: Cell | undefined, style: Style, live: LiveFormula | undefined): BookCell | null {
  if (!cell) return style.rule ? text("", style) : null;
  const { value, unit, reason } = cell;
  if (value === null) return text(reason === null ? "" : "n/m", { ...style, right: true });
  const formatted = { ...style, format: formats[unit] };
  if (live) return { kind: "formula", formula: live.formula, result: value, style: formatted };
  return isKeptByFloat(value) ? { kind: "number", value, style: formatted } : text(value, { ...style, right: true });
}
