// What is passed over when somebody asks what was open: only documents that were settled by then, however their settlements are counted.
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { readOpenDocuments } from "#lib/ageing/read-open-documents.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line, settlement } from "#lib/ledger/testing/books.ts";
import { openDays, openOrganisation, putDocuments, putSettlements, type Scope } from "#lib/ledger/testing/queries.ts";
import { askAllForPosting } from "#lib/sync/posting-marks-queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const forNow = "9999-12-31";
const sale = (xeroId: string, more: object = {}) => document(xeroId, "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-04-10", ...more });
const credit = document("CN-1", "ACCRECCREDIT", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-06-20" });
const used = settlement("CN-1", "CREDITED", "115.00", { sourceKind: "creditNote", date: "2025-05-02" });

async function withBooks(name: string): Promise<Scope> {
  const scope = await openOrganisation(name);
  await transaction(scope, async (tx) => {
    await putDocuments(tx, [sale("PAID"), sale("PART"), sale("CREDITED"), sale("OPEN"), sale("VOID", { status: "VOIDED" }), credit]);
    await putDocuments(tx, [document("SPENT", "SPEND", "10.00", [line("rent", "10.00")], { date: "2025-04-12" })]);
    await putSettlements(tx, [settlement("PAY-1", "PAID", "100.00", { date: "2025-05-05" }), settlement("PAY-2", "PAID", "15.00", { date: "2025-06-01" }), settlement("PAY-3", "PART", "100.00"), used]);
  });
  await postPending(scope);
  return scope;
}

function openOn(scope: Scope, day: string): Promise<Record<string, bigint>> {
  return read(scope, async (q) => Object.fromEntries((await readOpenDocuments(q, "receivables", day)).map(({ xeroId, outstanding }) => [xeroId, outstanding])));
}

test("a document may be open until the last day that anything which settles it counts from, and for now while something of it is left", async () => {
  const scope = await withBooks("until");
  expect(await openDays(scope)).toMatchObject({ PAID: "2025-06-01", PART: forNow, OPEN: forNow });
  // A credit used before its own day counts from the day it was used on, or from its own: the later one is safe for both.
  expect(await openDays(scope)).toMatchObject({ CREDITED: "2025-06-20", "CN-1": "2025-06-20" });
  expect(await openDays(scope)).toMatchObject({ VOID: "2025-04-10", SPENT: "2025-04-12", "PAY-1": "2025-05-05" });
});

test("when a payment is taken back, or a credit is voided that itself settles something, what they had settled is open again", async () => {
  const scope = await withBooks("again");
  await transaction(scope, async (tx) => {
    await putSettlements(tx, [settlement("PAY-2", "PAID", "15.00", { date: "2025-06-01", status: "DELETED" })]);
    await putDocuments(tx, [{ ...credit, status: "VOIDED" }]);
  });
  await postPending(scope);
  expect(await openDays(scope)).toMatchObject({ PAID: forNow, CREDITED: forNow });
  expect(await openOn(scope, "2025-12-31")).toEqual({ PAID: 150_000n, PART: 150_000n, CREDITED: 1_150_000n, OPEN: 1_150_000n });
});

test("on no day is anything passed over that would be found open if every document were read", async () => {
  const scope = await withBooks("every day");
  const days = ["2025-04-10", "2025-05-01", "2025-05-31", "2025-06-01", "2025-06-19", "2025-06-20", "2025-12-31"];
  const before = [];
  for (const day of days) before.push(await openOn(scope, day));
  await transaction(scope, askAllForPosting);
  expect(new Set(Object.values(await openDays(scope)))).toEqual(new Set([forNow]));
  const after = [];
  for (const day of days) after.push(await openOn(scope, day));
  expect(before).toEqual(after);
  expect(before.map((open) => Object.keys(open).length)).toEqual([4, 4, 4, 3, 3, 2, 2]);
});
