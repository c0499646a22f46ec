import { dayLabel, rangeLabel } from "#lib/day-label.ts";
import type { Report } from "#lib/reports/report.ts";

/** "Oct 2026", "As at 31 Oct 2026". */
export function periodWords({ type, period }: Report): string {
  if (type === "BALANCE_SHEET" || period.start === null) return `As at ${dayLabel(period.end)}`;
  return rangeLabel(period.start, period.end);
}
