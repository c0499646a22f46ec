import { expect, test } from "vitest";
import { exampleAlert } from "#lib/alerts/examples.ts";
import { mattersOf } from "#lib/kpis/attention.ts";
import type { DrawnReport, DrawnRow } from "#lib/kpis/drawn-report.ts";
import { targetBeside } from "#lib/kpis/target.ts";
import { historyOf, tilesOf } from "#lib/kpis/tiles.ts";

const now = new Date("2026-11-21T00:00:00Z");
const synced = "2026-11-20T21:00:00.000Z";
const none = { count: 0, amount: "0.00" };
const quality = { final: true, hiddenAccounts: 0, unexplained: "0.00", tiesToXero: true, checkedSinceChange: true, drafts: none, unreconciled: none, lockedTo: null, notes: [] };
const column = (id: string, kind: "period" | "compare", month: string) => ({ id, kind, label: id, start: `${month}-01`, end: `${month}-30` });

/** Values of September, October, and October a year ago. */
function row(id: string, values: readonly [string | null, string | null, string | null], unit: "money" | "percent" | "days" = "money"): DrawnRow {
  const cells = ["2026-09", "2026-10", "compare:2025-10"].map((name, index) => ({ column: name, value: values[index] ?? null, reason: values[index] === null ? "There was no revenue in this period." : null, unit }));
  return { id, parent: null, kind: id.startsWith("kpi:") ? "kpi" : "measure", label: id, sign: 1, cells };
}

function reportOf(rows: DrawnRow[], more: Partial<typeof quality> = {}): DrawnReport {
  const columns = [column("2026-09", "period", "2026-09"), column("2026-10", "period", "2026-10"), column("compare:2025-10", "compare", "2025-10")];
  const tieOut = { asAt: "2026-10-31", checkedAt: synced, accounts: 10, differing: 0, amount: "0.00" };
  const parameters = { from: "2025-11-01", to: "2026-10-31", columns: "month", compare: "previousYear", basis: "accrual", hideZero: true } as const;
  return { type: "KPI_DASHBOARD", parameters, currency: "NZD", basis: "accrual", period: { start: "2026-09-01", end: "2026-10-30", complete: true }, columns, quality: { ...quality, ...more }, tieOut, rows };
}

const receivables = [row("kpi:receivables", ["70.00", "90.00", "60.00"]), row("kpi:overdueReceivablesPercent", ["0.00", "25.00", "0.00"], "percent"), row("kpi:debtorDays", ["30.0", "31.0", "29.0"], "days")];

test("a tile is the last month against its comparison, with the months before it and what belongs beside it", () => {
  const [tile, ...others] = tilesOf(reportOf(receivables));
  expect(others).toEqual([]);
  expect(tile).toMatchObject({ id: "receivables", value: "90.00", before: "60.00", history: ["70.00", "90.00"], good: "neither", marks: [], cell: "kpi:receivables|2026-10" });
  expect(tile?.beside).toEqual([{ label: "kpi:overdueReceivablesPercent", value: "25.00", unit: "percent" }, { label: "kpi:debtorDays", value: "31.0", unit: "days" }]);
});

test("a tile without a figure keeps the reason, and tells good news from bad by its definition", () => {
  const [tile] = tilesOf(reportOf([row("kpi:grossMarginPercent", ["50.00", null, "40.00"], "percent")]));
  expect(tile).toMatchObject({ value: null, reason: "There was no revenue in this period.", before: "40.00", good: "up" });
  expect(historyOf(reportOf(receivables), "kpi:nothing")).toEqual([null, null]);
});

test("what is unfinished stands on the tiles it touches", () => {
  const rows = [row("kpi:cashAtBank", ["1.00", "1.00", "1.00"]), row("kpi:revenue", ["1.00", "1.00", "1.00"])];
  const marksOf = (more: Partial<typeof quality>) => tilesOf(reportOf(rows, more)).map(({ marks }) => marks);
  expect(marksOf({ unreconciled: { count: 14, amount: "3150.00" } })).toEqual([["unreconciled"], []]);
  expect(marksOf({ drafts: { count: 1, amount: "40.00" } })).toEqual([[], ["drafts"]]);
  expect(marksOf({ tiesToXero: false, final: false })).toEqual([["unexplained", "notFinal"], ["unexplained", "notFinal"]]);
});

