import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { orderReport } from "#lib/reports/order-report.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;

const bank = account(uuidv7(), "Cheque Account", "BANK");
const sales = account(uuidv7(), "Sales", "REVENUE");

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Ordered", { salesTaxBasis: "PAYMENTS" });
  await addAccounts(books, [bank, sales]);
  await post(books, [{ date: "2026-10-10", lines: [[bank.id, "300"], [sales.id, "-300"]] }]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

/** As the form sends it: all of its fields, whether they are shown or not. */
const form = { period: "lastMonth", from: "", to: "", columns: "month", compare: "none", budgetId: "", basis: "accrual", method: "indirect", asAt: "", ageBy: "dueDate", buckets: "days", showCredits: "yes", taxBasis: "organisation", accountId: "", rates: "" };
const order = (type: string, more: Record<string, string> = {}) => orderReport(books.scope, { ...form, type: `named:${type}`, ...more });

test.each<[string, Record<string, string>, Record<string, unknown>]>([
  ["trialBalance", { asAt: "2026-10-12", basis: "cash" }, { asAt: "2026-10-12", basis: "cash" }],
  ["trialBalance", {}, { asAt: "2026-10-31", basis: "accrual" }],
  ["bankSummary", {}, { from: "2026-10-01", to: "2026-10-31" }],
  ["executiveSummary", { period: "lastQuarter" }, { from: "2026-09-01", to: "2026-09-30" }],
  ["taxSummary", {}, { from: "2026-10-01", to: "2026-10-31", basis: "cash" }],
  ["taxSummary", { taxBasis: "accrual" }, { from: "2026-10-01", to: "2026-10-31", basis: "accrual" }],
  ["generalLedger", { accountId: sales.id }, { from: "2026-10-01", to: "2026-10-31", basis: "accrual", accountId: sales.id }],
  ["fxExposure", { rates: "eur 0.55, USD 0.61" }, { from: "2026-10-01", to: "2026-10-31", rates: [{ currency: "EUR", rate: "0.55" }, { currency: "USD", rate: "0.61" }] }],
  ["dataQuality", {}, { from: "2026-10-01", to: "2026-10-31" }],
])("a page orders a %s with %j", async (layout, more, parameters) => {
  const report = await order(layout, more);
  expect([report.type, report.parameters]).toEqual(["CUSTOM", { layout, ...parameters }]);
  expect((await reissueReport.run([books.scope], { id: report.id })).id).toBe(report.id);
});

test("a step to the next period keeps the basis that is shown, and a tax summary the one it was made on", async () => {
  const shown = { period: "", typed: "", from: "2026-09-01", to: "2026-09-30", step: "1", compare: "none", basis: "accrual" };
  expect((await orderReport(books.scope, { ...shown, type: "named:taxSummary" })).parameters).toEqual({ layout: "taxSummary", from: "2026-10-01", to: "2026-10-31", basis: "accrual" });
});

test("a layout that nobody knows is refused at its field with those there are", async () => {
  const unknown = createReport.call({ ...books.scope, id: "caller", scopes: [books.scope] }, { tenantId: books.scope.tenantId, type: "CUSTOM", parameters: { layout: "cashbook" } });
  await expect(unknown).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/parameters/layout", detail: expect.stringContaining("There is no report with this layout. Ask for trialBalance, bankSummary") }] });
});
