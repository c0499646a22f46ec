import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { listKpis } from "#lib/kpis/list-kpis.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;

/** Revenue of 100 in August, 300 in September, 200 in October. */
beforeAll(async () => {
  vi.setSystemTime(new Date("2026-11-21T00:00:00Z"));
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  const [bank, sales] = [account(uuidv7(), "Bank", "BANK"), account(uuidv7(), "Sales", "REVENUE")];
  await addAccounts(books, [bank, sales]);
  await post(books, [["2026-08-05", "100"], ["2026-09-05", "300"], ["2026-10-05", "200"]].map(([date = "", amount = ""]) => ({ date, lines: [[bank.id, amount], [sales.id, `-${amount}`]] as const })));
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

const asked = (tenantId: string, asAt?: string) => listKpis.call({ id: "", userId: books.scope.userId, permissions: [], scopes: [books.scope] }, { tenantId, asAt });

async function named(name: string, asAt?: string) {
  const { data } = await listKpis.run(books.scope, { tenantId: books.scope.tenantId, asAt });
  return data.find((kpi) => kpi.name === name);
}

test("without a stored dashboard it is not there, with a sentence that says what makes one", async () => {
  await expect(asked(books.scope.tenantId)).rejects.toMatchObject({ reason: "notFound", message: expect.stringContaining("The next complete sync makes one") });
});

test("the last closed month comes flat, each figure with its unit, its trend and the reason when there is none", async () => {
  const { id } = await createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "KPI_DASHBOARD" });
  const list = await listKpis.run(books.scope, { tenantId: books.scope.tenantId });
  expect(list).toMatchObject({ currency: "NZD", periodStart: "2026-10-01", periodEnd: "2026-10-31", reportId: id });
  expect(await named("revenue")).toEqual({ name: "revenue", label: "Revenue", value: "200.00", unit: "money", trend: "down", target: null, meaningful: true, reason: null });
  expect(await named("cashAtBank")).toMatchObject({ value: "600.00", trend: "up" });
  expect(await named("grossMarginPercent")).toMatchObject({ value: "100.00", unit: "percent", trend: "level" });
  expect(await named("interestCover")).toMatchObject({ value: null, trend: null, meaningful: false, reason: "No interest was paid in this period." });
});

test("an earlier day gives the month that had ended by then", async () => {
  expect(await named("revenue", "2026-10-30")).toMatchObject({ value: "300.00", trend: "up" });
  await expect(asked(books.scope.tenantId, "2024-01-31")).rejects.toMatchObject({ reason: "notFound" });
});

test("another organisation's figures are not there, and a day that is none is refused", async () => {
  await expect(asked(other.scope.tenantId)).rejects.toMatchObject({ reason: "notFound" });
  await expect(asked(books.scope.tenantId, "2026-13-01")).rejects.toMatchObject({ reason: "invalid" });
});