test("nothing waits where all is synced, tied, reconciled and paid", () => {
  expect(mattersOf(reportOf([row("measure:overdueInvoices", ["5.00", "0.00", "0.00"])]), synced, now)).toEqual([]);
});

test("what waits is counted from the report, the most pressing first, and five at most", () => {
  const rows = [row("measure:overdueInvoices", ["0.00", "250.00", "0.00"]), row("measure:overdueBills", ["0.00", "80.00", "0.00"]), row("measure:unreconciledAmount", ["0.00", "3150.00", "0.00"])];
  const troubled = reportOf(rows, { tiesToXero: false, unexplained: "31.40", unreconciled: { count: 14, amount: "3150.00" }, drafts: { count: 2, amount: "40.00" } });
  expect(mattersOf(troubled, "2026-11-19T00:00:00.000Z", now)).toEqual([
    { kind: "notSynced", since: "2026-11-19T00:00:00.000Z" },
    { kind: "untied", checked: true, unexplained: "31.40" },
    { kind: "unreconciled", count: 14, amount: "3150.00", cell: "measure:unreconciledAmount|2026-10" },
    { kind: "overdueReceivables", amount: "250.00", cell: "measure:overdueInvoices|2026-10" },
    { kind: "overduePayables", amount: "80.00", cell: "measure:overdueBills|2026-10" },
  ]);
  expect(mattersOf(troubled, synced, now).at(-1)).toEqual({ kind: "drafts", count: 2, amount: "40.00" });
  expect(mattersOf(reportOf([]), null, now)).toEqual([{ kind: "notSynced", since: null }]);
});

test("a ledger that does not add up comes before everything else", () => {
  expect(mattersOf(reportOf([]), null, now, { broken: ["debitsEqualCredits", "debitsEqualCredits"] })).toEqual([{ kind: "broken", invariants: ["debitsEqualCredits"] }, { kind: "notSynced", since: null }]);
});

test("alerts that nobody has acknowledged come before all else, three by name, and push nothing out", () => {
  const alerts = ["1", "2", "3", "4"].map((id) => ({ ...exampleAlert, id }));
  const kinds = (some: typeof alerts) => mattersOf(reportOf([]), null, now, { alerts: some }).map((matter) => (matter.kind === "alert" ? matter.alert.id : matter.kind));
  expect(kinds(alerts.slice(0, 3))).toEqual(["1", "2", "3", "notSynced"]);
  expect(kinds(alerts)).toEqual(["1", "2", "3", "moreAlerts", "notSynced"]);
});

test("a target is met on the side that is good for its figure, and judged neither way without a figure or a side", () => {
  const rows = [row("kpi:grossMarginPercent", ["50.00", "45.00", null], "percent"), ...receivables, row("kpi:revenue", ["1.00", null, "1.00"])];
  const targets = ["grossMarginPercent", "receivables", "revenue"].map((kpi) => ({ kpi, value: "45.00" }));
  const beside = Object.fromEntries(tilesOf({ ...reportOf(rows), targets }).map(({ id, target }) => [id, target]));
  expect(beside).toEqual({ grossMarginPercent: { value: "45.00", met: true }, receivables: { value: "45.00", met: null }, revenue: { value: "45.00", met: null } });
  expect([targetBeside(targets, "grossMarginPercent", "44.99"), targetBeside([{ kpi: "debtorDays", value: "30.0" }], "debtorDays", "30.1")]).toMatchObject([{ met: false }, { met: false }]);
  expect(tilesOf(reportOf(rows)).map(({ target }) => target)).toEqual([null, null, null]);
});
