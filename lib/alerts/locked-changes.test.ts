// What changes on a locked day, worked by hand: a bill of 46.00 on 20 April 2025, 40.00 of rent and 6.00 of GST, in books locked to the end of April.
import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { LockedChangeFacts } from "#lib/alerts/alert.ts";
import { acknowledgeAlert } from "#lib/alerts/acknowledge.ts";
import { listAlerts } from "#lib/alerts/list-alerts.ts";
import { lockBooks, openLockedTestBooks } from "#lib/alerts/testing/queries.ts";
import { tellLockedChanges } from "#lib/alerts/tell-locked-changes.ts";
import { createPack } from "#lib/packs/create-pack.ts";
import { issuePack } from "#lib/packs/issue-pack.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, line, manualJournal } from "#lib/ledger/testing/books.ts";
import { putDocuments, putManualJournals } from "#lib/ledger/testing/queries.ts";
import { money } from "#lib/money.ts";
import { stubSettings } from "#lib/people/testing.ts";
import type { Scope } from "#lib/scope.ts";
import { eventsOf } from "#lib/webhooks/testing/queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(() => database.close());

const bill = document("BILL-1", "ACCPAY", "46.00", [line("rent", "40.00", "6.00")], { date: "2025-04-20" });
const posted = (scope: Scope) => postPending(scope, { follow: tellLockedChanges });

/** The bill posted, then the books locked to the end of April by a sync that came through. */
async function lockedBooks(name: string): Promise<Scope> {
  const scope = await openLockedTestBooks(name);
  await transaction(scope, (tx) => putDocuments(tx, [bill]));
  await posted(scope);
  expect(await told(scope)).toEqual([]);
  await lockBooks(scope, "2025-04-30");
  return scope;
}

async function told(scope: Scope) {
  const { data } = await listAlerts.run([scope], {});
  return data.flatMap(({ facts }) => (facts.kind === "lockedChange" ? [{ ...facts, effects: effectsOf(facts) }] : []));
}

function effectsOf({ effects }: LockedChangeFacts): Record<string, string> {
  return Object.fromEntries(effects.map(({ name, month, amount }) => [`${name} ${month}`, amount]));
}

test("a voided bill is told with what it was and what its going does to each account", async () => {
  const scope = await lockedBooks("voided below the lock");
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, status: "VOIDED" }]));
  await posted(scope);
  expect(await told(scope)).toMatchObject([
    {
      document: { xeroId: "BILL-1", type: "BILL", number: "BILL-1" },
      currency: "NZD",
      lockedTo: "2025-04-30",
      before: { date: "2025-04-20", amount: "46.00" },
      after: null,
      effects: { "rent 2025-04": "-40.00", "gst 2025-04": "-6.00", "payable 2025-04": "46.00" },
    },
  ]);
  const events = (await eventsOf(scope.tenantId)).map(({ type, body }) => [type, JSON.parse(body).data.facts.document.number]);
  expect(events).toEqual([["alert.raised", "BILL-1"]]);
});

test("an edit counts by the difference it makes, account by account", async () => {
  const scope = await lockedBooks("edited below the lock");
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, amount: money("57.50"), lines: [line("rent", "30.00", "4.50"), line("travel", "20.00", "3.00")] }]));
  await posted(scope);
  expect(await told(scope)).toMatchObject([
    {
      before: { date: "2025-04-20", amount: "46.00" },
      after: { date: "2025-04-20", amount: "57.50" },
      effects: { "rent 2025-04": "-10.00", "travel 2025-04": "20.00", "gst 2025-04": "1.50", "payable 2025-04": "-11.50" },
    },
  ]);
});

test("a bill that is moved out of the locked month takes from it, and what it adds later is no matter of the lock", async () => {
  const scope = await lockedBooks("moved out");
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, date: "2025-06-02" }]));
  await posted(scope);
  expect(await told(scope)).toMatchObject([{ before: { date: "2025-04-20" }, after: { date: "2025-06-02", amount: "46.00" }, effects: { "rent 2025-04": "-40.00", "gst 2025-04": "-6.00", "payable 2025-04": "46.00" } }]);
});

