// A stored report made once more: what was stored stays, and each of the two leads to the other.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { getReport } from "#lib/reports/read-reports.ts";
import { reissueReport } from "#lib/reports/reissue-report.ts";
import type { Report } from "#lib/reports/report.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
const [bank, sales] = [account(uuidv7(), "Cheque Account", "BANK"), account(uuidv7(), "Sales", "REVENUE")];

beforeAll(async () => {
  database = await freshDatabase();
  [books, other] = [await openTestBooks("Hāpuku Services"), await openTestBooks("Another Company")];
  await addAccounts(books, [bank, sales]);
  await post(books, [{ date: "2026-03-03", lines: [[bank.id, "100"], [sales.id, "-100"]] }]);
});
afterAll(() => database.close());

const read = (id: string) => getReport.run([books.scope], { id });
const profit = ({ rows }: Report) => rows.find(({ id }) => id === "total:netProfit")?.cells[0]?.value;

test("a report of changed books is made again as it was ordered, names the one whose place it takes, and is found from it; what was stored stays", async () => {
  const parameters = { from: "2026-03-01", to: "2026-03-31", columns: "total" };
  const first = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", name: "March, for the board", parameters });
  expect((await reissueReport.run([books.scope], { id: first.id })).id).toBe(first.id);

  await post(books, [{ date: "2026-03-04", lines: [[bank.id, "25.50"], [sales.id, "-25.50"]] }]);
  const second = await reissueReport.run([books.scope], { id: first.id });
  expect([profit(first.data), profit(second.data)]).toEqual(["100.00", "125.50"]);
  expect([second.name, second.parameters, second.supersedesId]).toEqual([first.name, first.parameters, first.id]);
  expect(await read(first.id)).toEqual({ ...first, stale: true, successorId: second.id });
  expect(await read(second.id)).toMatchObject({ supersedesId: first.id, successorId: null, stale: false });

  await post(books, [{ date: "2026-03-05", lines: [[bank.id, "1"], [sales.id, "-1"]] }]);
  const third = await reissueReport.run([books.scope], { id: second.id });
  expect([third.supersedesId, (await read(second.id)).successorId, (await read(first.id)).successorId]).toEqual([second.id, third.id, second.id]);
});

test("where somebody ordered the same anew meanwhile, the place is taken all the same, and once", async () => {
  const order = { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-02-01", to: "2026-03-31", columns: "total" } } as const;
  const first = await createReport.run(books.scope, order);
  await post(books, [{ date: "2026-03-06", lines: [[bank.id, "2"], [sales.id, "-2"]] }]);
  const ordered = await createReport.run(books.scope, order);
  const reissued = await reissueReport.run([books.scope], { id: first.id });
  expect([ordered.supersedesId, reissued.supersedesId, reissued.id === ordered.id]).toEqual([null, first.id, false]);
  expect(reissued.data.rows).toEqual(ordered.data.rows);
  expect((await reissueReport.run([books.scope], { id: first.id })).id).toBe(reissued.id);
  expect((await read(first.id)).successorId).toBe(reissued.id);
});

test.each([
  ["BALANCE_SHEET", {}],
  ["CASH_FLOW", { method: "direct" }],
  ["CASH_FLOW", { method: "indirect", columns: "total" }],
  ["AGED_RECEIVABLES", {}],
  ["KPI_DASHBOARD", {}],
  ["CUSTOM", { layout: "trialBalance" }],
  ["CUSTOM", { layout: "executiveSummary" }],
  ["CUSTOM", { layout: "taxSummary" }],
] as const)("a report of the type %s, %j, is made again as it was ordered", async (type, parameters) => {
  const first = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type, parameters });
  await post(books, [{ date: "2026-03-07", lines: [[bank.id, "3"], [sales.id, "-3"]] }]);
  const second = await reissueReport.run([books.scope], { id: first.id });
  expect([second.id === first.id, second.supersedesId, second.name, second.parameters]).toEqual([false, first.id, first.name, first.parameters]);
});

test("another's report is not there, nor is any for somebody without an organisation", async () => {
  const { id } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "BALANCE_SHEET", parameters: {} });
  await expect(reissueReport.run([other.scope], { id })).rejects.toMatchObject({ reason: "notFound" });
  await expect(reissueReport.run([], { id })).rejects.toMatchObject({ reason: "notFound" });
});
