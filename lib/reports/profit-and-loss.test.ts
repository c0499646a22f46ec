import { expect, test } from "vitest";
import type { Books, Residual } from "#lib/reports/books.ts";
import { movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import { account, figures, month } from "#lib/reports/testing/statements.ts";

const sales = account("sales", "Sales", "REVENUE");
const consulting = account("consulting", "consulting", "SALES");
const materials = account("materials", "Materials", "DIRECTCOSTS");
const interest = account("interest", "Interest Income", "OTHERINCOME");
const rent = account("rent", "Rent", "EXPENSE");
const wages = account("wages", "Wages", "WAGESEXPENSE");
const unused = account("unused", "Advertising", "EXPENSE");
const archived = account("archived", "Fax", "EXPENSE", { status: "ARCHIVED" });

const books: Books = {
  accounts: [wages, rent, unused, archived, interest, materials, sales, consulting],
  movements: [
    month(sales, "2026-03", "-1000"),
    month(sales, "2026-04", "-500.25"),
    month(consulting, "2026-04", "-99.75"),
    month(materials, "2026-03", "400"),
    month(materials, "2026-04", "-25"),
    month(interest, "2026-03", "-10"),
    month(rent, "2026-03", "300"),
    month(rent, "2026-04", "300"),
    month(sales, "2025-03", "-800"),
  ],
  residuals: [],
};
const plan = { from: "2026-03-01", to: "2026-04-30", columns: "month", compare: "none", today: "2026-11-21", yearEnd: { month: 3, day: 31 } } as const;

test("income is positive when credit, costs when debit, and net profit is what remains", () => {
  const { rows } = profitAndLoss(books, movementColumns(plan), true);
  // March: 1,000 − 400 + 10 − 300 = 310. April: 600 − (−25) + 0 − 300 = 325.
  expect(figures(rows)).toEqual([
    ["section:tradingIncome"],
    ["account:consulting", "0.00", "99.75", "99.75"],
    ["account:sales", "1000.00", "500.25", "1500.25"],
    ["total:totalIncome", "1000.00", "600.00", "1600.00"],
    ["section:costOfSales"],
    ["account:materials", "400.00", "-25.00", "375.00"],
    ["total:totalCostOfSales", "400.00", "-25.00", "375.00"],
    ["total:grossProfit", "600.00", "625.00", "1225.00"],
    ["section:otherIncome"],
    ["account:interest", "10.00", "0.00", "10.00"],
    ["total:otherIncome", "10.00", "0.00", "10.00"],
    ["section:operatingExpenses"],
    ["account:rent", "300.00", "300.00", "600.00"],
    ["total:totalExpenses", "300.00", "300.00", "600.00"],
    ["total:netProfit", "310.00", "325.00", "635.00"],
  ]);
});

test("accounts that are nil in every column are left out, and counted", () => {
  const hidden = profitAndLoss(books, movementColumns(plan), true);
  expect(hidden.hiddenAccounts).toBe(3);
  const shown = profitAndLoss(books, movementColumns(plan), false);
  expect(shown.rows.flatMap(({ accountId }) => accountId ?? [])).toEqual(["consulting", "sales", "materials", "interest", "unused", "rent", "wages"]);
  expect(shown.hiddenAccounts).toBe(1);
});

test("a comparison with last year stands beside each month and the total", () => {
  const columns = movementColumns({ ...plan, to: "2026-03-31", compare: "previousYear" });
  const { rows } = profitAndLoss(books, columns, true);
  expect(columns.map(({ id }) => id)).toEqual(["2026-03", "total", "compare:2025-03", "compare:total"]);
  expect(figures(rows)).toContainEqual(["account:sales", "1000.00", "1000.00", "800.00", "800.00"]);
  expect(figures(rows)).toContainEqual(["total:netProfit", "310.00", "310.00", "800.00", "800.00"]);
});

test("what Xero has besides stands in its section and makes the profit Xero's", () => {
  const payroll: Residual = {
    accountId: "wages",
    start: "2026-03-01",
    end: "2026-03-31",
    ledger: 0n,
    xero: 200_0000n,
    identified: 200_0000n,
    unexplained: 0n,
    evidence: "Payroll of March.",
  };
  const stray: Residual = { ...payroll, accountId: "sales", ledger: -1000_0000n, xero: -1000_0300n, identified: 0n, unexplained: -300n, evidence: null };
  const { rows } = profitAndLoss({ ...books, residuals: [payroll, stray] }, movementColumns(plan), true);
  expect(figures(rows)).toContainEqual(["residual:identified:operatingExpenses", "200.00", "0.00", "200.00"]);
  expect(figures(rows)).toContainEqual(["residual:unexplained:tradingIncome", "0.03", "0.00", "0.03"]);
  expect(figures(rows)).toContainEqual(["total:grossProfit", "600.03", "625.00", "1225.03"]);
  expect(figures(rows)).toContainEqual(["total:netProfit", "110.03", "325.00", "435.03"]);
  const cell = rows.find(({ id }) => id === "residual:unexplained:tradingIncome")?.cells[0];
  const difference = { accountId: "sales", accountName: "Sales", from: "2026-03-01", to: "2026-03-31", ledger: "1000.00", xero: "1000.03", amount: "0.03", evidence: null };
  expect(cell?.proof).toEqual({ kind: "tieOut", differences: [difference] });
});

test("an account's cell is proved by its lines of those days, a total by the rows above it", () => {
  const { rows } = profitAndLoss(books, movementColumns(plan), true);
  const proofOf = (id: string) => rows.find((row) => row.id === id)?.cells[0]?.proof;
  expect(proofOf("account:sales")).toEqual({ kind: "lines", accounts: ["sales"], from: "2026-03-01", to: "2026-03-31" });
  expect(proofOf("total:grossProfit")).toEqual({ kind: "sum", of: [{ row: "total:totalIncome", factor: 1 }, { row: "total:totalCostOfSales", factor: -1 }] });
});

test("an amount on an account outside the chart stops the statement", () => {
  const stray = month(account("stray", "Stray", "EXPENSE"), "2026-03", "1");
  expect(() => profitAndLoss({ ...books, movements: [stray] }, movementColumns(plan), true)).toThrow("not in the chart of accounts");
});

test("a movement is never cut in two", () => {
  const columns = movementColumns({ ...plan, from: "2026-03-06" });
  expect(() => profitAndLoss(books, columns, true)).toThrow("crosses the edge");
});
