import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { openAccounts } from "#lib/accounts/open-accounts.ts";
import { listStoredAccounts } from "#lib/accounts/read-accounts.ts";
import { tagAccount } from "#lib/accounts/tag-account.ts";
import { chainOf } from "#lib/audit/testing/queries.ts";
import { kpiRowId } from "#lib/kpis/figure-rows.ts";
import { permissionsOf } from "#lib/permissions.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
const bank = account(uuidv7(), "Cheque Account", "BANK");
const sales = account(uuidv7(), "Sales", "REVENUE");
const charges = account(uuidv7(), "Finance charges", "EXPENSE");
const advance = account(uuidv7(), "Advance from Kauri Ltd", "CURRLIAB");
const taxDue = account(uuidv7(), "Income Tax Payable", "CURRLIAB");
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });

/** October: 1,000 sold for cash, 40 of finance charges paid, 500 advanced by Kauri. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  await addAccounts(books, [bank, sales, charges, advance, taxDue, debtors]);
  const entry = (from: { id: string }, to: { id: string }, amount: string) => ({ date: "2026-10-05", lines: [[to.id, amount], [from.id, `-${amount}`]] as const });
  await post(books, [entry(sales, bank, "1000"), entry(bank, charges, "40"), entry(advance, bank, "500")]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const tag = (id: string, wish: Record<string, unknown>, { scope }: TestBooks = books) => tagAccount.call(callerOf(scope), { id, ...wish });

test("an account moved to financing moves its row of the cash flow, the check row stays nothing, and the statement made before is kept", async () => {
  const before = await cashFlow();
  expect(before.figures).toEqual({ operating: "1460.00", financing: "0.00", netChange: "1460.00", check: "0.00", parent: "section:operating" });
  expect(await tag(advance.id, { activity: "financing" })).toMatchObject({ activity: "financing", activityBy: "chosen", tag: null, tagBy: "type" });
  const after = await cashFlow();
  expect(after.figures).toEqual({ operating: "960.00", financing: "500.00", netChange: "1460.00", check: "0.00", parent: "section:financing" });
  expect(after.id).not.toBe(before.id);
});

test("finance charges tagged as interest raise EBIT by what they were, and lower it again when the rule decides", async () => {
  expect(await ebit()).toBe("960.00");
  await tag(charges.id, { tag: "interestExpense" });
  expect(await ebit()).toBe("1000.00");
  await tag(charges.id, { tag: "byRule" });
  expect(await ebit()).toBe("960.00");
});

test("what was chosen is in the list with who chose it, and the audit says from what to what", async () => {
  await tag(taxDue.id, { tag: "owner", activity: "operating" });
  const list: unknown = await listStoredAccounts.call(callerOf(books.scope), { q: "Tax Payable" });
  expect(list).toMatchObject({ data: [{ tag: "owner", tagBy: "chosen", activity: "operating", activityBy: "chosen", chosenBy: expect.stringContaining("@example.com"), chosenAt: "2026-11-21T00:00:00.000Z" }] });
  expect((await chainOf(books.scope.tenantId)).at(-1)).toMatchObject({ action: "account.tagged", resourceId: taxDue.id, details: { name: "Income Tax Payable", fromTag: "byRule", toTag: "owner", fromActivity: "byRule", toActivity: "operating" } });
});

test("an account whose name raises the question is to confirm until somebody answers, and again when the answer is taken back", async () => {
  const toConfirm = async () => (await read(books.scope, openAccounts)).filter(({ isToConfirm }) => isToConfirm).map(({ name }) => name);
  await tag(taxDue.id, { tag: "byRule", activity: "byRule" });
  expect(await toConfirm()).toEqual(["Income Tax Payable"]);
  await tag(taxDue.id, { activity: "operating" });
  expect(await toConfirm()).toEqual([]);
});

test("the same once more changes nothing: reports stay of today's books and the audit says nothing", async () => {
  await tag(advance.id, { activity: "financing" });
  const [report, said] = [await cashFlow(), await chainOf(books.scope.tenantId, "account.tagged")];
  await tag(advance.id, { activity: "financing" });
  expect((await cashFlow()).id).toBe(report.id);
  expect(await chainOf(books.scope.tenantId, "account.tagged")).toEqual(said);
});

test.each([
  [sales, { tag: "loan" }, "Sales is of the class REVENUE, which cannot be loan. Nothing was changed.", ["/tag"]],
  [bank, { activity: "financing" }, "Cheque Account is a bank account, which is the cash itself and stands under no activity. Nothing was changed.", ["/activity"]],
  [debtors, { activity: "financing" }, "Accounts Receivable is a system account: Xero itself says what it is for. Nothing was changed.", []],
  [sales, {}, "Name a tag or an activity. Nothing was changed.", []],
  [sales, { activity: "gambling" }, "Some of what you sent cannot be used; each fault is listed.", ["/activity"]],
])("%j with %j is refused: %s", async ({ id }, wish, message, pointers) => {
  const before = await read(books.scope, openAccounts);
  await expect(tag(id, wish)).rejects.toMatchObject({ message, faults: pointers.map((pointer) => ({ pointer })) });
  expect(await read(books.scope, openAccounts)).toEqual(before);
});

test("another organisation's account is not there, and who only reads may not say what an account is", async () => {
  await expect(tag(sales.id, { tag: "none" }, other)).rejects.toMatchObject({ reason: "notFound" });
  await expect(tagAccount.call(callerOf({ ...books.scope, permissions: permissionsOf("Standard") }), { id: sales.id, tag: "none" })).rejects.toMatchObject({ reason: "forbidden" });
});

async function cashFlow() {
  const { tenantId } = books.scope;
  const { id, data } = await createReport.run(books.scope, { tenantId, type: "CASH_FLOW", parameters: { from: "2026-10-01", to: "2026-10-31" } });
  const value = (row: string) => data.rows.find((each) => each.id === row)?.cells[0]?.value;
  const figures = { operating: value("subtotal:operating"), financing: value("subtotal:financing"), netChange: value("total:netChange"), check: value("check:cash") };
  return { id, figures: { ...figures, parent: data.rows.find((row) => row.id === `account:${advance.id}`)?.parent } };
}

async function ebit() {
  const { data } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD" });
  return data.rows.find(({ id }) => id === kpiRowId("ebit"))?.cells.find(({ column }) => column === "2026-10")?.value;
}

function callerOf(scope: TestBooks["scope"]): Caller {
  return { id: "key", userId: scope.userId, permissions: [], scopes: [scope] };
}
