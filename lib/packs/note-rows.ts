import type { Report } from "#lib/reports/report.ts";
import { visibleRows } from "#lib/reports/visible-rows.ts";

/** The rows of a report that a note can be written on, as its reader sees them. */
export function noteRows({ rows }: Report): { value: string; label: string }[] {
  return visibleRows(rows, false).flatMap(({ id, kind, label, accountCode }) => (kind === "section" || kind === "document" ? [] : [{ value: id, label: accountCode === null ? label : `${label} ${accountCode}` }]));
}
