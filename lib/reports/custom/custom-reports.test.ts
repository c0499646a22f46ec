import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { Refusal } from "#lib/refusal.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { expectFigures, expectRows } from "#lib/reports/testing/expect-figures.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await smallBooks();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

/** September: sales 1,000, materials 400, rent 300. October: sales 2,000 and 500 of consulting, materials 700, rent 300, wages 600, interest received 10. */
async function smallBooks(): Promise<TestBooks> {
  const opened = await openTestBooks("Custom");
  const of = (name: string, type: string, code: string) => account(uuidv7(), name, type, { code });
  const bank = of("Bank", "BANK", "090");
  const [sales, consulting, interest] = [of("Sales", "REVENUE", "200"), of("Consulting", "REVENUE", "210"), of("Interest Income", "OTHERINCOME", "270")];
  const [materials, rent, wages] = [of("Materials", "DIRECTCOSTS", "310"), of("Rent", "EXPENSE", "469"), of("Wages", "EXPENSE", "477")];
  await addAccounts(opened, [bank, sales, consulting, interest, materials, rent, wages]);
  await post(opened, [
    { date: "2026-09-10", lines: [[bank.id, "300"], [sales.id, "-1000"], [materials.id, "400"], [rent.id, "300"]] },
    { date: "2026-10-10", lines: [[bank.id, "910"], [sales.id, "-2000"], [consulting.id, "-500"], [materials.id, "700"], [rent.id, "300"], [wages.id, "600"], [interest.id, "-10"]] },
  ]);
  return opened;
}

const days = { from: "2026-09-01", to: "2026-10-31" };
const make = (type: "CUSTOM" | "PROFIT_LOSS" | "KPI_DASHBOARD", parameters: Record<string, unknown>): Promise<StoredReport> => createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters });
const custom = (rows: unknown[], more: Record<string, unknown> = {}) => make("CUSTOM", { title: "Ours", ...days, rows, ...more });
const sectionOf = (id: string, label: string, sections: string[], sign: 1 | -1) => ({ kind: "accounts", id, label, sign, accounts: [{ sections }], each: true });
const valuesOf = ({ data }: StoredReport, row: string) => data.rows.find(({ id }) => id === row)?.cells.map(({ value }) => value);

const wholeProfit = [
  { kind: "heading", label: "Income" },
  sectionOf("income", "Total Trading Income", ["tradingIncome"], -1),
  sectionOf("costOfSales", "Total Cost of Sales", ["costOfSales"], 1),
  { kind: "formula", id: "gross", label: "Gross Profit", unit: "money", formula: "income - costOfSales" },
  { kind: "heading", label: "The rest" },
  sectionOf("other", "Total Other Income", ["otherIncome"], -1),
  sectionOf("costs", "Total Operating Expenses", ["operatingExpenses"], 1),
  { kind: "formula", id: "net", label: "Net Profit", unit: "money", formula: "gross + other - costs" },
];

test("a profit and loss rebuilt row by row is the profit and loss, account by account and total by total", async () => {
  const [ours, original] = [await custom(wholeProfit), await make("PROFIT_LOSS", days)];
  const same = { "row:income": "total:totalIncome", "row:costOfSales": "total:totalCostOfSales", "row:gross": "total:grossProfit", "row:other": "total:otherIncome", "row:costs": "total:totalExpenses", "row:net": "total:netProfit" };
  expect(Object.keys(same).map((row) => [row, valuesOf(ours, row)])).toEqual(Object.entries(same).map(([row, theirs]) => [row, valuesOf(original, theirs)]));
  await expectRows(ours.data, [["row:net", "300.00", "910.00", "1210.00"]]);
  const accounts = (report: StoredReport) => report.data.rows.filter(({ accountId }) => accountId !== null).map(({ label, cells }) => [label, cells.map(({ value }) => value)]);
  expect(accounts(ours).toSorted()).toEqual(accounts(original).toSorted());
});

test("key figures by their names are those of the dashboard, month by month", async () => {
  const ids = ["grossMarginPercent", "netMarginPercent", "operatingProfit", "ebitda", "cashAtBank"];
  const [ours, dashboard] = [await custom(ids.map((id) => ({ kind: "kpi", id }))), await make("KPI_DASHBOARD", { to: days.to })];
  const months = ["2026-09", "2026-10"];
  const at = (report: StoredReport, row: string) => months.map((month) => report.data.rows.find(({ id }) => id === row)?.cells.find(({ column }) => column === month)?.value);
  expect(ids.map((id) => [id, at(ours, `row:${id}`)])).toEqual(ids.map((id) => [id, at(dashboard, `kpi:${id}`)]));
  expect(at(ours, "row:grossMarginPercent")).toEqual(["60.00", "72.00"]); // 600 ÷ 1,000, 1,800 ÷ 2,500
});

