// A report with every kind of proof that a workbook computes, names that would be formulas, and amounts that floating point does not keep.
// Worked by hand: income 1,200.10 + 300.00 = 1,500.10; net 1,500.10 − 400.05 = 1,100.05; budget 1,000.00 − 500.00 = 500.00.
import { exampleReport, exampleStoredReport } from "#lib/reports/examples.ts";
import type { Cell, Column, Proof, Row } from "#lib/reports/report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

const month = "2026-10";
const week = "week:2026-11-02";
const days = { start: "2026-10-01", end: "2026-10-31" };
const columns: Column[] = [
  { id: month, kind: "period", label: "Oct 2026", ...days },
  { id: `budget:${month}`, kind: "budget", label: "Budget", ...days },
  { id: `variance:${month}`, kind: "variance", label: "Variance", ...days },
  { id: `percent:${month}`, kind: "percent", label: "%", ...days },
  { id: week, kind: "week", label: "2 Nov", start: "2026-11-02", end: "2026-11-08" },
];
const lines: Proof = { kind: "lines", accounts: ["a"], from: days.start, to: days.end };
const sumOf = (...of: [string, 1 | -1][]): Proof => ({ kind: "sum", of: of.map(([row, factor]) => ({ row, factor })) });

function cell(column: string, value: string | null, proof: Proof, more: Partial<Cell> = {}): Cell {
  return { column, value, reason: null, unit: "money", proof, ...more };
}

/** Actual, budget, variance and percentage of a row. */
function quartet(row: string, [actual, budget, variance, percent]: readonly [string, string | null, string, string | null], proof: Proof): Cell[] {
  const reason = percent === null ? "Nothing was budgeted." : null;
  return [
    cell(month, actual, proof),
    cell(`budget:${month}`, budget, proof),
    cell(`variance:${month}`, variance, { kind: "variance", actual: { row, column: month }, budget: { row, column: `budget:${month}` } }),
    cell(`percent:${month}`, percent, { kind: "variancePercent", variance: { row, column: `variance:${month}` }, budget: { row, column: `budget:${month}` } }, { unit: "percent", reason }),
  ];
}

function row(id: string, kind: Row["kind"], label: string, cells: Cell[] = [], more: Partial<Row> = {}): Row {
  return { id, parent: null, kind, label, level: kind === "account" ? 1 : 0, accountId: null, accountCode: null, sign: 1, cells, ...more };
}

const margin: Proof = { kind: "formula", formula: "(income - rent) / income", inputs: [{ name: "income", row: "total:income" }, { name: "rent", row: "account:rent" }] };
const share: Proof = { kind: "share", part: { row: "total:net", column: month }, whole: { row: "total:income", column: month } };

const rows: Row[] = [
  row("section:income", "section", "Trading Income"),
  row("account:sales", "account", '=HYPERLINK("http://evil.example","Sales")', quartet("account:sales", ["1200.10", "1000.00", "200.10", "20.01"], lines), { accountCode: "@200" }),
  row("account:fees", "account", "+Fees", quartet("account:fees", ["300.00", null, "300.00", null], lines)),
  row("total:income", "subtotal", "Total Trading Income", quartet("total:income", ["1500.10", "1000.00", "500.10", "50.01"], sumOf(["account:sales", 1], ["account:fees", 1]))),
  row("section:costs", "section", "Costs"),
  row("account:rent", "account", "-Rent, “north”\n\u202eשכר\u202c", quartet("account:rent", ["400.05", "500.00", "-99.95", "-19.99"], lines)),
  row("total:net", "total", "Net Profit", quartet("total:net", ["1100.05", "500.00", "600.05", "120.01"], sumOf(["total:income", 1], ["account:rent", -1]))),
  row("percent:net", "share", "Of income", [cell(month, "73.33", share, { unit: "percent" })]),
  row("kpi:margin", "kpi", "Margin", [cell(month, "73.33", margin, { unit: "percent" })]),
  row("account:treasury", "account", "\tTreasury", [cell(month, "99999999999999.9999", lines)]),
  row("account:vault", "account", "\rVault", [cell(month, "99999999999998.9999", lines)]),
  row("total:large", "subtotal", "Both", [cell(month, "199999999999998.9998", sumOf(["account:treasury", 1], ["account:vault", 1]))]),
  row("total:between", "subtotal", "Between them", [cell(month, "1.00", sumOf(["account:treasury", 1], ["account:vault", -1]))]),
  row("section:weeks", "section", "Cash, week by week"),
  row("week:opening", "measure", "Cash before", [cell(week, "1100.05", { kind: "cell", row: "total:net", column: month })], { parent: "section:weeks" }),
];

export const sampleReport: StoredReport = { ...exampleStoredReport, data: { ...exampleReport, columns, rows } };
