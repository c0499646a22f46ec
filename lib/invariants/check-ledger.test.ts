// A violation of each invariant, planted where only the database's owner could, and named.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Basis, Invariant } from "#db/vocabulary.ts";
import { checkLedger } from "#lib/invariants/check-ledger.ts";
import { listInvariants } from "#lib/invariants/list-invariants.ts";
import { findChecks } from "#lib/invariants/queries.ts";
import { addToBalance, callOfClass, changeTotal } from "#lib/invariants/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addInvoice, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const of = (name: string, type: string, more = {}) => account(uuidv7(), name, type, more);

/** Last year 500 of sales; this year 1,000 invoiced in September, of which nothing is paid, and 300 of rent from the bank, on both bases. */
async function smallBooks() {
  const books = await openTestBooks("Hāpuku Services");
  const accounts = { bank: of("Cheque Account", "BANK"), debtors: of("Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" }), creditors: of("Accounts Payable", "CURRLIAB", { systemAccount: "CREDITORS" }), sales: of("Sales", "REVENUE"), rent: of("Rent", "OVERHEADS") };
  const { bank, debtors, sales, rent } = accounts;
  await addAccounts(books, Object.values(accounts));
  const invoice = await addInvoice(books, { number: "INV-1", date: "2026-09-10", dueDate: "2026-09-30", total: "1000" });
  const paid = [{ date: "2026-01-10", lines: [[bank.id, "500"], [sales.id, "-500"]] }, { date: "2026-10-10", lines: [[rent.id, "300"], [bank.id, "-300"]] }] as const;
  await post(books, [...paid, { date: "2026-09-10", lines: [[debtors.id, "1000"], [sales.id, "-1000"]], transactionId: invoice }]);
  await post(books, paid, "cash");
  return { books, invoice, ...accounts };
}

async function broken({ scope }: TestBooks): Promise<[Invariant, Basis][]> {
  await checkLedger(scope);
  const { data } = await listInvariants.run(scope, { tenantId: scope.tenantId });
  return data.filter(({ holds }) => !holds).map(({ invariant, basis }) => [invariant, basis]);
}

test("books that add up hold in everything, on both bases, with the figures that were compared", async () => {
  const { books } = await smallBooks();
  expect(await broken(books)).toEqual([]);
  const { data } = await listInvariants.run(books.scope, { tenantId: books.scope.tenantId });
  expect(data.map(({ invariant, basis, asAt, one, other }) => [invariant, basis, asAt, one, other]).toSorted()).toEqual(
    [
      ["debitsEqualCredits", "accrual", "2026-11-30", "1800.00", "1800.00"],
      ["debitsEqualCredits", "cash", "2026-11-30", "800.00", "800.00"],
      ["netAssetsEqualEquity", "accrual", "2026-11-30", "1200.00", "1200.00"],
      ["netAssetsEqualEquity", "cash", "2026-11-30", "200.00", "200.00"],
      ["profitIsCurrentYearEarnings", "accrual", "2026-11-30", "700.00", "700.00"],
      ["profitIsCurrentYearEarnings", "cash", "2026-11-30", "-300.00", "-300.00"],
      ["cashFlowIsChangeInBank", "accrual", "2026-11-30", "-300.00", "-300.00"],
      ["cashFlowIsChangeInBank", "cash", "2026-11-30", "-300.00", "-300.00"],
      ["receivablesEqualControl", "accrual", "2026-11-21", "1000.00", "1000.00"],
      ["payablesEqualControl", "accrual", "2026-11-21", "0.00", "0.00"],
    ].toSorted(),
  );
});

test("a balance that nothing was posted to breaks debits and credits, equity and the cash flow, on its basis alone", async () => {
  const { books, rent } = await smallBooks();
  await addToBalance(books.scope, { accountId: rent.id, basis: "cash", month: "2026-10", debit: "0.01" });
  expect(await broken(books)).toEqual([["debitsEqualCredits", "cash"], ["netAssetsEqualEquity", "cash"], ["cashFlowIsChangeInBank", "cash"]]);
});

test("too much in one month and too little in another do not cancel", async () => {
  const { books, rent } = await smallBooks();
  await addToBalance(books.scope, { accountId: rent.id, basis: "accrual", month: "2026-10", debit: "0.01" });
  await addToBalance(books.scope, { accountId: rent.id, basis: "accrual", month: "2026-09", credit: "0.01" });
  expect(await broken(books)).toEqual([["debitsEqualCredits", "accrual"]]);
});

test("an account that stands among costs by its type and not by its class breaks the profit", async () => {
  const { books, rent } = await smallBooks();
  await callOfClass(books.scope, rent.id, "EQUITY");
  expect(await broken(books)).toEqual([["profitIsCurrentYearEarnings", "accrual"], ["profitIsCurrentYearEarnings", "cash"]]);
});

test("a document that owes other than what was posted for it breaks the control account", async () => {
  const { books, invoice } = await smallBooks();
  await changeTotal(books.scope, invoice, "1000.01");
  expect(await broken(books)).toEqual([["receivablesEqualControl", "accrual"]]);
});

test("a payable that no document explains breaks its control account", async () => {
  const { books, creditors, rent } = await smallBooks();
  await post(books, [{ date: "2026-10-31", lines: [[rent.id, "40"], [creditors.id, "-40"]] }]);
  expect(await broken(books)).toEqual([["payablesEqualControl", "accrual"]]);
});

test("books that have not changed are not checked again, and those that have are", async () => {
  const { books, rent, bank } = await smallBooks();
  const checkedAt = async () => (await read(books.scope, findChecks)).map((row) => row.checkedAt.getTime());
  await checkLedger(books.scope);
  const before = await checkedAt();
  vi.setSystemTime(new Date("2026-11-21T01:00:00Z"));
  await checkLedger(books.scope);
  expect(await checkedAt()).toEqual(before);
  await post(books, [{ date: "2026-11-02", lines: [[rent.id, "10"], [bank.id, "-10"]] }]);
  await checkLedger(books.scope);
  expect(Math.min(...(await checkedAt()))).toBe(Date.parse("2026-11-21T01:00:00Z"));
});
