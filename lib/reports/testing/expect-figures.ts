// Figures that somebody worked out by hand, or that are known from elsewhere, held against a report. Each comparison is counted by what the report itself says
// that it is, where FIGURES_LOG names a file for it: `npm run coverage:figures` adds them up.
import { appendFileSync } from "node:fs";
import { expect } from "vitest";
import type { Report, Row } from "#lib/reports/report.ts";
import { combinationOf } from "#lib/reports/testing/combinations.ts";
import type { Combination, FiguresLine } from "#lib/reports/testing/figures-log.ts";
import { settledOnCash } from "#lib/reports/testing/queries.ts";

/** The id of a row, then its values in the order of the columns that it has cells in. */
type Values = readonly (string | null)[];

/** `shown` was read from the report, in whatever shape the expected figures are written down in. Of these those count that are cells of the report. */
export async function expectFigures(report: Report, shown: unknown, expected: unknown): Promise<void> {
  expect(shown).toEqual(expected);
  if (!process.env.FIGURES_LOG) return;
  const known = new Set(report.rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  const settled = report.basis === "cash" ? await settledOnCash(report) : [];
  log({ compared: combinationOf(report.type, report.parameters), cells: leavesOf(expected).filter((leaf) => known.has(leaf)).length, settled });
}

/** Every row, and no other. */
export function expectTable(report: Report, expected: readonly Values[]): Promise<void> {
  return expectFigures(report, report.rows.map((row) => valuesOf(report, row)), expected);
}

/** Some rows, by their ids. */
export function expectRows(report: Report, expected: readonly Values[]): Promise<void> {
  return expectFigures(report, expected.map(([id]) => report.rows.filter((row) => row.id === id).flatMap((row) => valuesOf(report, row))), expected);
}

function valuesOf({ columns }: Report, { id, cells }: Row): (string | null)[] {
  return [id, ...columns.flatMap((column) => cells.filter((cell) => cell.column === column.id).map(({ value }) => value))];
}

export function logPossible(combinations: readonly Combination[]): void {
  if (process.env.FIGURES_LOG) for (const possible of combinations) log({ possible });
}

function log(line: FiguresLine): void {
  appendFileSync(process.env.FIGURES_LOG ?? "", `${JSON.stringify(line)}\n`);
}

/** Keys are no figures; null is one that there is not. */
function leavesOf(expected: unknown): (string | null)[] {
  if (expected === null || typeof expected === "string") return [expected];
  return typeof expected === "object" ? Object.values(expected).flatMap(leavesOf) : [];
}
