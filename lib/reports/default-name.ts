import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import type { ReportableType } from "#lib/reports/parameters.ts";
import type { Parameters } from "#lib/reports/report.ts";

/** What a report is called when nobody named it: the statement and its days. */
export function defaultName(type: ReportableType, { from, to }: Parameters): string {
  if (type === "BALANCE_SHEET") return `Balance Sheet as at ${dayLabel(to)}`;
  if (type === "KPI_DASHBOARD") return `KPI Dashboard to ${dayLabel(to)}`;
  return `Profit and Loss, ${rangeLabel(from ?? to, to)}`;
}
