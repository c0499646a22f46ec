import fc from "fast-check";
import { expect, test } from "vitest";
import { monthsFrom } from "#lib/day.ts";
import { decimal, money, sum } from "#lib/money.ts";
import type { Books } from "#lib/reports/books.ts";
import { type BudgetFigure, openBudget } from "#lib/reports/budget/budget-amounts.ts";
import { actualColumns, besideEach, quartets } from "#lib/reports/budget/budget-columns.ts";
import { budgetNotes } from "#lib/reports/budget/budget-notes.ts";
import { withBudget } from "#lib/reports/budget/with-budget.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import type { Row } from "#lib/reports/report.ts";
import { account, figures, month, onDay } from "#lib/reports/testing/statements.ts";

const sales = account("sales", "Sales", "REVENUE");
const interest = account("interest", "Interest", "OTHERINCOME");
const materials = account("materials", "Materials", "DIRECTCOSTS");
const rent = account("rent", "Rent", "EXPENSE");
const refunds = account("refunds", "Insurance refunds", "EXPENSE");
const training = account("training", "Training", "EXPENSE");
const accounts = [sales, interest, materials, rent, refunds, training];

const budgeted = (accountId: string, figuresByMonth: Record<string, string>): BudgetFigure[] => Object.entries(figuresByMonth).map(([at, amount]) => ({ accountId, month: at, amount: money(amount), note: null, lineNumber: null }));
const yearEnd = { day: 31, month: 3 };

function variance(books: Pick<Books, "movements"> & Partial<Books>, figuresOfBudget: readonly BudgetFigure[], period: { from: string; to: string; columns: "total" | "month" }, year = yearEnd): Row[] {
  const columns = quartets(actualColumns(period, "2026-11-21", year));
  const budget = openBudget(figuresOfBudget);
  return withBudget(profitAndLoss({ accounts, residuals: [], ...books }, columns.map(({ actual }) => actual), true, budget.accounts).rows, columns, budget);
}

/** The figures of one stretch: actual, budget, variance, percent. */
function ofColumn(rows: readonly Row[], column: string): (string | null)[][] {
  const wanted = [column, `budget:${column}`, `variance:${column}`, `percent:${column}`];
  return rows.filter(({ cells }) => cells.length > 0).map(({ id, cells }) => [id, ...wanted.map((name) => cells.find((cell) => cell.column === name)?.value ?? null)]);
}

const books: Pick<Books, "movements"> = {
  movements: [
    month(sales, "2026-04", "-1000"), month(sales, "2026-05", "-900"), month(sales, "2026-06", "-1200"),
    month(materials, "2026-05", "400"), month(materials, "2026-06", "350"),
    month(rent, "2026-04", "300"), month(rent, "2026-05", "300"), month(rent, "2026-06", "300"),
    month(refunds, "2026-05", "-50"), month(training, "2026-06", "80"),
  ],
};
/** June's sales are missing, nobody thought of training, materials were to cost nothing, and a refund was to come in. */
const plan = [
  ...budgeted("sales", { "2026-04": "800", "2026-05": "1000" }),
  ...budgeted("materials", { "2026-05": "0", "2026-06": "0" }),
  ...budgeted("rent", { "2026-04": "300", "2026-05": "310", "2026-06": "290" }),
  ...budgeted("refunds", { "2026-05": "-40" }),
  ...budgeted("interest", { "2026-05": "5" }),
];

test("each account, subtotal and profit stands beside its budget; what was not budgeted varies by its whole amount", () => {
  const rows = variance(books, plan, { from: "2026-05-01", to: "2026-06-30", columns: "total" });
  // Sales 2,100 against 1,000 (June is missing); materials 750 against 0; rent 600 = 310 + 290; refunds −50 against −40.
  expect(ofColumn(rows, "total")).toEqual([
    ["account:sales", "2100.00", "1000.00", "1100.00", "110.00"],
    ["total:totalIncome", "2100.00", "1000.00", "1100.00", "110.00"],
    ["account:materials", "750.00", "0.00", "750.00", null],
    ["total:totalCostOfSales", "750.00", "0.00", "750.00", null],
    ["total:grossProfit", "1350.00", "1000.00", "350.00", "35.00"],
    ["account:interest", "0.00", "5.00", "-5.00", "-100.00"],
    ["total:otherIncome", "0.00", "5.00", "-5.00", "-100.00"],
    ["account:refunds", "-50.00", "-40.00", "-10.00", "-25.00"],
    ["account:rent", "600.00", "600.00", "0.00", "0.00"],
    ["account:training", "80.00", null, "80.00", null],
    ["total:totalExpenses", "630.00", "560.00", "70.00", "12.50"],
    ["total:netProfit", "720.00", "445.00", "275.00", "61.80"],
  ]);
  // To date from 1 April: sales 3,100 against 1,800, rent 900 against 900.
  expect(ofColumn(rows, "ytd")).toContainEqual(["account:sales", "3100.00", "1800.00", "1300.00", "72.22"]);
  expect(ofColumn(rows, "ytd")).toContainEqual(["total:netProfit", "1420.00", "945.00", "475.00", "50.26"]);
});

