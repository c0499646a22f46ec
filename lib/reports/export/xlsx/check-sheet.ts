// Every live cell once more: what the report says, what the workbook computes now, and whether that is the same. Whoever changes an account's
// figure sees the totals move and their checks flip.
import { address, type BookCell, formats, type Sheet, text } from "#lib/reports/export/xlsx/book.ts";
import type { LiveFormula } from "#lib/reports/export/xlsx/live-formula.ts";
import { inFormula, type Place, type Places } from "#lib/reports/export/xlsx/places.ts";
import { cellName } from "#lib/reports/proof.ts";
import type { Report } from "#lib/reports/report.ts";
import type { Unit } from "#lib/reports/unit.ts";

export type Check = { row: string; column: string; unit: Unit; stored: string; place: Place; tolerance: string };

const headRows = 3;

/** The one cell of the sheet of this name that speaks for all of its checks. */
export function allChecks(name: string): string {
  return `${inFormula(name)}!B1`;
}

export function checksOf({ rows, columns }: Report, places: Places, live: ReadonlyMap<string, LiveFormula>): Check[] {
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  return rows.flatMap(({ id, label, cells }) =>
    cells.flatMap(({ column, unit, value }): Check[] => {
      const [place, formula] = [places.get(cellName(id, column)), live.get(cellName(id, column))];
      return place && formula && value !== null ? [{ row: label, column: labels.get(column) ?? column, unit, stored: value, place, tolerance: formula.tolerance }] : [];
    }),
  );
}

export function checkSheet(name: string, checks: readonly Check[]): Sheet {
  return {
    name,
    widths: [46, 22, 14, 18, 18, 12],
    headRows,
    headColumns: 0,
    landscape: true,
    rows: [
      [text("All checks", { bold: true }), overall(checks.length)],
      [text("OK while each live cell comes to what the stored report says. Change an account's figure on the sheet before this one, and see.")],
      ["Row", "Column", "Cell", "Stored report", "This workbook", "Check"].map((words, place) => text(words, { bold: true, right: place === 3 || place === 4 })),
      ...checks.map(checkRow),
    ],
  };
}

function overall(count: number): BookCell {
  if (count === 0) return text("There is no live cell to check.");
  const range = `F${headRows + 1}:F${headRows + count}`;
  return { kind: "formula", formula: `IF(COUNTIF(${range},"OK")=${count},"OK",${count}-COUNTIF(${range},"OK")&" of ${count} CHANGED")`, result: "OK", style: { bold: true } };
}

function checkRow({ row, column, unit, stored, place, tolerance }: Check, index: number): BookCell[] {
  const [here, style] = [headRows + index, { format: formats[unit] }];
  const cell = `${inFormula(place.sheet)}!${address(place.row, place.column)}`;
  const [is, now] = [address(here, 3), address(here, 4)];
  return [
    text(row),
    text(column),
    text(cell),
    { kind: "number", value: stored, style },
    { kind: "formula", formula: cell, result: stored, style },
    { kind: "formula", formula: `IFERROR(IF(ABS(${now}-${is})<${tolerance},"OK","CHANGED"),"CHANGED")`, result: "OK" },
  ];
}
