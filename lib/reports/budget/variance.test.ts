// A variance report from the database to the proof of its cells, and what is left of it when the budget is gone.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { removeBudget } from "#lib/budgets/remove-budget.ts";
import { contentHash } from "#lib/canonical.ts";
import { changesSince } from "#lib/reports/changes/changes.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { orderReport } from "#lib/reports/order-report.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";
import { flatRows } from "#lib/reports/flat-rows.ts";
import { explain, placeOf } from "#lib/reports/proof.ts";
import { getReport, proveReportCell } from "#lib/reports/read-reports.ts";
import type { Report } from "#lib/reports/report.ts";
import { decimal } from "#lib/money.ts";
import { account, sumOfInputs } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let board: string;
const [bank, sales, rent] = [account(uuidv7(), "Cheque Account", "BANK"), account(uuidv7(), "Sales", "REVENUE", { code: "200" }), account(uuidv7(), "Rent", "OVERHEADS", { code: "469" })];

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, sales, rent]);
  await post(books, [
    { date: "2026-05-03", lines: [[bank.id, "100"], [sales.id, "-100"]] },
    { date: "2026-10-03", lines: [[bank.id, "1200.50"], [sales.id, "-1200.50"]] },
    { date: "2026-10-31", lines: [[bank.id, "-310"], [rent.id, "310"]] },
  ]);
  board = await imported("Board", "Account,Month,Amount,Notes\nSales,2026-05,150,Spring\nSales,2026-10,1000,\nRent,2026-10,300,\n");
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

async function imported(name: string, content: string): Promise<string> {
  return (await importBudget.run(books.scope, { tenantId: books.scope.tenantId, name, fileName: "board.csv", content })).id;
}

function variance(parameters: Record<string, unknown> = {}) {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "BUDGET_VARIANCE", parameters: { budgetId: board, ...parameters } });
}

const prove = (id: string, cell: string) => proveReportCell.run([books.scope], { id, cell, limit: 50 });

test("without any wish it is of the last closed month, with the financial year to its end beside it", async () => {
  const { name, parameters, data } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "BUDGET_VARIANCE" });
  expect([name, parameters]).toEqual(["Budget Variance, Oct 2026", { budgetId: board, from: "2026-10-01", to: "2026-10-31", columns: "total", basis: "accrual", hideZero: true }]);
  expect(data.columns.map(({ id, start, end }) => [id, start, end])).toContainEqual(["budget:ytd", "2026-04-01", "2026-10-31"]);
  expect(valueAt(data, "total:netProfit|variance:total")).toBe("190.50");
  expect(valueAt(data, "total:netProfit|percent:ytd")).toBe("16.53");
});

test("an actual is proved by its lines, a budget by its months with file and line, a variance by both", async () => {
  const { id } = await variance();
  expect((await prove(id, `account:${sales.id}|total`)).lines.data.map(({ amount }) => amount)).toEqual(["1200.50"]);
  const budget = await prove(id, `account:${sales.id}|budget:ytd`);
  expect(budget.formula).toBe(`Sales = its months in “Board”, imported from board.csv by ${books.scope.userId}@example.com on 21 Nov 2026`);
  expect(budget.inputs.map(({ label, amount }) => `${label}: ${amount}`)).toEqual([
    "Apr 2026: no figure in the budget: 0.00", "May 2026, line 2 of board.csv (Spring): 150.00", "Jun 2026: no figure in the budget: 0.00", "Jul 2026: no figure in the budget: 0.00",
    "Aug 2026: no figure in the budget: 0.00", "Sep 2026: no figure in the budget: 0.00", "Oct 2026, line 3 of board.csv: 1000.00",
  ]);
  const difference = await prove(id, `account:${rent.id}|variance:total`);
  expect([difference.total, difference.formula, difference.inputs.map(({ cell, factor }) => [cell, factor])]).toEqual([
    "10.00", "Rent: actual less budget. Less than the budget is favourable, more is adverse.", [[`account:${rent.id}|total`, 1], [`account:${rent.id}|budget:total`, -1]],
  ]);
});

test.each(["total", "month"] as const)("every money cell by %s is what its inputs or lines come to", async (columns) => {
  const { id, data } = await variance({ from: "2026-05-01", columns, hideZero: false });
  for (const row of data.rows) {
    for (const { column, value, unit, proof } of row.cells) {
      if (proof === null || unit !== "money" || proof.kind === "lines" || proof.kind === "tieOut") continue;
      const place = placeOf(data, `${row.id}|${column}`);
      expect([row.id, column, decimal(place ? sumOfInputs(explain(data, place).inputs) : -1n)]).toEqual([row.id, column, value ?? "0.00"]);
    }
  }
  expect((await getReport.run([books.scope], { id })).contentHash).toBe(contentHash(data));
});

test("flat rows have the budget beside each actual, and the variance that the report says", async () => {
  const { data } = await variance({ columns: "month" });
  expect(flatRows(data).filter(({ accountName }) => accountName === "Rent").map(({ period, amount, compareAmount, variance: of }) => [period, amount, compareAmount, of])).toEqual([
    ["2026-10", "310.00", "300.00", "10.00"], ["total", "310.00", "300.00", "10.00"], ["ytd", "310.00", "300.00", "10.00"],
  ]);
});

