// What waits for somebody, counted and never guessed: read from the stored dashboard, the time of the last sync and what was checked after it, the
// most pressing first.
import type { Invariant } from "#db/vocabulary.ts";
import type { Alert } from "#lib/alerts/alert.ts";
import type { DrawnReport } from "#lib/kpis/drawn-report.ts";
import { measureRowId } from "#lib/kpis/figure-rows.ts";
import { monthsOf } from "#lib/kpis/tiles.ts";
import { money } from "#lib/money.ts";

/** `cell` is "row|column" of what proves it. */
export type Matter =
  | { kind: "alert"; alert: Alert }
  | { kind: "moreAlerts" }
  | { kind: "broken"; invariants: readonly Invariant[] }
  | { kind: "notSynced"; since: string | null }
  | { kind: "untied"; checked: boolean; unexplained: string }
  | { kind: "unreconciled"; count: number; amount: string; cell: string }
  | { kind: "overdueReceivables" | "overduePayables"; amount: string; cell: string }
  | { kind: "drafts"; count: number; amount: string };

const mostShown = 5;
/** Of the alerts that nobody has acknowledged, so that the rest is not pushed out. */
export const mostAlerts = 3;
/** Milliseconds of a day: who syncs daily has nothing to do. */
const day = 86_400_000;

/** `broken` are the invariants that did not hold when the ledger was last checked, `alerts` those that nobody has acknowledged. */
type Told = { broken?: readonly Invariant[]; alerts?: readonly Alert[] };

export function mattersOf(report: DrawnReport, lastSyncedAt: string | null, now: Date, { broken = [], alerts = [] }: Told = {}): Matter[] {
  const ofReport = [...ledger(broken), ...sync(lastSyncedAt, now), ...tieOut(report), ...unreconciled(report), ...overdue(report, "overdueReceivables", "overdueInvoices"), ...overdue(report, "overduePayables", "overdueBills"), ...drafts(report)];
  return [...alerted(alerts), ...ofReport.slice(0, mostShown)];
}

function alerted(alerts: readonly Alert[]): Matter[] {
  const more: Matter[] = alerts.length > mostAlerts ? [{ kind: "moreAlerts" }] : [];
  return [...alerts.slice(0, mostAlerts).map((alert) => ({ kind: "alert" as const, alert })), ...more];
}

function ledger(broken: readonly Invariant[]): Matter[] {
  return broken.length === 0 ? [] : [{ kind: "broken", invariants: [...new Set(broken)] }];
}

function sync(since: string | null, now: Date): Matter[] {
  return since !== null && now.getTime() - Date.parse(since) < day ? [] : [{ kind: "notSynced", since }];
}

function tieOut({ quality, tieOut: { asAt } }: DrawnReport): Matter[] {
  return quality.tiesToXero ? [] : [{ kind: "untied", checked: asAt !== null && quality.checkedSinceChange, unexplained: quality.unexplained }];
}

function unreconciled(report: DrawnReport): Matter[] {
  const { count, amount } = report.quality.unreconciled;
  return count === 0 ? [] : [{ kind: "unreconciled", count, amount, cell: lastCell(report, "unreconciledAmount").name }];
}

function overdue(report: DrawnReport, kind: "overdueReceivables" | "overduePayables", measure: string): Matter[] {
  const { name, value } = lastCell(report, measure);
  return money(value) === 0n ? [] : [{ kind, amount: value, cell: name }];
}

function drafts({ quality: { drafts: { count, amount } } }: DrawnReport): Matter[] {
  return count === 0 ? [] : [{ kind: "drafts", count, amount }];
}

function lastCell(report: DrawnReport, measure: string): { name: string; value: string } {
  const id = measureRowId(measure);
  const column = monthsOf(report).at(-1)?.id ?? "";
  const value = report.rows.find((row) => row.id === id)?.cells.find((cell) => cell.column === column)?.value ?? "0";
  return { name: `${id}|${column}`, value };
}
