// What a report is of, in the line beneath its title: the same on screen, on paper and in a workbook.
import { choiceWords } from "#lib/reports/choice-words.ts";
import { periodWords } from "#lib/reports/period-words.ts";
import type { Report } from "#lib/reports/report.ts";

/** Period, basis, currency, and what was chosen besides. `amounts` says how its figures are written there. */
export function headWords(report: Report, amounts: "whole units" | "to the cent"): string[] {
  return [periodWords(report), `${report.basis} basis`, `${report.currency}, ${amounts}`, ...filterWords(report)];
}

export function filterWords(report: Report): string[] {
  const { parameters } = report;
  return [
    ...("columns" in parameters && parameters.columns !== "total" && parameters.columns !== "tracking" ? [`by ${parameters.columns}`] : []),
    ...choiceWords(report),
    ...("method" in parameters ? [`${parameters.method} method`] : []),
    ...("hideZero" in parameters && parameters.hideZero ? ["accounts without amounts left out"] : []),
  ];
}
