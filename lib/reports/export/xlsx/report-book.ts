// A stored report as a workbook: the statement as on paper with live totals, its checks, and what the report is. A dashboard's weeks have
// columns of their own and so a sheet of their own.
import { dashboardTables } from "#lib/reports/dashboard-tables.ts";
import { reportFacts } from "#lib/reports/export/facts.ts";
import { aboutSheet } from "#lib/reports/export/xlsx/about-sheet.ts";
import type { Book } from "#lib/reports/export/xlsx/book.ts";
import { checksOf, checkSheet } from "#lib/reports/export/xlsx/check-sheet.ts";
import { liveFormulas } from "#lib/reports/export/xlsx/live-formula.ts";
import { placesOf, type Table } from "#lib/reports/export/xlsx/places.ts";
import { firstFigure, tableSheet } from "#lib/reports/export/xlsx/table-sheet.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

export function reportBook(stored: StoredReport): Book {
  const { data: report, contentHash: hash } = stored;
  const tables = tablesOf(stored);
  const places = placesOf(tables, firstFigure);
  const live = liveFormulas(report.rows, places);
  const checks = checksOf(report, places, live);
  return {
    title: report.title,
    organisation: report.tenant.name,
    hash,
    sheets: [...tables.map((table) => tableSheet(report, table, live, checks.length > 0)), checkSheet(checks), aboutSheet(reportFacts(stored), [...places.values()])],
  };
}

function tablesOf({ data }: StoredReport): Table[] {
  const { months, weeks } = dashboardTables(data);
  const { columns, rows } = months;
  return [{ sheet: "Report", columns, rows }, ...(weeks ? [{ sheet: "Weeks", columns: weeks.columns, rows: weeks.rows }] : [])];
}