test("formulas are exact, rest on each other in any order, and say why there is no figure", async () => {
  const rows = [
    { kind: "formula", id: "perPound", label: "Wages for each dollar of consulting", unit: "ratio", formula: "wages / consulting", notMeaningful: [{ when: "consulting = 0", reason: "Nobody was advised." }] },
    { kind: "formula", id: "doubled", label: "Twice what is left", unit: "money", formula: "2 * left" },
    { kind: "formula", id: "left", label: "Left of sales", unit: "money", formula: "sales - wages / 3" },
    { kind: "formula", id: "share", label: "Share of sales", unit: "percent", formula: "sales / revenue" },
    { kind: "accounts", id: "sales", label: "Sales", sign: -1, accounts: [{ codes: ["200"] }] },
    { kind: "accounts", id: "consulting", label: "Consulting", sign: -1, accounts: [{ codes: ["210"] }] },
    { kind: "accounts", id: "wages", label: "Wages", sign: 1, accounts: [{ codes: ["477"] }] },
    { kind: "accounts", id: "cash", label: "Cash", of: "balance", sign: 1, accounts: [{ sections: ["bank"] }] },
  ];
  const report = await custom(rows);
  await expectFigures(report.data, Object.fromEntries(["perPound", "left", "doubled", "share", "cash"].map((id) => [id, valuesOf(report, `row:${id}`)])), {
    perPound: [null, "1.20", "1.20"],
    left: ["1000.00", "1800.00", "2800.00"],
    doubled: ["2000.00", "3600.00", "5600.00"],
    share: ["100.00", "80.00", "85.71"], // 3,000 ÷ 3,500
    cash: ["300.00", "1210.00", "1210.00"],
  });
  expect(report.data.rows.find(({ id }) => id === "row:perPound")?.cells[0]?.reason).toBe("Nobody was advised.");
  const proof = await proveReportCell.run([books.scope], { id: report.id, cell: "row:share|2026-10" });
  expect(proof.inputs.map(({ cell, amount }) => [cell, amount])).toEqual([["row:sales|2026-10", "2000.00"], ["measure:revenue|2026-10", "2500.00"]]);
  const lines = await proveReportCell.run([books.scope], { id: report.id, cell: "row:sales|2026-10" });
  expect(lines.lines.data.at(-1)?.runningTotal).toBe("2000.00");
});

test("a key figure means measures, whatever rows are called like them or like itself", async () => {
  const rows = [{ kind: "accounts", id: "revenue", label: "Consulting alone", sign: -1, accounts: [{ codes: ["210"] }] }, { kind: "kpi", id: "netProfit" }, { kind: "kpi", id: "grossMarginPercent" }, { kind: "formula", id: "twice", label: "Twice", unit: "money", formula: "revenue * 2" }];
  const report = await custom(rows);
  expect(["revenue", "twice", "netProfit", "grossMarginPercent"].map((id) => valuesOf(report, `row:${id}`)?.[1])).toEqual(["500.00", "1000.00", "910.00", "72.00"]);
});

const formula = (id: string, text: string, more = {}) => ({ kind: "formula", id, label: "A formula", unit: "money", formula: text, ...more });

test.each([
  ["a name nobody knows", [formula("a", "revenue + profits")], "/parameters/rows/0/formula", /^Row 1: At character 11: "profits" is neither a row of this report nor a measure\./],
  ["a formula that stops in the middle", [formula("a", "1 +")], "/parameters/rows/0/formula", /^Row 1: At character 4/],
  ["formulas that rest on each other in a circle", [formula("a", "b + 1"), formula("b", "a * 2")], "/parameters/rows/0/formula", /^Row 1: The formula of a rests on itself: a → b → a\.\nRow 2: The formula of b rests on itself: b → a → b\.$/],
  ["the same id twice", [formula("a", "1"), formula("a", "2")], "/parameters/rows/1/id", /^Row 2: There are two rows called a\.$/],
  ["an account that is not in the chart", [{ kind: "accounts", id: "a", label: "Lost", sign: 1, accounts: [{ codes: ["999"] }] }], "/parameters/rows/0/accounts", /^Row 1: There is no account 999 in the chart of accounts\.$/],
  ["accounts one by one that differ from column to column", [{ kind: "accounts", id: "a", label: "Overdrawn", of: "balance", sign: -1, accounts: [{ sections: ["bank"], side: "credit" }], each: true }], "/parameters/rows/0/each", /they cannot be listed one by one\.$/],
  ["a key figure nobody defined", [{ kind: "kpi", id: "happiness" }], "/parameters/rows/0/id", /^Row 1: There is no key figure happiness\.$/],
  ["a key figure that rests on documents", [{ kind: "kpi", id: "overdueReceivablesPercent" }], "/parameters/rows/0/id", /rests on documents, which a custom report does not read/],
  ["a percentage within a formula", [formula("a", "b * 2"), formula("b", "1 / 2", { unit: "percent" })], "/parameters/rows/0/formula", /"b" is a percentage: name what it is computed from/],
])("%s is refused with its row, and nothing is stored", async (_, rows, pointer, sentence) => {
  const refused = await custom(rows).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  if (!(refused instanceof Refusal)) return;
  expect([refused.reason, refused.faults[0]?.pointer]).toEqual(["invalid", pointer]);
  expect(refused.message).toMatch(sentence);
});
