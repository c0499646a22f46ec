// The ten mistakes again, on the demo's books: whatever a rule does wrong shows as a difference to Xero's trial balance.
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { postingRules as right } from "#lib/ledger/posting/rules.ts";
import { faults } from "#lib/ledger/testing/faults.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { askForAllPostings } from "./testing/queries.ts";
import { type SyncedBooks, syncedBooks } from "./testing/synced-books.ts";

let books: SyncedBooks;
let tenantId: string;

beforeAll(async () => {
  books = await syncedBooks();
  [tenantId = ""] = books.tenantIds;
});
afterAll(() => books.close());

/** Posts all of the books again by these rules and compares. */
async function unexplainedBy(rules: PostingRules): Promise<bigint> {
  await transaction({ tenantId }, askForAllPostings);
  await postPending({ tenantId }, { rules });
  const result = await read({ tenantId }, (q) => tieOut(q, { to: lastDayOf(monthOf(todayIn("Pacific/Auckland"))) }));
  if (!result) throw new Error("The books were not compared.");
  return result.unexplained;
}

// A reversal on the wrong day cannot be taken back, because posted entries are never changed; so this fault comes last.
const mendable = faults.filter(([, broken]) => !broken.reversalDay);
const lasting = faults.filter(([, broken]) => broken.reversalDay);

test("there are ten", () => {
  expect([mendable.length, lasting.length]).toEqual([9, 1]);
});

test.each(mendable)("%s shows as a difference to Xero", async (_fault, broken) => {
  expect(await unexplainedBy({ ...right, ...broken })).toBeGreaterThan(0n);
}, 120_000);

test("by the right rules nothing is left of all these differences", async () => {
  expect(await unexplainedBy(right)).toBe(0n);
}, 120_000);

test.each(lasting)("%s shows as a difference to Xero", async (_fault, broken) => {
  await unexplainedBy({ ...right, ...mendable[0]?.[1] });
  expect(await unexplainedBy({ ...right, ...broken })).toBeGreaterThan(0n);
}, 120_000);
