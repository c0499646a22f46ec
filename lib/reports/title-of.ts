import { layoutTitles } from "#lib/reports/named/layouts.ts";
import { titles } from "#lib/reports/report-types.ts";
import type { ListedReport } from "#lib/reports/stored-report.ts";

/** What is printed on top of a stored report, as far as a list knows it. */
export function titleOf({ type, parameters }: Pick<ListedReport, "type" | "parameters">): string {
  return "layout" in parameters ? layoutTitles[parameters.layout] : titles[type];
}
