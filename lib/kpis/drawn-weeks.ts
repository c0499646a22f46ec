// Cash week by week, read from the stored report.
import { weekRowIds } from "#lib/kpis/cash-weeks.ts";
import { type DrawnReport, valueIn } from "#lib/kpis/drawn-report.ts";
import type { Day } from "#lib/day.ts";

/** `cell` is "row|column" of the proof. */
type Figure = { value: string | null; cell: string };
export type DrawnWeek = { id: string; label: string; end: Day; isAhead: boolean; receipts: Figure; payments: Figure; closing: Figure; billsDue: Figure };

/** The oldest first; none in a dashboard of days that are long over. */
export function weeksOf({ columns, rows }: DrawnReport): DrawnWeek[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const figure = (row: string, column: string): Figure => ({ value: valueIn(byId.get(row) ?? { cells: [] }, column), cell: `${row}|${column}` });
  return columns.flatMap(({ id, label, kind, end }) => {
    if (kind !== "week" && kind !== "forecast") return [];
    const { receipts, payments, closing, billsDue } = weekRowIds;
    return [{ id, label, end, isAhead: kind === "forecast", receipts: figure(receipts, id), payments: figure(payments, id), closing: figure(closing, id), billsDue: figure(billsDue, id) }];
  });
}
