import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { balancesAsAt } from "#lib/ledger/queries.ts";
import { document, line } from "#lib/ledger/testing/books.ts";
import { chart, openOrganisation, organisationOf, putDocuments, type Scope, trialBalanceRows } from "#lib/ledger/testing/queries.ts";
import { storeBalances } from "#lib/ledger/testing/worked-books.ts";
import { tieOut, trialBalanceFacts } from "#lib/ledger/tie-out/tie-out.ts";
import type { Document } from "#lib/ledger/posting/document.ts";
import { decimal } from "#lib/money.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const fifthOfApril = { month: 4, day: 5 };
const tomorrow = (hours = 0) => new Date(Date.now() + 86_400_000 + hours * 3_600_000);
const received = (name: string, date: string, amount: string) => document(name, "RECEIVE", amount, [line("sales", amount)], { date });
const tied = (scope: Scope, to = "2025-12-31") => read(scope, (q) => tieOut(q, { to }));

async function booksOf(name: string, documents: readonly Document[], yearEnd = fifthOfApril): Promise<Scope> {
  const scope = await openOrganisation(name, chart, yearEnd);
  await transaction(scope, (tx) => putDocuments(tx, documents));
  await postPending(scope);
  return scope;
}

const store = (scope: Scope, asAt: string, balances: Record<string, string>, fetchedAt = tomorrow()) => transaction(scope, (tx) => storeBalances(tx, asAt, balances, fetchedAt));
const movementOn = async (scope: Scope, day: string) => (await trialBalanceRows(scope)).filter(({ monthEnd }) => monthEnd === day).map(({ movement }) => decimal(movement)).toSorted();

test("books that nobody compared are not tied out", async () => {
  const scope = await booksOf("unread", [received("R-1", "2025-05-10", "100.00")]);
  expect(await tied(scope)).toBeNull();
  expect(await read(scope, (q) => trialBalanceFacts(q, "2025-06-20"))).toEqual({ firstDay: "2025-05-10", today: "2025-06-20", yearEnd: fifthOfApril });
});

test("a year that ends on 5 April ties in both its parts, and retained earnings hold the profit before it", async () => {
  const scope = await booksOf("april", [received("R-1", "2025-03-20", "100.00"), received("R-2", "2025-04-05", "50.00"), received("R-3", "2025-04-06", "7.00")]);
  await store(scope, "2025-03-31", { bank: "100.00", sales: "-100.00" });
  await store(scope, "2025-04-05", { bank: "150.00", sales: "-150.00" });
  await store(scope, "2025-04-30", { bank: "157.00", sales: "-7.00", retained: "-150.00" });
  expect(await tied(scope)).toMatchObject({ isGreen: true, amount: 0n, accounts: 3, asAt: "2025-04-30" });
  const balances = await read(scope, (q) => balancesAsAt(q, { basis: "accrual", day: "2025-04-30", yearEnd: fifthOfApril }));
  expect([decimal(balances.currentYearEarnings), decimal(balances.retainedEarnings)]).toEqual(["-7.00", "-150.00"]);
});

test("last year's difference does not come back as one of retained earnings", async () => {
  const scope = await booksOf("carried", [received("R-1", "2025-03-20", "100.00"), received("R-2", "2025-05-05", "7.00")], { month: 3, day: 31 });
  await store(scope, "2025-03-31", { bank: "110.00", sales: "-110.00" });
  await store(scope, "2025-05-31", { bank: "117.00", sales: "-7.00", retained: "-110.00" });
  const result = await tied(scope);
  expect(result?.readings.map(({ asAt, differing, unexplained }) => [asAt, differing, decimal(unexplained)])).toEqual([["2025-03-31", 2, "20.00"], ["2025-05-31", 0, "0.00"]]);
});

test("storing the same reading again writes nothing", async () => {
  const scope = await booksOf("same", [received("R-1", "2025-05-10", "100.00")]);
  await store(scope, "2025-05-31", { bank: "100.00", sales: "-100.00" });
  const before = [await trialBalanceRows(scope), await organisationOf(scope)];
  expect(await store(scope, "2025-05-31", { bank: "100.00", sales: "-100.00" }, tomorrow(5))).toEqual({ changed: 0, unknown: [] });
  expect([await trialBalanceRows(scope), await organisationOf(scope)]).toEqual(before);
});

