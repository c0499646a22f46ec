// An unchanged report is one row, found by the hash of what it was made from. Nobody else's row is ever the answer.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { openPlanner } from "#db/testing/query-plan.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { findReport, findReportMadeFrom, insertReport, reportsMadeFrom } from "#lib/reports/queries.ts";
import type { ReportableType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, addTracking, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { leastOrders } from "#lib/reports/testing/wishes.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
const [bank, sales] = [account(uuidv7(), "Cheque Account", "BANK"), account(uuidv7(), "Sales", "REVENUE")];
const [theirBank, theirSales] = [account(uuidv7(), "Cheque Account", "BANK"), account(uuidv7(), "Sales", "REVENUE")];

beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  [books, other] = [await openTestBooks("Hāpuku Services"), await openTestBooks("Another Company")];
  await addAccounts(books, [bank, sales]);
  await addAccounts(other, [theirBank, theirSales]);
  for (const each of [books, other]) await addTracking(each, "Region", ["North"]);
  for (const { scope } of [books, other]) await importBudget.run(scope, { tenantId: scope.tenantId, name: "Board", content: "Account,2026-10\nSales,90\n" });
  await post(books, [{ date: "2026-10-03", lines: [[bank.id, "100"], [sales.id, "-100"]] }]);
  await post(other, [{ date: "2026-10-03", lines: [[theirBank.id, "7"], [theirSales.id, "-7"]] }]);
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

function create({ scope }: TestBooks, type: ReportableType, more: Record<string, unknown> = {}): Promise<StoredReport> {
  return createReport.run(scope, { tenantId: scope.tenantId, type, ...more });
}

test.each(leastOrders)("a $name asked for again of unchanged books is the stored one, and another order is another report", async ({ type, parameters }) => {
  const made = await create(books, type, { parameters });
  expect((await create(books, type, { parameters })).id).toBe(made.id);
  expect((await create(books, type, { parameters, name: "For the board" })).id).not.toBe(made.id);
});

test.each(leastOrders)("a $name of two organisations in the same state, ordered alike, is made of each one's own books", async ({ type, parameters: least }) => {
  const [ours, theirs] = [await create(books, type, { parameters: least }), await create(other, type, { parameters: least })];
  const ordered = ({ dataVersion, parameters }: StoredReport) => [dataVersion, { ...parameters, budgetId: "each its own", trackingCategoryId: "each its own" }];
  expect(ordered(ours)).toEqual(ordered(theirs));
  expect([ours.tenantId, theirs.tenantId]).toEqual([books.scope.tenantId, other.scope.tenantId]);
  expect(theirs.data.tenant.name).toBe("Another Company");
});

test("a running day, a first complete sync and changed books each make another report", async () => {
  const order = { parameters: { from: "2026-11-01", to: "2026-11-21" } };
  const running = await create(books, "PROFIT_LOSS", order);
  vi.setSystemTime(new Date("2026-11-23T00:00:00Z"));
  const closed = await create(books, "PROFIT_LOSS", order);
  await post(books, [{ date: "2026-11-03", lines: [[bank.id, "1"], [sales.id, "-1"]] }]);
  const changed = await create(books, "PROFIT_LOSS", order);
  expect(new Set([running.id, closed.id, changed.id]).size).toBe(3);
  expect([running, closed].map(({ data }) => data.period.complete)).toEqual([false, true]);
});

test("it is looked up along an index, and by nobody else's scope", async () => {
  const { id } = await create(books, "BALANCE_SHEET");
  await copyManyTimes(id);
  const hash = (await read(books.scope, (q) => findReport(q, id)))?.inputsHash ?? "";
  expect((await read(books.scope, (q) => findReportMadeFrom(q, hash)))?.id).toBe(id);
  expect(await read(other.scope, (q) => findReportMadeFrom(q, hash))).toBeUndefined();
  const planner = await openPlanner(database, books.scope.tenantId);
  const statement = await read(books.scope, async (q) => reportsMadeFrom(q, hash).toSQL());
  expect(await planner.planOf(statement)).toContain("Reports_tenantId_inputsHash_index");
  await planner.close();
});

/** So many that reading all of them would be the worse way. */
async function copyManyTimes(id: string): Promise<void> {
  await transaction(books.scope, async (tx) => {
    const report = await findReport(tx, id);
    if (!report) throw new Error("There is no report to copy.");
    const { currentDataVersion: _version, ...row } = report;
    for (let copy = 0; copy < 1000; copy += 1) await insertReport(tx, { ...row, id: uuidv7(), data: {}, inputsHash: `copy ${copy}` });
  });
}
