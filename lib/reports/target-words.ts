// The targets that a dashboard was made with, beside its rows: on screen and on paper as words, in a workbook and in CSV as figures.
import { figureInSentence } from "#lib/reports/figure-words.ts";
import type { DashboardReport, Report } from "#lib/reports/report.ts";

type Targeted = Pick<Report, "rows"> & Pick<DashboardReport, "targets">;

/** Row id → the figure, in the unit of the row. */
export function targetFigures(report: Targeted): ReadonlyMap<string, string> {
  return new Map((report.targets ?? []).map(({ kpi, value }) => [`kpi:${kpi}`, value]));
}

/** Row id → "Target 45.00%". */
export function targetWords(report: Report): ReadonlyMap<string, string> {
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  return new Map([...targetFigures(report)].map(([id, value]) => [id, `Target ${figureInSentence(value, rows.get(id)?.cells.at(0)?.unit ?? "ratio")}`]));
}
