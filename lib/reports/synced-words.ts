// Which state of Xero's data a report was made from, on the clock of Greenwich, for a file knows no other.
import { dayLabel } from "#lib/day-label.ts";
import type { Report } from "#lib/reports/report.ts";

/** "from Xero data synced 21 Nov 2026, 07:12 UTC" */
export function syncedWords({ source: { lastSyncedAt } }: Pick<Report, "source">): string {
  return lastSyncedAt === null ? "from Xero data of a sync that is not complete" : `from Xero data synced ${instantLabel(lastSyncedAt)}`;
}

/** "2026-11-21T07:12:00.000Z" → "21 Nov 2026, 07:12 UTC". */
function instantLabel(instant: string): string {
  return `${dayLabel(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}
