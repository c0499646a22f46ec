import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";
import { postingRules as right } from "#lib/ledger/posting/rules.ts";
import { faults } from "#lib/ledger/testing/faults.ts";
import { idOf } from "#lib/ledger/testing/queries.ts";
import { postWorkedBooks } from "#lib/ledger/testing/worked-books.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function tiedOut(name: string, rules: PostingRules) {
  const scope = await postWorkedBooks(name, rules);
  const result = await read(scope, (q) => tieOut(q, { to: "2025-06-30" }));
  if (!result) throw new Error("The books were not compared.");
  const names = new Map(["bank", "savings", "receivable", "deposits", "payable", "gst", "rounding", "sales", "consulting", "fees", "rent", "travel", "gains"].map((account) => [idOf(account, scope.tenantId), account]));
  return { ...result, differingAccounts: [...new Set(result.residuals.map(({ accountId }) => names.get(accountId)))].toSorted() };
}

test("by the right rules the books tie to the cent in every month", async () => {
  const result = await tiedOut("right", right);
  expect(result).toMatchObject({ differing: 0, amount: 0n, unexplained: 0n, ties: true, isGreen: true, residuals: [], asAt: "2025-06-30" });
  expect(result.accounts).toBe(11);
});

test.each(faults)("%s makes the books stop tying out", async (fault, broken, accounts) => {
  const result = await tiedOut(fault, { ...right, ...broken });
  expect(result.differingAccounts).toEqual(accounts);
  expect(result.differing).toBe(accounts.length);
  expect(result.unexplained).toBe(result.amount);
  expect(result.readings.every(({ sumsToZero }) => sumsToZero)).toBe(true);
});

test("a reversal on the wrong day shows although the months cancel out", async () => {
  const result = await tiedOut("wrong day", { ...right, reversalDay: () => "2025-06-15" });
  const net = result.residuals.reduce((sum, { unexplained }) => sum + unexplained, 0n);
  expect([net, result.isGreen]).toEqual([0n, false]);
  expect(result.readings.map(({ differing }) => differing)).toEqual([3, 0, 3]);
});
