// hledger adds the entries of the demo's books up again. (It does so for the real books beside their other tests.)
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeReport } from "#lib/reports/create-report.ts";
import { statementTypes } from "#lib/reports/report-types.ts";
import { haveHledger, withoutHledger } from "../scripts/hledger/find.ts";
import { verifyOrganisation } from "../scripts/hledger/verify.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";

const isHere = haveHledger();
let books: SyncedBooks;

beforeAll(async () => {
  if (isHere) books = await syncedBooks();
});
afterAll(() => books?.close());

test.skipIf(!isHere)(`hledger agrees with every cell of the stored statements and of the trial balance at every month-end, on both bases${withoutHledger}`, async () => {
  for (const tenantId of books.tenantIds) for (const type of statementTypes) await makeReport({ tenantId, userId: books.userId }, { type, name: null, wishes: { basis: "cash" } });
  const verified = await Promise.all(books.tenantIds.map(verifyOrganisation));
  expect(verified.flatMap(({ statements, trialBalances }) => [...statements.differences, ...trialBalances.differences])).toEqual([]);
  const [nz] = verified;
  expect(nz?.statements.compared).toBeGreaterThan(800);
  expect(nz?.trialBalances.compared).toBeGreaterThan(2000);
}, 180_000);
