import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import type { StatementType } from "#lib/reports/parameters.ts";
import type { Parameters } from "#lib/reports/report.ts";

/** What a report is called when nobody named it: the statement and its days. */
export function defaultName(type: StatementType, { from, to }: Parameters): string {
  if (type === "BALANCE_SHEET") return `Balance Sheet as at ${dayLabel(to)}`;
  return `Profit and Loss, ${rangeLabel(from ?? to, to)}`;
}
