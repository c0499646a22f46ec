import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, money } from "#lib/money.ts";
import type { Books, Residual } from "#lib/reports/books.ts";
import { isToConfirm, presentationOf } from "#lib/reports/cash-flow/activity.ts";
import { cashFlow } from "#lib/reports/cash-flow/cash-flow.ts";
import { movementColumns } from "#lib/reports/periods.ts";
import { account, figures, month, onDay } from "#lib/reports/testing/statements.ts";

const bank = account("bank", "Cheque Account", "BANK");
const card = account("card", "Credit Card", "BANK");
const debtors = account("debtors", "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const creditors = account("creditors", "Accounts Payable", "CURRLIAB", { systemAccount: "CREDITORS" });
const van = account("van", "Van", "FIXED");
const worn = account("worn", "Less Accumulated Depreciation", "FIXED");
const loan = account("loan", "Van Loan", "TERMLIAB");
const drawings = account("drawings", "Owner Drawings", "CURRLIAB");
const capital = account("capital", "Capital", "EQUITY");
const sales = account("sales", "Sales", "REVENUE");
const interest = account("interest", "Interest Income", "OTHERINCOME");
const rent = account("rent", "Rent", "EXPENSE");
const borrowing = account("borrowing", "Interest Expense", "EXPENSE");
const depreciation = account("depreciation", "Depreciation", "DEPRECIATN");
const gains = account("gains", "Bank Revaluations", "EXPENSE", { systemAccount: "BANKCURRENCYGAIN" });
const accounts = [bank, card, debtors, creditors, van, worn, loan, drawings, capital, sales, interest, rent, borrowing, depreciation, gains];

/**
 * February: 1,000 of capital. March: sales of 600, of which 450 were paid; rent of 200 on account; a van of 900 by a loan of 800 and 100 in cash,
 * worn by 50; interest of 5 received and 30 paid; 120 drawn; 7 lost on dollars at the bank.
 */
const books: Books = {
  accounts,
  movements: [
    month(bank, "2026-02", "1000"),
    month(capital, "2026-02", "-1000"),
    ...[month(sales, "2026-03", "-600"), month(debtors, "2026-03", "150"), month(rent, "2026-03", "200"), month(creditors, "2026-03", "-200")],
    ...[month(van, "2026-03", "900"), month(loan, "2026-03", "-800"), month(depreciation, "2026-03", "50"), month(worn, "2026-03", "-50")],
    ...[month(interest, "2026-03", "-5"), month(borrowing, "2026-03", "30"), month(drawings, "2026-03", "120"), month(gains, "2026-03", "7")],
    // 450 + 5 − 100 − 120 − 7; the 30 of interest are on the card.
    ...[month(bank, "2026-03", "228"), month(card, "2026-03", "-30")],
  ],
  residuals: [],
};
const march = movementColumns({ from: "2026-03-01", to: "2026-03-31", columns: "total", compare: "none", today: "2026-11-21", yearEnd: { month: 3, day: 31 } });
const rowsOf = (of: Books, method: "indirect" | "direct", presentation: "ias7" | "usgaap" | "ifrs18") => figures(cashFlow(of, march, { method, presentation, hideZero: true }).rows).filter(([, value]) => value !== undefined);

test("indirect: from the profit, through what it does not say of cash, to the change of all bank accounts, credit cards among them", () => {
  // Profit 600 + 5 − 200 − 30 − 50 − 7 = 318.
  expect(rowsOf(books, "indirect", "ias7")).toEqual([
    ["cash:profit", "318.00"],
    ["cash:less:interest", "-5.00"],
    ["cash:less:gains", "7.00"],
    ["cash:less:depreciation", "50.00"],
    ["account:debtors", "-150.00"],
    ["account:creditors", "200.00"],
    ["subtotal:operating", "420.00"],
    ["account:interest", "5.00"],
    ["account:depreciation", "-50.00"],
    ["account:worn", "50.00"],
    ["account:van", "-900.00"],
    ["subtotal:investing", "-895.00"],
    ["account:drawings", "-120.00"],
    ["account:loan", "800.00"],
    ["subtotal:financing", "680.00"],
    ["cash:exchange", "-7.00"],
    ["total:netChange", "198.00"],
    ["cash:beginning", "1000.00"],
    ["cash:end", "1198.00"],
    ["check:cash", "0.00"],
  ]);
});

test("interest stands where the standard has it, and cash changes by as much", () => {
  const of = (presentation: "ias7" | "usgaap" | "ifrs18") => Object.fromEntries(rowsOf(books, "indirect", presentation).filter(([id]) => id?.startsWith("subtotal:") || id === "total:netChange"));
  expect(of("usgaap")).toEqual({ "subtotal:operating": "425.00", "subtotal:investing": "-900.00", "subtotal:financing": "680.00", "total:netChange": "198.00" });
  expect(of("ifrs18")).toEqual({ "subtotal:operating": "450.00", "subtotal:investing": "-895.00", "subtotal:financing": "650.00", "total:netChange": "198.00" });
  expect([presentationOf("US"), presentationOf("NZ"), presentationOf(null)]).toEqual(["usgaap", "ias7", "ias7"]);
});

test("direct: what was received and paid, account by account", () => {
  const operating = rowsOf(books, "direct", "usgaap").slice(0, 6);
  expect(operating).toEqual([
    ["account:sales", "600.00"],
    ["account:interest", "5.00"],
    ["account:borrowing", "-30.00"],
    ["account:rent", "-200.00"],
    ["account:debtors", "-150.00"],
    ["account:creditors", "200.00"],
  ]);
});

test("what Xero moved on a bank beside the ledger is a row of its own, so that cash ends where Xero has it", () => {
  const reading = (start: string, end: string, xero: string): Residual => ({ accountId: "bank", start, end, ledger: 0n, xero: money(xero), identified: 0n, unexplained: money(xero), evidence: null });
  const rows = Object.fromEntries(rowsOf({ ...books, residuals: [reading("2026-02-01", "2026-02-28", "10"), reading("2026-03-01", "2026-03-31", "-3")] }, "indirect", "ias7"));
  expect([rows["cash:beginning"], rows["residual:bank"], rows["total:netChange"], rows["cash:end"], rows["check:cash"]]).toEqual(["1010.00", "-3.00", "195.00", "1205.00", "0.00"]);
});

test("accounts placed by their names are named for somebody to confirm, system accounts are not", () => {
  expect(accounts.filter(isToConfirm)).toEqual([drawings]);
  expect(isToConfirm(account("tax", "Income Tax Payable", "CURRLIAB"))).toBe(true);
});

test("whatever is posted and whatever Xero has besides, the check row is nothing in every column", () => {
  const amount = fc.integer({ min: -5_000_000, max: 5_000_000 }).map((cents) => BigInt(cents) * 100n);
  const day = fc.constantFrom("2026-02-10", "2026-03-01", "2026-03-31", "2026-04-15", "2026-05-20");
  const entry = fc.record({ day, from: fc.constantFrom(...accounts), to: fc.constantFrom(...accounts), amount });
  const reading = fc.record({ account: fc.constantFrom(bank, card), end: fc.constantFrom("2026-02-28", "2026-03-31", "2026-04-30"), xero: amount });
  const columns = movementColumns({ from: "2026-03-10", to: "2026-05-20", columns: "month", compare: "previousPeriod", today: "2026-11-21", yearEnd: { month: 3, day: 31 } });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), fc.array(reading, { maxLength: 4 }), fc.constantFrom("indirect", "direct"), fc.constantFrom("ias7", "usgaap", "ifrs18"), (entries, readings, method, presentation) => {
      const movements = entries.flatMap((each) => [onDay(each.from, each.day, decimal(-each.amount)), onDay(each.to, each.day, decimal(each.amount))]);
      const residuals = readings.map(({ account: { id }, end, xero }): Residual => ({ accountId: id, start: `${end.slice(0, 7)}-01`, end, ledger: 0n, xero, identified: 0n, unexplained: xero, evidence: null }));
      const { rows } = cashFlow({ accounts, movements, residuals }, columns, { method, presentation, hideZero: true });
      expect(new Set(rows.find(({ id }) => id === "check:cash")?.cells.map(({ value }) => value))).toEqual(new Set(["0.00"]));
    }),
    { numRuns: 100 },
  );
});
