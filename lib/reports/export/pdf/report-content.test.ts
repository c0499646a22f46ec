import { expect, test } from "vitest";
import { exampleReport, exampleStoredReport } from "#lib/reports/examples.ts";
import { reportContent } from "#lib/reports/export/pdf/report-content.ts";
import type { AgedReport, Cell, Column, DashboardReport, Row } from "#lib/reports/report.ts";

const days = { start: "2026-10-01", end: "2026-10-31" };
const month: Column = { id: "2026-10", kind: "period", label: "Oct 2026", ...days };
const before: Column = { id: "compare:2025-10", kind: "compare", label: "Oct 2025", start: "2025-10-01", end: "2025-10-31" };
const week: Column = { id: "week:2026-11-02", kind: "week", label: "2 Nov", start: "2026-11-02", end: "2026-11-08" };
const cell = (column: Column, value: string | null, more: Partial<Cell> = {}): Cell => ({ column: column.id, value, reason: null, unit: "money", proof: null, ...more });

function row(id: string, kind: Row["kind"], parent: string | null, label: string, cells: Cell[] = []): Row {
  return { id, parent, kind, label, level: parent === null ? 0 : 1, accountId: null, accountCode: null, sign: 1, cells };
}

const margin: Cell["proof"] = { kind: "formula", formula: "profit / revenue", inputs: [{ name: "profit", row: "measure:profit" }, { name: "revenue", row: "measure:revenue" }] };

const dashboard: DashboardReport = {
  ...exampleReport,
  type: "KPI_DASHBOARD",
  title: "KPI Dashboard",
  parameters: { from: days.start, to: days.end, columns: "month", compare: "previousYear", basis: "accrual", hideZero: true },
  columns: [month, before, week],
  rows: [
    row("section:profitability", "section", null, "Profitability"),
    row("kpi:margin", "kpi", "section:profitability", "Margin", [cell(month, "40.00", { unit: "percent", proof: margin }), cell(before, null, { unit: "percent", proof: margin, reason: "There was no revenue." })]),
    row("section:weeks", "section", null, "Cash, week by week"),
    row("week:opening", "measure", "section:weeks", "Cash before", [cell(week, "10.00")]),
    row("section:debtors", "section", null, "Largest debtors"),
    row("contact:1", "contact", "section:debtors", "Kauri & Sons", [cell(month, "-7.00")]),
    row("section:measures", "section", null, "What they are computed from"),
    row("measure:profit", "measure", "section:measures", "Profit", [cell(month, "2.00")]),
    row("measure:revenue", "measure", "section:measures", "Revenue", [cell(month, "5.00")]),
  ],
};

test("a dashboard is its key figures, every other section with the columns that it has, and how each figure is computed", () => {
  const { tables, words, notes } = reportContent({ ...exampleStoredReport, data: dashboard });
  expect(tables.map(({ title, rowsAre, heads, rows }) => [title, rowsAre, heads.map(({ of }) => of), rows.map(({ label }) => label)])).toEqual([
    ["Key figures", "Key figure", ["Oct 2026", "Oct 2025"], ["Profitability", "Margin"]],
    ["Largest debtors", "Contact", ["Oct 2026"], ["Kauri & Sons"]],
    ["Cash, week by week", "Cash", ["2–8 Nov 2026"], ["Cash before"]],
  ]);
  expect(tables[0]?.rows[1]?.cells).toEqual([
    { figure: "40.00%", closes: false, verdict: null, mark: null },
    { figure: "n/m", closes: false, verdict: null, mark: 1 },
  ]);
  expect(tables[1]?.rows[0]?.cells).toEqual([{ figure: "(7.00)", closes: true, verdict: null, mark: null }]);
  expect(words[0]).toEqual({ title: "How they are computed", names: "Key figure", says: "Formula", facts: [["Margin", "Profit ÷ Revenue, in percent"]] });
  expect(notes.at(-1)).toBe("n/m 1: There was no revenue.");
});

test("an aged report has its contacts, as its page does, and says how many documents are in the workbook", () => {
  const { comparison: _none, ...common } = exampleReport;
  const total: Column = { id: "total", kind: "total", label: "Total", start: null, end: days.end };
  const aged: AgedReport = {
    ...common,
    comparison: null,
    type: "AGED_RECEIVABLES",
    title: "Aged Receivables",
    period: { start: null, end: days.end, complete: true },
    parameters: { asAt: days.end, ageBy: "dueDate", buckets: "days", showCredits: true },
    control: { accountId: "a", accountName: "Accounts receivable", documents: "12.00", ledger: "12.00", difference: "0.00", allowed: "0.00" },
    columns: [total],
    rows: [row("contact:1", "contact", null, "Kauri & Sons", [cell(total, "12.00")]), row("document:1", "document", "contact:1", "INV-1", [cell(total, "5.00")]), row("document:2", "document", "contact:1", "INV-2", [cell(total, "7.00")])],
  };
  const { tables, notes, head } = reportContent({ ...exampleStoredReport, name: "For the board", data: aged });
  expect(tables.map(({ rowsAre, rows }) => [rowsAre, rows.map(({ label }) => label)])).toEqual([["Contact", ["Kauri & Sons"]]]);
  expect(notes).toContain("The 2 documents that these amounts are of are in the workbook of this report.");
  expect(head[0]).toBe("Aged Receivables · As at 31 Oct 2026 · accrual basis · NZD, to the cent · by due date");
  expect(head[1]).toMatch(/^Ties to Accounts receivable · Ties to Xero: 12 of 14 accounts; .* · from Xero data synced 21 Nov 2026, 07:12 UTC$/);
});

test("a key figure that somebody gave a target says it beneath its name", () => {
  const targeted = { ...dashboard, targets: [{ kpi: "margin", value: "45.00" }] };
  const beneath = (data: DashboardReport) => reportContent({ ...exampleStoredReport, data }).tables.flatMap(({ rows }) => rows.flatMap(({ label, beneath: words }) => (words === null ? [] : [[label, words]])));
  expect([beneath(targeted), beneath(dashboard)]).toEqual([[["Margin", "Target 45.00%"]], []]);
});