test("a profit and loss compared with a budget has the same four columns, without the year to date", async () => {
  const order = { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-10-01", to: "2026-10-31", columns: "total", compare: "budget" } } as const;
  const { data, parameters } = await createReport.run(books.scope, order);
  expect([parameters, data.comparison, data.columns.map(({ id }) => id)]).toMatchObject([{ budgetId: board }, { kind: "budget" }, ["total", "budget:total", "variance:total", "percent:total"]]);
  expect(valueAt(data, "total:netProfit|percent:total")).toBe("27.21");
  await expect(createReport.run(books.scope, { ...order, type: "BALANCE_SHEET" })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/compare" }] });
  const unasked = { ...order, parameters: { compare: "none", budgetId: board } };
  await expect(createReport.run(books.scope, unasked)).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/budgetId" }] });
});

test("budget attainment is revenue in hundredths of what was budgeted for the month, proved by the budget's months, and nothing where there is none", async () => {
  const nil = await imported("Nil", "Account,2026-08,2026-10\nSales,0,0\n");
  const { data } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD" });
  await removeBudget.run([books.scope], { id: nil });
  const later = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD" });
  const attained = (report: Report, month: string) => placeOf(report, `kpi:budgetAttainmentPercent|${month}`)?.cell;
  expect(attained(data, "2026-10")).toMatchObject({ value: null, reason: "No revenue was budgeted for this period." });
  expect(["2026-10", "2026-05"].map((month) => attained(later.data, month)?.value)).toEqual(["120.05", "66.67"]);
  expect(attained(later.data, "2026-09")).toMatchObject({ value: null, reason: "There is no budget for this period." });
  expect((await prove(later.id, "measure:revenueBudgeted|2026-10")).inputs.map(({ label, amount }) => [label, amount])).toEqual([["Oct 2026, line 3 of board.csv (Sales)", "1000.00"]]);
});

test("another budget, or the same name with other figures, makes another report; the same makes none", async () => {
  const first = await variance();
  expect((await variance()).id).toBe(first.id);
  const other = await imported("Other", "Account,2026-10\nSales,1\n");
  expect((await variance({ budgetId: other })).id).not.toBe(first.id);
  await removeBudget.run([books.scope], { id: other });
});

test("a stored report keeps its figures and their proof when the budget is removed, and says it cannot be made again", async () => {
  const gone = await imported("Gone", "Account,2026-10\nSales,900\n");
  const { id, data } = await variance({ budgetId: gone });
  await removeBudget.run([books.scope], { id: gone });
  expect((await getReport.run([books.scope], { id })).data).toEqual(data);
  expect((await prove(id, `account:${sales.id}|budget:total`)).inputs.map(({ label, amount }) => [label, amount])).toEqual([["Oct 2026, line 2 of board.csv", "900.00"]]);
  await expect(reissueReport.run([books.scope], { id: id })).rejects.toMatchObject({ reason: "invalid", message: expect.stringContaining("There is no such budget") });
});

test("what was posted since moves the actual and its variance, and leaves the budget alone", async () => {
  const { id } = await variance();
  await post(books, [{ date: "2026-10-05", lines: [[bank.id, "5"], [sales.id, "-5"]] }]);
  const { data } = await getReport.run([books.scope], { id });
  const { cells } = await read(books.scope, (q) => changesSince(q, data));
  expect(cells?.filter(({ row }) => row === `account:${sales.id}`).map(({ column, before, after }) => [column, before, after])).toEqual([
    ["total", "1200.50", "1205.50"], ["variance:total", "200.50", "205.50"], ["ytd", "1300.50", "1305.50"], ["variance:ytd", "150.50", "155.50"],
  ]);
});

test("a budget that is not there, and one of some tracking options only, are refused at their field", async () => {
  await expect(variance({ budgetId: uuidv7() })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/budgetId" }] });
  const row = await transaction(books.scope, (tx) => insertBudget(tx, { source: "xero", xeroId: "t", name: "North", type: "TRACKING", tracking: "Region: North", contentHash: "none" }, []));
  await expect(variance({ budgetId: row?.id })).rejects.toMatchObject({ reason: "invalid", message: expect.stringContaining("Region: North only") });
});

test("a page orders it by its period, and without any budget it says what to do", async () => {
  const asked = { type: "BUDGET_VARIANCE", period: "lastMonth", from: "", to: "", columns: "month", compare: "none", budgetId: "" };
  expect((await orderReport(books.scope, asked)).parameters).toMatchObject({ budgetId: board, from: "2026-10-01", columns: "month" });
  const other = await openTestBooks("Another Company");
  await expect(orderReport(other.scope, asked)).rejects.toMatchObject({ reason: "conflict", message: expect.stringContaining("There is no budget yet") });
});

function valueAt(data: Report, cell: string): string | null | undefined {
  return placeOf(data, cell)?.cell.value;
}