test("a missing month is null in its cell and counted in the totals above it, which take it as nothing", () => {
  const rows = variance(books, plan, { from: "2026-05-01", to: "2026-06-30", columns: "month" });
  const cell = (row: string, column: string) => rows.find(({ id }) => id === row)?.cells.find((each) => each.column === column);
  expect(cell("account:sales", "budget:2026-06")).toMatchObject({ value: null, reason: "The budget has no figure for Jun 2026.", missingMonths: 1 });
  expect(cell("account:training", "budget:2026-06")).toMatchObject({ value: null, reason: "This account is not in the budget." });
  expect(cell("account:training", "budget:2026-06")).not.toHaveProperty("missingMonths");
  expect(cell("total:totalIncome", "budget:2026-06")).toMatchObject({ value: "0.00", missingMonths: 1 });
  // Sales and interest of June, refunds of June: three; April has no figure for refunds, materials and interest either.
  expect([cell("total:netProfit", "budget:total")?.missingMonths, cell("total:netProfit", "budget:ytd")?.missingMonths]).toEqual([3, 6]);
  expect(cell("account:sales", "percent:2026-06")).toMatchObject({ value: null, reason: "There is no budget to measure it by." });
  expect(cell("account:materials", "percent:2026-06")).toMatchObject({ value: null, reason: "The budget is zero." });
});

test("more income and less cost are favourable, less income and more cost adverse, and the same is neither", () => {
  const rows = variance(books, plan, { from: "2026-05-01", to: "2026-05-31", columns: "total" });
  const verdict = (row: string) => rows.find(({ id }) => id === row)?.cells.find(({ column }) => column === "variance:total")?.verdict;
  // May: sales 900 of 1,000; materials 400 of 0; rent 300 of 310; refunds −50 of −40; profit 250 of 735 … −485.
  expect(["account:sales", "account:materials", "account:rent", "account:refunds", "total:netProfit", "account:training"].map(verdict)).toEqual(["adverse", "adverse", "favourable", "favourable", "adverse", undefined]);
  expect(rows.flatMap(({ cells }) => cells.filter(({ column }) => !column.startsWith("variance:") && column !== "").filter(({ verdict: said }) => said !== undefined))).toEqual([]);
});

test("of a month that is cut so much of its budget counts as has passed, and its pieces come to the month", () => {
  const daily = { movements: [onDay(sales, "2026-04-03", "-10"), onDay(sales, "2026-04-20", "-20")] };
  const monthly = budgeted("sales", { "2026-03": "100", "2026-04": "100.01" });
  // The year begins on 6 April: five thirtieths before, 25 of 30 after; 16.67 + 83.34 = 100.01.
  const after = variance(daily, monthly, { from: "2026-04-06", to: "2026-04-30", columns: "total" }, { day: 5, month: 4 });
  const before = variance(daily, monthly, { from: "2026-04-01", to: "2026-04-05", columns: "total" }, { day: 5, month: 4 });
  expect([ofColumn(before, "total")[0]?.[2], ofColumn(after, "total")[0]?.[2]]).toEqual(["16.67", "83.34"]);
  expect(budgetNotes(after, accounts, openBudget(monthly))).toEqual(["Of the budget of Apr 2026 so much counts as has passed of it: 25 of 30 days."]);
});

test("columns stand beside each other by month, then the total, then the year to date", () => {
  const ids = besideEach(quartets(actualColumns({ from: "2026-05-01", to: "2026-06-30", columns: "month" }, "2026-11-21", yearEnd))).map(({ id }) => id);
  expect(ids).toEqual(["2026-05", "2026-06", "total", "ytd"].flatMap((id) => [id, `budget:${id}`, `variance:${id}`, `percent:${id}`]));
});

const months = monthsFrom("2026-03", "2026-08");
const amount = fc.bigInt({ min: -10_000_000n, max: 10_000_000n }).map((tenThousandths) => decimal(tenThousandths));
const sparse = fc.uniqueArray(fc.record({ account: fc.constantFrom(...accounts), at: fc.constantFrom(...months), amount }), { selector: (each) => `${each.account.id} ${each.at}`, maxLength: 36 });

test("whatever is budgeted and whatever happens, sections come to the net profit on both sides, and the variance of a total is the total of its variances", () => {
  fc.assert(
    fc.property(sparse, sparse, fc.constantFrom("total" as const, "month" as const), (happened, wanted, columns) => {
      const rows = variance(
        { movements: happened.map((each) => month(each.account, each.at, each.amount)) },
        wanted.map((each) => ({ accountId: each.account.id, month: each.at, amount: money(each.amount), note: null, lineNumber: null })),
        { from: "2026-04-01", to: "2026-07-31", columns },
      );
      const byId = new Map(figures(rows).map(([id, ...values]) => [id, values]));
      const kinds = rows.at(-1)?.cells.map(({ column }) => column) ?? [];
      for (const [index, column] of kinds.entries()) {
        if (column.startsWith("percent:")) continue;
        const at = (id: string) => money(byId.get(id)?.[index] ?? "0");
        expect(at("total:netProfit")).toBe(at("total:totalIncome") - at("total:totalCostOfSales") + at("total:otherIncome") - at("total:totalExpenses"));
        const expenses = rows.filter(({ parent, kind }) => parent === "section:operatingExpenses" && kind === "account");
        expect(at("total:totalExpenses")).toBe(sum(expenses.map(({ id }) => at(id))));
      }
    }),
    { numRuns: 60 },
  );
});
