import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Document, Settlement } from "#lib/ledger/posting/document.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { balancesAsAt } from "#lib/ledger/queries.ts";
import { document, inDollars, line, settlement } from "#lib/ledger/testing/books.ts";
import { allEntries, chart, idOf, ledgerFigures, openOrganisation, putDocuments, putSettlements, putTrackingSets, type Scope, trackedBalances } from "#lib/ledger/testing/queries.ts";
import { rate, sum } from "#lib/money.ts";

let database: TestDatabase;
let count = 0;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const asText = (cents: number) => (cents / 100).toFixed(2);
const statuses = fc.constantFrom("AUTHORISED", "PAID", "VOIDED", "DRAFT");
const dates = fc.constantFrom("2025-03-31", "2025-04-01", "2025-05-15");
const cents = fc.integer({ min: 1, max: 99_999 });

const names = fc.constantFrom("A", "B", "C");
const documents = fc
  .record({ name: names, type: fc.constantFrom("ACCREC", "ACCPAY", "ACCRECCREDIT"), first: cents, second: cents, rate: fc.constantFrom("0.61", "1.37"), status: statuses, date: dates })
  .map(({ name, type, first, second, rate: at, status, date }): Document => {
    const lines = [line("sales", asText(first)), line("rent", asText(second))];
    return document(`${type}-${name}`, type, asText(first + second), lines, { ...inDollars(at), status, date });
  });
/** A payment keeps what it pays and when, as in Xero. */
const payments = fc
  .record({ name: names, target: names, amount: cents, status: fc.constantFrom("AUTHORISED", "DELETED") })
  .map(({ name, target, amount, status }): Settlement => settlement(`PAY-${name}-${target}`, `ACCREC-${target}`, asText(amount), { date: "2025-06-01", status, bankAccountId: "dollars", currencyRate: rate("0.71") }));
const changes = fc.array(fc.oneof(documents, payments), { minLength: 1, maxLength: 8 });

async function put(scope: Scope, change: Document | Settlement): Promise<void> {
  await transaction(scope, (tx) => ("lines" in change ? putDocuments(tx, [change]) : putSettlements(tx, [change])));
}

function keyOf(change: Document | Settlement): string {
  return "lines" in change ? change.xeroId : change.id;
}

test("whatever changes in whatever order, the ledger is what posting the last state once would have made", async () => {
  await fc.assert(
    fc.asyncProperty(changes, async (history) => {
      count += 1;
      const [step, once] = [await openOrganisation(`step ${count}`), await openOrganisation(`once ${count}`)];
      for (const change of history) {
        await put(step, change);
        await postPending(step, { batchSize: 2 });
      }
      for (const change of new Map(history.map((each) => [keyOf(each), each])).values()) await put(once, change);
      await postPending(once);
      const stepped = await ledgerFigures(step);
      expect(stepped.balances).toEqual((await ledgerFigures(once)).balances);
      expect(stepped.balances).toEqual(stepped.lines);
    }),
    { numRuns: 25 },
  );
});

test("assets less liabilities are equity on every day, current-year and retained earnings included", async () => {
  const scope = await openOrganisation("equity");
  await fc.assert(
    fc.asyncProperty(changes, dates, async (history, day) => {
      for (const change of history) await put(scope, change);
      await postPending(scope);
      const balances = await read(scope, (q) => balancesAsAt(q, { basis: "accrual", day, yearEnd: { month: 3, day: 31 } }));
      const accountsOf = (classes: readonly string[]) => Object.keys(chart).filter((name) => classes.includes(chart[name]?.class ?? ""));
      const of = (...classes: string[]) => sum(accountsOf(classes).map((name) => balances.accounts.get(idOf(name, scope.tenantId)) ?? 0n));
      expect(of("ASSET", "LIABILITY")).toBe(-of("EQUITY") - balances.currentYearEarnings);
    }),
    { numRuns: 15 },
  );
});

test("the balances of all tracking together are the balance of the account", async () => {
  const scope = await openOrganisation("tracking");
  await transaction(scope, (tx) => putTrackingSets(tx, ["north", "south"]));
  const on = (name: string) => ({ trackingSetId: idOf(name, scope.tenantId) });
  await put(scope, document("INV-1", "ACCREC", "60.00", [line("sales", "10.00", "0", on("north")), line("sales", "20.00", "0", on("south")), line("sales", "30.00")]));
  await postPending(scope);
  const { balances, lines } = await trackedBalances(scope, "sales");
  expect([balances.toSorted(), lines]).toEqual([[-100_000n, -200_000n, -300_000n], -600_000n]);
});

test("two posters at once post everything once", async () => {
  const scope = await openOrganisation("two at once");
  for (let number = 0; number < 12; number += 1) await put(scope, document(`INV-${number}`, "ACCREC", "10.00", [line("sales", "10.00")]));
  await Promise.allSettled([postPending(scope, { batchSize: 3 }), postPending(scope, { batchSize: 3 })]);
  await postPending(scope);
  const entries = await allEntries(scope);
  expect([entries.length, new Set(entries.map(({ sequence }) => sequence)).size]).toEqual([12, 12]);
  expect((await ledgerFigures(scope)).balances["sales 2025-04"]).toBe("-120.00");
});

test("a poster that dies within a batch leaves nothing of it, and the next one goes on", async () => {
  const scope = await openOrganisation("killed");
  for (const name of ["INV-1", "INV-2", "INV-3"]) await put(scope, document(name, "ACCREC", "10.00", [line("sales", "10.00")]));
  let calls = 0;
  const dying = () => {
    calls += 1;
    if (calls === 2) throw new Error("killed");
    return new Date();
  };
  await expect(postPending(scope, { batchSize: 1, now: dying })).rejects.toThrow("killed");
  expect(await allEntries(scope)).toHaveLength(1);
  expect(await postPending(scope)).toMatchObject({ documents: 2, entries: 2 });
});
