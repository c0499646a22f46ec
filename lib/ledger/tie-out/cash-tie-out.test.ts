import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Basis } from "#db/vocabulary.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line } from "#lib/ledger/testing/books.ts";
import { chart, openOrganisation, putDocuments, type Scope } from "#lib/ledger/testing/queries.ts";
import { storeBalances } from "#lib/ledger/testing/worked-books.ts";
import { cashTieOut } from "#lib/ledger/tie-out/cash-tie-out.ts";
import { decimal } from "#lib/money.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const tomorrow = () => new Date(Date.now() + 86_400_000);
const received = (name: string, date: string, amount: string) => document(name, "RECEIVE", amount, [line("sales", amount)], { date });
const store = (scope: Scope, basis: Basis, asAt: string, balances: Record<string, string>, fetchedAt = tomorrow()) => transaction(scope, (tx) => storeBalances(tx, asAt, balances, fetchedAt, basis));
const tied = (scope: Scope, day = "2025-05-31") => read(scope, (q) => cashTieOut(q, { from: day, to: day }));

/** 100.00 were received in the year to March and 7.00 in May; Xero began with 1000.00 in February, which no document shows. */
async function booksOf(name: string, may: Record<string, string> = { bank: "1107.00", sales: "-7.00", retained: "-1100.00" }): Promise<Scope> {
  const scope = await openOrganisation(name, chart, { month: 3, day: 31 });
  await transaction(scope, (tx) => putDocuments(tx, [received("R-1", "2025-03-20", "100.00"), received("R-2", "2025-05-05", "7.00")]));
  await postPending(scope);
  await store(scope, "accrual", "2025-02-28", { bank: "1000.00", retained: "-1000.00" });
  await store(scope, "accrual", "2025-03-31", { bank: "1100.00", sales: "-100.00", retained: "-1000.00" });
  await store(scope, "accrual", "2025-05-31", may);
  return scope;
}

const told = (found: Awaited<ReturnType<typeof tied>>) => found?.residuals.map(({ identified, unexplained, evidence }) => [decimal(identified), decimal(unexplained), evidence]).toSorted();
const before = "Balances from before the first document.";

test("a day that Xero was not asked for on cash basis is not compared, whatever is known of it on accrual basis", async () => {
  expect(await tied(await booksOf("unasked"))).toBeNull();
});

test("what is missing by the same amount on accrual basis, and explained there, is explained", async () => {
  const scope = await booksOf("explained");
  await store(scope, "cash", "2025-05-31", { bank: "1107.00", sales: "-7.00", retained: "-1100.00" });
  const found = await tied(scope);
  expect(found).toMatchObject({ basis: "cash", asAt: "2025-05-31", accounts: 3, differing: 2, isGreen: true });
  expect(told(found)).toEqual([["-1000.00", "0.00", before], ["1000.00", "0.00", before]]);
});

test("what is missing by another amount than on accrual basis stays unexplained, all of it", async () => {
  const scope = await booksOf("another");
  await store(scope, "cash", "2025-05-31", { bank: "1108.00", sales: "-8.00", retained: "-1100.00" });
  const found = await tied(scope);
  expect(told(found)).toEqual([["-1000.00", "0.00", before], ["0.00", "-1.00", null], ["0.00", "1001.00", null]]);
  expect(found?.isGreen).toBe(false);
});

test("what nobody can explain on accrual basis explains nothing", async () => {
  const balances = { bank: "1110.00", sales: "-10.00", retained: "-1100.00" };
  const scope = await booksOf("unexplained", balances);
  await store(scope, "cash", "2025-05-31", balances);
  expect(told(await tied(scope))).toEqual([["-1000.00", "0.00", before], ["0.00", "-3.00", null], ["0.00", "1003.00", null]]);
});

test("each day stands by itself, whatever another one said, and what is posted after it was read takes the green away", async () => {
  const scope = await booksOf("alone");
  await store(scope, "cash", "2025-03-31", { bank: "1105.00", sales: "-105.00", retained: "-1000.00" });
  await store(scope, "cash", "2025-05-31", { bank: "1107.00", sales: "-7.00", retained: "-1100.00" }, new Date());
  expect([(await tied(scope, "2025-03-31"))?.isGreen, (await tied(scope))?.isGreen]).toEqual([false, true]);
  await transaction(scope, (tx) => putDocuments(tx, [received("R-3", "2025-04-02", "1.00"), document("R-4", "SPEND", "1.00", [line("sales", "1.00")], { date: "2025-04-02" })]));
  await postPending(scope, { now: tomorrow });
  expect(await tied(scope)).toMatchObject({ outdated: ["2025-05-31"], ties: true, isGreen: false });
});