test("an earlier reading that changes puts the movements after it right", async () => {
  const scope = await booksOf("corrected", []);
  await store(scope, "2025-05-31", { bank: "100.00", sales: "-100.00" });
  await store(scope, "2025-06-30", { bank: "300.00", sales: "-300.00" });
  expect(await movementOn(scope, "2025-06-30")).toEqual(["-200.00", "200.00"]);
  await store(scope, "2025-05-31", { bank: "120.00", sales: "-120.00" });
  expect(await movementOn(scope, "2025-06-30")).toEqual(["-180.00", "180.00"]);
  await store(scope, "2025-04-30", { bank: "20.00", sales: "-20.00" });
  expect(await movementOn(scope, "2025-05-31")).toEqual(["-100.00", "100.00"]);
});

test("an account that disappears from a trial balance is nil there", async () => {
  const scope = await booksOf("vanished", []);
  await store(scope, "2025-05-31", { bank: "100.00", sales: "-100.00" });
  await store(scope, "2025-05-31", { savings: "100.00", sales: "-100.00" });
  expect(await movementOn(scope, "2025-05-31")).toEqual(["-100.00", "0.00", "100.00"]);
});

test("an account that the mirror does not have is told by its name in Xero", async () => {
  const scope = await booksOf("stranger", []);
  expect(await store(scope, "2025-05-31", { bank: "100.00", stranger: "-100.00" })).toEqual({ changed: 1, unknown: ["stranger"] });
  expect((await tied(scope))?.readings[0]?.sumsToZero).toBe(false);
});

test("what is posted after a reading makes it outdated until it is looked at again", async () => {
  const scope = await booksOf("outdated", [received("R-1", "2025-05-10", "100.00")]);
  await store(scope, "2025-05-31", { bank: "100.00", sales: "-100.00" }, new Date());
  expect(await tied(scope)).toMatchObject({ isGreen: true, outdated: [] });
  await transaction(scope, (tx) => putDocuments(tx, [received("R-2", "2025-05-11", "5.00")]));
  await postPending(scope, { now: () => tomorrow() });
  await transaction(scope, (tx) => putDocuments(tx, [{ ...received("R-2", "2025-05-11", "5.00"), status: "DELETED" }]));
  await postPending(scope, { now: () => tomorrow(1) });
  expect(await tied(scope)).toMatchObject({ amount: 0n, isGreen: false, outdated: ["2025-05-31"] });
  expect(await store(scope, "2025-05-31", { bank: "100.00", sales: "-100.00" }, tomorrow(2))).toMatchObject({ changed: 0 });
  expect(await tied(scope)).toMatchObject({ isGreen: true, outdated: [], dataVersion: 4, currentDataVersion: 4 });
});

test("balances from before the first document are identified, an error after it is not", async () => {
  const scope = await booksOf("conversion", [received("R-1", "2025-05-10", "100.00")]);
  await store(scope, "2025-04-30", { bank: "1000.00", capital: "-1000.00" });
  await store(scope, "2025-05-31", { bank: "1101.00", sales: "-101.00", capital: "-1000.00" });
  const result = await tied(scope);
  expect(result).toMatchObject({ ties: false, differing: 3 });
  expect([decimal(result?.identified ?? 0n), decimal(result?.unexplained ?? 0n)]).toEqual(["2000.00", "2.00"]);
  expect(result?.residuals.filter(({ evidence }) => evidence === null).map(({ start, end, ledger, xero }) => [start, end, decimal(ledger), decimal(xero)])).toEqual([
    ["2025-05-01", "2025-05-31", "100.00", "101.00"],
    ["2025-05-01", "2025-05-31", "-100.00", "-101.00"],
  ]);
});

test("a stretch of readings is compared from the reading before it", async () => {
  const scope = await booksOf("stretch", [received("R-1", "2025-05-10", "100.00"), received("R-2", "2025-06-10", "20.00")]);
  await store(scope, "2025-05-31", { bank: "90.00", sales: "-90.00" });
  await store(scope, "2025-06-30", { bank: "110.00", sales: "-110.00" });
  expect(await read(scope, (q) => tieOut(q, { from: "2025-06-01", to: "2025-06-30" }))).toMatchObject({ differing: 0, isGreen: true });
  expect(await read(scope, (q) => tieOut(q, { from: "2025-05-01", to: "2025-06-30" }))).toMatchObject({ differing: 2, isGreen: false });
});
