import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { transaction } from "#db/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Day } from "#lib/day.ts";
import { storeTrialBalance } from "#lib/ledger/tie-out/store-trial-balance.ts";
import { decimal, money } from "#lib/money.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { cellName } from "#lib/reports/proof.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { expectRows } from "#lib/reports/testing/expect-figures.ts";
import { account, sumOfInputs } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;

const bank = account(uuidv7(), "Cheque Account", "BANK");
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const sales = account(uuidv7(), "Sales", "REVENUE");
const rent = account(uuidv7(), "Rent", "EXPENSE");
const wages = account(uuidv7(), "Wages", "WAGESEXPENSE");

/** In October Xero's trial balance has a payroll of 200, and 3 cents of sales that no document shows. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, debtors, sales, rent, wages]);
  await post(books, [
    { date: "2026-09-10", lines: [[debtors.id, "100"], [sales.id, "-100"]] },
    { date: "2026-10-10", lines: [[rent.id, "30"], [bank.id, "-30"]] },
  ]);
  await readTrialBalance("2026-09-30", [[debtors.id, "100"], [sales.id, "-100"]]);
  await readTrialBalance("2026-10-31", [[debtors.id, "100.03"], [sales.id, "-100.03"], [rent.id, "30"], [wages.id, "200"], [bank.id, "-230"]]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

async function readTrialBalance(asAt: Day, rows: readonly (readonly [string, string])[], basis: Basis = "accrual"): Promise<void> {
  const net = rows.map(([accountXeroId, amount]) => ({ accountXeroId, net: money(amount) }));
  await transaction(books.scope, (tx) => storeTrialBalance(tx, { asAt, basis, fetchedAt: new Date(), rows: net }));
}

function create(type: "PROFIT_LOSS" | "BALANCE_SHEET"): Promise<StoredReport> {
  return createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters: { from: "2026-09-01", to: "2026-10-31" } });
}

test("what Xero has besides stands in rows of its own, and the profit is Xero's", async () => {
  const { data } = await create("PROFIT_LOSS");
  await expectRows(data, [
    ["residual:unexplained:tradingIncome", "0.00", "0.03", "0.03"],
    ["residual:identified:operatingExpenses", "0.00", "200.00", "200.00"],
    ["total:netProfit", "100.00", "-229.97", "-129.97"],
  ]);
  expect(data.tieOut).toMatchObject({ asAt: "2026-10-31", differing: 4, amount: "400.06" });
  expect(data.quality).toMatchObject({ unexplained: "0.06", tiesToXero: true, checkedSinceChange: true });
});

test("a balance sheet with differences still balances, and its totals are Xero's", async () => {
  const { data } = await create("BALANCE_SHEET");
  await expectRows(data, [
    ["residual:identified:bank", "0.00", "-200.00"],
    ["residual:unexplained:currentAssets", "0.00", "0.03"],
    ["total:currentYearEarnings", "100.00", "-129.97"],
    ["total:netAssets", "100.00", "-129.97"],
    ["total:totalEquity", "100.00", "-129.97"],
  ]);
});

test("a difference is proved by both trial balances, and earnings by their lines and the differences", async () => {
  const report = await create("BALANCE_SHEET");
  for (const row of report.data.rows.filter(({ kind, id }) => kind === "residual" || id === "total:currentYearEarnings")) {
    for (const cell of row.cells) {
      const proof = await proveReportCell.run([books.scope], { id: report.id, cell: cellName(row.id, cell.column) });
      expect(decimal(sumOfInputs(proof.inputs)), row.id).toBe(cell.value);
    }
  }
  const cell = cellName("residual:identified:bank", "asAt:2026-10-31");
  const { inputs } = await proveReportCell.run([books.scope], { id: report.id, cell });
  expect(inputs).toMatchObject([{ amount: "-200.00", ledger: "-30.00", xero: "-230.00", evidence: "Payroll, which Xero posts itself." }]);
});

test("days after the last month-end are not compared yet, and the statement says up to when the books tie", async () => {
  const { data } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-11-01", to: "2026-11-20" } });
  expect(data.tieOut).toMatchObject({ asAt: "2026-10-31", differing: 4 });
  expect(data.rows.filter(({ kind }) => kind === "residual")).toEqual([]);
  expect(data.quality.notes).toContain("Compared with Xero up to 31 Oct 2026; the days after it are not compared yet.");
});

test("a difference of a whole month is not booked into a part of it, and the statement says so", async () => {
  const { data } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-10-15", to: "2026-10-31" } });
  expect(data.rows.filter(({ kind }) => kind === "residual")).toEqual([]);
  expect(data.quality.notes).toContainEqual(expect.stringContaining("cut on 15 Oct 2026"));
});

test("on cash basis the balance sheet of the day that Xero was asked for ties like any other, and every other report says why it does not", async () => {
  await post(books, [{ date: "2026-10-10", lines: [[rent.id, "30"], [bank.id, "-30"]] }], "cash");
  await readTrialBalance("2026-10-31", [[rent.id, "30"], [wages.id, "200"], [bank.id, "-230"]], "cash");
  const make = async (type: "PROFIT_LOSS" | "BALANCE_SHEET", from: Day, to: Day) => (await createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters: { from, to, basis: "cash", columns: "total" } })).data;
  const sheet = await make("BALANCE_SHEET", "2026-10-01", "2026-10-31");
  await expectRows(sheet, [
    ["residual:identified:bank", "-200.00"],
    ["total:totalEquity", "-230.00"],
  ]);
  expect([sheet.tieOut.differing, sheet.quality.tiesToXero, sheet.quality.notes]).toEqual([2, true, []]);
  const profit = await make("PROFIT_LOSS", "2026-10-01", "2026-10-31");
  expect(profit.rows.filter(({ kind }) => kind === "residual")).toEqual([]);
  expect([profit.tieOut.differing, profit.quality.tiesToXero]).toEqual([2, false]);
  expect(profit.quality.notes).toEqual([expect.stringContaining("nobody can tell on which days it arose")]);
  const months = (await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "BALANCE_SHEET", parameters: { from: "2026-09-01", to: "2026-10-31", basis: "cash", columns: "month" } })).data;
  expect([months.rows.filter(({ kind }) => kind === "residual"), months.quality.tiesToXero]).toEqual([[], false]);
  const september = await make("PROFIT_LOSS", "2026-09-01", "2026-09-30");
  expect([september.tieOut.asAt, september.quality.notes]).toEqual([null, [expect.stringContaining("Xero was not asked for its trial balance as at 30 Sep 2026")]]);
});

test("what is posted after the comparison takes the green away", async () => {
  vi.setSystemTime(new Date("2026-11-21T01:00:00Z"));
  await post(books, [{ date: "2026-10-12", lines: [[rent.id, "1"], [bank.id, "-1"]] }]);
  const { quality } = (await create("PROFIT_LOSS")).data;
  expect(quality).toMatchObject({ tiesToXero: false, checkedSinceChange: false });
});
