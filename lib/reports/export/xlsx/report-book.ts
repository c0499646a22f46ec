// A stored report as a workbook: the statement as on paper with live totals, its checks, and what the report is. A dashboard's weeks have
// columns of their own and so a sheet of their own.
import { dashboardTables } from "#lib/reports/dashboard-tables.ts";
import { reportFacts } from "#lib/reports/export/facts.ts";
import { aboutSheet } from "#lib/reports/export/xlsx/about-sheet.ts";
import type { Book, Sheet } from "#lib/reports/export/xlsx/book.ts";
import { checksOf, checkSheet } from "#lib/reports/export/xlsx/check-sheet.ts";
import { liveFormulas } from "#lib/reports/export/xlsx/live-formula.ts";
import { placesOf, type Table } from "#lib/reports/export/xlsx/places.ts";
import { firstFigure, tableSheet } from "#lib/reports/export/xlsx/table-sheet.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** What the sheets of one report are called. */
export type SheetNames = { report: string; weeks: string; checks: string; about: string };

const plainNames: SheetNames = { report: "Report", weeks: "Weeks", checks: "Checks", about: "About" };

export function reportBook(stored: StoredReport): Book {
  const { data: report, contentHash: hash } = stored;
  return { title: report.title, organisation: report.tenant.name, hash, sheets: reportSheets(stored, plainNames) };
}

/** The sheets of a report, alone or among others. */
export function reportSheets(stored: StoredReport, names: SheetNames): Sheet[] {
  const { data: report } = stored;
  const tables = tablesOf(stored, names);
  const places = placesOf(tables, firstFigure);
  const live = liveFormulas(report.rows, places);
  const checks = checksOf(report, places, live);
  const checked = checks.length > 0 ? names.checks : null;
  return [...tables.map((table) => tableSheet(report, table, live, checked)), checkSheet(names.checks, checks), aboutSheet(names.about, reportFacts(stored), [...places.values()])];
}

function tablesOf({ data }: StoredReport, names: SheetNames): Table[] {
  const { months, weeks } = dashboardTables(data);
  const { columns, rows } = months;
  return [{ sheet: names.report, columns, rows }, ...(weeks ? [{ sheet: names.weeks, columns: weeks.columns, rows: weeks.rows }] : [])];
}
