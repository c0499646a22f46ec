// Who owes most, read from the stored report.
import type { DrawnReport } from "#lib/kpis/drawn-report.ts";

/** `cell` is "row|column" of the proof. */
export type Debtor = { id: string; name: string; owes: string; cell: string };

/** The largest first. */
export function debtorsOf({ rows }: DrawnReport): Debtor[] {
  return rows.filter(({ parent }) => parent === "section:debtors").flatMap(({ id, label: name, cells }) => cells.map(({ column, value }) => ({ id, name, owes: value ?? "0", cell: `${id}|${column}` })));
}
