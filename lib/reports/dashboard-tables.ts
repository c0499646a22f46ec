// A dashboard in two tables: key figures by month, and cash by week, whose columns have nothing in common.
import type { Column, Report } from "#lib/reports/report.ts";

/** `weeks` is null where the dashboard looks at no weeks. */
export function dashboardTables(report: Report): { months: Report; weeks: Report | null } {
  const columns = report.columns.filter(isWeek);
  const ofWeeks = report.rows.filter(({ id, parent }) => id === "section:weeks" || parent === "section:weeks");
  const months = { ...report, columns: report.columns.filter((column) => !isWeek(column)), rows: report.rows.filter((row) => !ofWeeks.includes(row)) };
  return { months, weeks: columns.length === 0 ? null : { ...report, title: "Cash, week by week,", columns, rows: ofWeeks } };
}

function isWeek({ kind }: Column): boolean {
  return kind === "week" || kind === "forecast";
}
