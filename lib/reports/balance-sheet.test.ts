import { expect, test } from "vitest";
import { balanceSheet } from "#lib/reports/balance-sheet.ts";
import type { Books, Residual } from "#lib/reports/books.ts";
import { balanceColumns } from "#lib/reports/periods.ts";
import { account, figures, month, onDay } from "#lib/reports/testing/statements.ts";

const bank = account("bank", "Cheque Account", "BANK");
const debtors = account("debtors", "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const van = account("van", "Van", "FIXED");
const tax = account("tax", "GST", "CURRLIAB", { systemAccount: "GST" });
const loan = account("loan", "Loan", "TERMLIAB");
const drawings = account("drawings", "Drawings", "EQUITY");
const retained = account("retained", "Retained Earnings", "EQUITY", { systemAccount: "RETAINEDEARNINGS", code: "960" });
const sales = account("sales", "Sales", "REVENUE");
const rent = account("rent", "Rent", "EXPENSE");
const accounts = [bank, debtors, van, tax, loan, drawings, retained, sales, rent];

const march = { month: 3, day: 31 };
const today = "2026-11-21";

/** Opening on 1 Mar 2026: bank 500 against retained earnings 500. March: sale 1,150 with 150 tax. April: rent 200 paid, van 600 on loan, drawings 50. */
const books: Books = {
  accounts,
  movements: [
    month(bank, "2026-02", "500"),
    month(retained, "2026-02", "-500"),
    month(debtors, "2026-03", "1150"),
    month(tax, "2026-03", "-150"),
    month(sales, "2026-03", "-1000"),
    month(rent, "2026-04", "200"),
    month(bank, "2026-04", "-250"),
    month(drawings, "2026-04", "50"),
    month(van, "2026-04", "600"),
    month(loan, "2026-04", "-600"),
  ],
  residuals: [],
};
const columns = balanceColumns({ from: "2026-03-01", to: "2026-04-30", columns: "month", compare: "none", today, yearEnd: march });

test("assets less liabilities are equity, with the year's and the earlier years' profit computed", () => {
  const { rows } = balanceSheet(books, columns, true, march);
  expect(columns.map(({ id }) => id)).toEqual(["asAt:2026-03-31", "asAt:2026-04-30"]);
  // The year ends on 31 March: the profit of 1,000 is this year's on that day, and retained on 30 April, when this year's is −200.
  expect(figures(rows)).toEqual([
    ["section:assets"],
    ["section:bank"],
    ["account:bank", "500.00", "250.00"],
    ["subtotal:bank", "500.00", "250.00"],
    ["section:currentAssets"],
    ["account:debtors", "1150.00", "1150.00"],
    ["subtotal:currentAssets", "1150.00", "1150.00"],
    ["section:fixedAssets"],
    ["account:van", "0.00", "600.00"],
    ["subtotal:fixedAssets", "0.00", "600.00"],
    ["section:nonCurrentAssets"],
    ["subtotal:nonCurrentAssets", "0.00", "0.00"],
    ["total:totalAssets", "1650.00", "2000.00"],
    ["section:liabilities"],
    ["section:currentLiabilities"],
    ["account:tax", "150.00", "150.00"],
    ["subtotal:currentLiabilities", "150.00", "150.00"],
    ["section:nonCurrentLiabilities"],
    ["account:loan", "0.00", "600.00"],
    ["subtotal:nonCurrentLiabilities", "0.00", "600.00"],
    ["total:totalLiabilities", "150.00", "750.00"],
    ["total:netAssets", "1500.00", "1250.00"],
    ["section:equity"],
    ["total:currentYearEarnings", "1000.00", "-200.00"],
    ["account:drawings", "0.00", "-50.00"],
    ["total:retainedEarnings", "500.00", "1500.00"],
    ["total:totalEquity", "1500.00", "1250.00"],
  ]);
});

test.each([
  { name: "31 March", yearEnd: { month: 3, day: 31 }, before: "2026-03-31", after: "2026-04-01" },
  { name: "5 April", yearEnd: { month: 4, day: 5 }, before: "2026-04-05", after: "2026-04-06" },
  { name: "29 February, in a leap year", yearEnd: { month: 2, day: 29 }, before: "2024-02-29", after: "2024-03-01" },
  { name: "29 February, in a common year", yearEnd: { month: 2, day: 29 }, before: "2026-02-28", after: "2026-03-01" },
])("a year that ends on $name moves its profit into retained earnings the day after", ({ yearEnd, before, after }) => {
  const movements = [onDay(sales, before, "-70"), onDay(bank, before, "70"), onDay(sales, after, "-9"), onDay(bank, after, "9")];
  const at = (day: string) => {
    const { rows } = balanceSheet({ accounts, movements, residuals: [] }, balanceColumns({ from: day, to: day, columns: "total", compare: "none", today, yearEnd: march }), true, yearEnd);
    return figures(rows).filter(([id]) => id === "total:currentYearEarnings" || id === "total:retainedEarnings").map(([, value]) => value);
  };
  expect(at(before)).toEqual(["70.00", "0.00"]);
  expect(at(after)).toEqual(["9.00", "70.00"]);
});

test("what Xero has besides moves the totals on both sides alike, profit included", () => {
  const reading = { start: "2026-03-01", end: "2026-03-31", evidence: "Payroll of March.", unexplained: 0n };
  const residuals: Residual[] = [
    { ...reading, accountId: "rent", ledger: 0n, xero: 30_0000n, identified: 30_0000n },
    { ...reading, accountId: "bank", ledger: 0n, xero: -30_0000n, identified: -30_0000n },
  ];
  const { rows } = balanceSheet({ ...books, residuals }, columns, true, march);
  const table = figures(rows);
  expect(table).toContainEqual(["residual:identified:bank", "-30.00", "-30.00"]);
  expect(table).toContainEqual(["total:currentYearEarnings", "970.00", "-200.00"]);
  expect(table).toContainEqual(["total:retainedEarnings", "500.00", "1470.00"]);
  expect(table).toContainEqual(["total:netAssets", "1470.00", "1220.00"]);
  expect(table).toContainEqual(["total:totalEquity", "1470.00", "1220.00"]);
});

test("computed earnings say which accounts and days they are made of", () => {
  const { rows } = balanceSheet(books, columns, true, march);
  const cell = rows.find(({ id }) => id === "total:retainedEarnings")?.cells[1];
  expect(cell?.proof).toEqual({
    kind: "earnings",
    parts: [
      { label: "Posted to Retained Earnings", accounts: ["retained"], from: null, to: "2026-04-30", amount: "500.00" },
      { label: "Profit up to 31 Mar 2026", accounts: ["sales", "rent"], from: null, to: "2026-03-31", amount: "1000.00" },
    ],
    differences: [],
  });
});

test("a comparison a year back ends on the month ends of that year", () => {
  const compared = balanceColumns({ from: "2024-01-01", to: "2024-02-29", columns: "month", compare: "previousYear", today, yearEnd: march });
  expect(compared.map(({ id }) => id)).toEqual(["asAt:2024-01-31", "asAt:2024-02-29", "compare:asAt:2023-01-31", "compare:asAt:2023-02-28"]);
});
