import type { ReportableType } from "#lib/reports/report-types.ts";

/** The least that has to be asked of a type of report. */
export function leastWishes(type: ReportableType): Record<string, unknown> {
  return type === "CUSTOM" ? { title: "Ours", rows: [{ kind: "kpi", id: "netProfit" }] } : {};
}
