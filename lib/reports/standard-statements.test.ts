import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { listStoredReports } from "#lib/reports/read-reports.ts";
import { lackingStatements, standardStatements } from "#lib/reports/standard-statements.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

async function halfFetched(name: string): Promise<TestBooks> {
  const books = await openTestBooks(name, { lastSyncedAt: null });
  await addAccounts(books, [account(uuidv7(), "Sales", "REVENUE")]);
  return books;
}
const early = ({ scope }: TestBooks, type: "PROFIT_LOSS" | "BALANCE_SHEET") => makeReport(scope, { type, name: null, wishes: { hideZero: false } });
const synced = ({ scope }: TestBooks) => systemTransaction((tx) => tx.update(XeroTenants).set({ lastSyncedAt: new Date() }).where(eq(XeroTenants.id, scope.tenantId)).then(() => undefined));
const finality = async ({ scope }: TestBooks) => (await listStoredReports.run([scope], {})).data.map(({ type, quality }) => `${type} ${quality.final}`).toSorted();

test("reports that somebody made during the first sync do not stand in the way of the final statements", async () => {
  const books = await halfFetched("early");
  await early(books, "PROFIT_LOSS");
  await early(books, "BALANCE_SHEET");
  await synced(books);
  await standardStatements(books.scope, await lackingStatements(books.scope));
  expect(await finality(books)).toEqual(["BALANCE_SHEET false", "BALANCE_SHEET true", "PROFIT_LOSS false", "PROFIT_LOSS true"]);
});

test("when a worker was killed after the first of the two statements, the next sync makes the second and nothing twice", async () => {
  const books = await halfFetched("killed");
  await synced(books);
  expect(await lackingStatements(books.scope)).toEqual(["PROFIT_LOSS", "BALANCE_SHEET"]);
  await standardStatements(books.scope, ["PROFIT_LOSS"]);
  expect(await lackingStatements(books.scope)).toEqual(["BALANCE_SHEET"]);
  await standardStatements(books.scope);
  expect([await finality(books), await lackingStatements(books.scope)]).toEqual([["BALANCE_SHEET true", "PROFIT_LOSS true"], []]);
});

test("the final statements of one organisation say nothing of another's", async () => {
  const [books, other] = [await halfFetched("one"), await halfFetched("other")];
  await Promise.all([synced(books), synced(other)]);
  await standardStatements(books.scope);
  expect(await lackingStatements(other.scope)).toEqual(["PROFIT_LOSS", "BALANCE_SHEET"]);
});