test("what is new on the last locked day is told, what is new on the day after is not", async () => {
  const scope = await lockedBooks("added");
  const journal = (xeroId: string, date: string) => manualJournal(xeroId, [line("rent", "10.00"), line("bank", "-10.00")], { date });
  await transaction(scope, (tx) => putManualJournals(tx, [journal("MJ-1", "2025-04-30"), journal("MJ-2", "2025-05-01")]));
  await posted(scope);
  expect(await told(scope)).toMatchObject([{ document: { id: null, type: "MANUAL_JOURNAL", number: "MJ-1" }, before: null, after: { date: "2025-04-30", amount: "10.00" }, effects: { "rent 2025-04": "10.00", "bank 2025-04": "-10.00" } }]);
});

test("a bill whose amounts stay where they are, and one posted again unchanged, are not told", async () => {
  const scope = await lockedBooks("unmoved");
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, lines: [line("rent", "40.00", "6.00", { taxType: "NONE" })] }]));
  expect(await posted(scope)).toMatchObject({ reversals: 1 });
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, lines: [line("rent", "40.00", "6.00", { taxType: "NONE" })] }]));
  expect(await posted(scope)).toMatchObject({ reversals: 0 });
  expect(await told(scope)).toEqual([]);
});

test("a change is over when somebody acknowledges it, and the next one is an alert of its own", async () => {
  const scope = await lockedBooks("acknowledged");
  const put = async (status: string) => {
    await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, status }]));
    await posted(scope);
  };
  await put("VOIDED");
  const [alert] = (await listAlerts.run([scope], {})).data;
  expect(await acknowledgeAlert.run([scope], { id: alert?.id ?? "" })).toMatchObject({ ending: "acknowledged", acknowledgedBy: "ada@example.com" });
  await expect(acknowledgeAlert.run([scope], { id: alert?.id ?? "" })).rejects.toMatchObject({ reason: "conflict" });
  await put("AUTHORISED");
  expect(await told(scope)).toMatchObject([{ before: null, after: { amount: "46.00" } }]);
  expect((await eventsOf(scope.tenantId)).map(({ type }) => type)).toEqual(["alert.raised", "alert.ended", "alert.raised"]);
});

test("a pack that was issued closes its month: what changes on or before its last day is told and names it, what comes after is not", async () => {
  const scope = await openLockedTestBooks("issued");
  await transaction(scope, (tx) => putDocuments(tx, [bill]));
  await posted(scope);
  const draft = await createPack.run(scope, { tenantId: scope.tenantId, month: "2025-04", name: "For the bank" });
  const journal = (xeroId: string, date: string) => manualJournal(xeroId, [line("rent", "10.00"), line("bank", "-10.00")], { date });
  await transaction(scope, (tx) => putManualJournals(tx, [journal("MJ-0", "2025-04-02")]));
  await posted(scope);
  // A draft closes nothing.
  expect(await told(scope)).toEqual([]);
  await issuePack.run([scope], { id: draft.id });
  await transaction(scope, (tx) => putManualJournals(tx, [journal("MJ-1", "2025-04-30"), journal("MJ-2", "2025-05-01")]));
  await posted(scope);
  expect(await told(scope)).toMatchObject([{ document: { number: "MJ-1" }, lockedTo: null, issued: { packId: draft.id, name: "For the bank", to: "2025-04-30" }, effects: { "rent 2025-04": "10.00", "bank 2025-04": "-10.00" } }]);
  // Locked further than issued: the lock counts.
  await lockBooks(scope, "2025-05-31");
  await transaction(scope, (tx) => putManualJournals(tx, [journal("MJ-3", "2025-05-10")]));
  await posted(scope);
  expect((await told(scope)).map(({ document: { number }, lockedTo }) => [number, lockedTo])).toContainEqual(["MJ-3", "2025-05-31"]);
});

test("a batch that is not confirmed tells nothing", async () => {
  const scope = await lockedBooks("unconfirmed");
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, status: "VOIDED" }]));
  await expect(postPending(scope, { follow: tellLockedChanges, confirm: async () => Promise.reject(new Error("taken by another")) })).rejects.toThrow("taken by another");
  expect(await told(scope)).toEqual([]);
});
