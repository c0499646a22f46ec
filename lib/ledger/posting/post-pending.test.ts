import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postBatch } from "#lib/ledger/posting/post-batch.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { postingRules } from "#lib/ledger/posting/rules.ts";
import { askAllForPosting } from "#lib/sync/posting-marks-queries.ts";
import { document, inDollars, line, manualJournal, settlement } from "#lib/ledger/testing/books.ts";
import { allEntries, ledgerFigures, openOrganisation, organisationOf, putDocuments, putManualJournals, putSettlements, removeAllocation, type Scope } from "#lib/ledger/testing/queries.ts";
import { rate } from "#lib/money.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const invoice = document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")], { date: "2025-04-10" });
const bill = document("BILL-1", "ACCPAY", "46.00", [line("rent", "40.00", "6.00")], { date: "2025-04-20" });
const paid = settlement("PAY-1", "INV-1", "115.00", { date: "2025-05-05" });

async function withBooks(name: string): Promise<Scope> {
  const scope = await openOrganisation(name);
  await transaction(scope, async (tx) => {
    await putDocuments(tx, [invoice, bill]);
    await putSettlements(tx, [paid]);
    await putManualJournals(tx, [manualJournal("MJ-1", [line("rent", "10.00"), line("bank", "-10.00")], { date: "2025-05-31" })]);
  });
  return scope;
}

const asPosted = {
  "bank 2025-05": "105.00",
  "gst 2025-04": "-9.00",
  "payable 2025-04": "-46.00",
  "receivable 2025-04": "115.00",
  "receivable 2025-05": "-115.00",
  "rent 2025-04": "40.00",
  "rent 2025-05": "10.00",
  "sales 2025-04": "-100.00",
};

test("what is pending is posted, and the balances say what the lines say", async () => {
  const scope = await withBooks("posted");
  expect(await postPending(scope)).toEqual({ documents: 3, entries: 6, reversals: 0, warnings: [] });
  expect(await ledgerFigures(scope)).toEqual({ balances: asPosted, lines: asPosted });
  expect(await organisationOf(scope)).toEqual({ dataVersion: 1, ledgerSequence: 6, pending: 0 });
});

test("on cash basis the invoice counts with its payment, the bill that nobody paid does not, and a journal for both counts on both", async () => {
  const scope = await withBooks("cash");
  await postPending(scope);
  const cash = { "bank 2025-05": "105.00", "gst 2025-05": "-15.00", "rent 2025-05": "10.00", "sales 2025-05": "-100.00" };
  expect(await ledgerFigures(scope, "cash")).toEqual({ balances: cash, lines: cash });
  await transaction(scope, (tx) => putManualJournals(tx, [manualJournal("MJ-1", [line("rent", "10.00"), line("bank", "-10.00")], { date: "2025-05-31", showOnCashBasisReports: false })]));
  expect(await postPending(scope)).toMatchObject({ entries: 0, reversals: 1 });
  expect((await ledgerFigures(scope, "cash")).balances).toEqual({ "bank 2025-05": "115.00", "gst 2025-05": "-15.00", "sales 2025-05": "-100.00" });
  expect((await ledgerFigures(scope)).balances).toEqual(asPosted);
});

test("books that were posted on accrual basis alone get cash basis when they are looked at again, and nothing else changes", async () => {
  const scope = await withBooks("before cash");
  await transaction(scope, (tx) => postBatch(tx, postingRules, 200, new Date(), ["accrual"]));
  const before = await allEntries(scope);
  expect(await allEntries(scope, "cash")).toEqual([]);
  await transaction(scope, (tx) => askAllForPosting(tx));
  expect(await postPending(scope)).toMatchObject({ entries: 2, reversals: 0 });
  expect(await allEntries(scope)).toEqual(before);
  expect((await ledgerFigures(scope, "cash")).balances).toEqual({ "bank 2025-05": "105.00", "gst 2025-05": "-15.00", "rent 2025-05": "10.00", "sales 2025-05": "-100.00" });
});

test("an invoice whose lines change once it is paid counts on cash basis by the new ones", async () => {
  const scope = await withBooks("lines changed");
  await postPending(scope);
  await transaction(scope, (tx) => putDocuments(tx, [{ ...invoice, lines: [line("consulting", "100.00", "15.00")] }]));
  expect(await postPending(scope)).toMatchObject({ entries: 2, reversals: 2 });
  const { balances, lines } = await ledgerFigures(scope, "cash");
  expect(balances).toEqual(lines);
  expect([balances["sales 2025-05"], balances["consulting 2025-05"]]).toEqual([undefined, "-100.00"]);
});

test("posting again changes nothing, not even a version", async () => {
  const scope = await withBooks("again");
  await postPending(scope);
  const before = await organisationOf(scope);
  await transaction(scope, (tx) => putDocuments(tx, [invoice, bill]));
  expect(await postPending(scope)).toEqual({ documents: 2, entries: 0, reversals: 0, warnings: [] });
  expect(await organisationOf(scope)).toEqual(before);
});

test("a batch that is not confirmed posts nothing and keeps its marks; those before it stand", async () => {
  const scope = await withBooks("unconfirmed");
  let batches = 0;
  const confirm = async () => {
    batches += 1;
    if (batches === 2) throw new Error("taken by another");
  };
  await expect(postPending(scope, { batchSize: 1, confirm })).rejects.toThrow("taken by another");
  const { balances, lines } = await ledgerFigures(scope);
  expect(balances).toEqual(lines);
  // The invoice went with its payment in the first batch; the bill is left.
  expect((await organisationOf(scope)).pending).toBe(1);
  expect((await allEntries(scope)).some(({ sourceXeroId }) => sourceXeroId === "BILL-1")).toBe(false);
  await postPending(scope);
  expect((await ledgerFigures(scope)).balances).toEqual(asPosted);
});

test("in batches of one the ledger is the same", async () => {
  const scope = await withBooks("one by one");
  await postPending(scope, { batchSize: 1 });
  expect((await ledgerFigures(scope)).balances).toEqual(asPosted);
});

test("a voided document is taken back on its own day, by a second entry that names the first", async () => {
  const scope = await withBooks("voided");
  await postPending(scope);
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, status: "VOIDED" }]));
  expect(await postPending(scope)).toMatchObject({ entries: 0, reversals: 1 });
  const [original, reversal] = (await allEntries(scope)).filter(({ sourceXeroId }) => sourceXeroId === "BILL-1");
  expect(reversal).toMatchObject({ reversal: true, reversesId: original?.id, date: "2025-04-20", sourceVersion: 1, status: "posted", sequence: 7 });
  const { balances, lines } = await ledgerFigures(scope);
  expect(balances).toEqual(lines);
  expect([balances["payable 2025-04"], balances["rent 2025-04"], balances["gst 2025-04"]]).toEqual([undefined, undefined, "-15.00"]);
});

test("an edited document is reversed on the day it had, and posted anew on the day it has", async () => {
  const scope = await withBooks("edited");
  await postPending(scope);
  await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, date: "2025-06-02", amount: 230_000n, lines: [line("travel", "20.00", "3.00")] }]));
  expect(await postPending(scope)).toMatchObject({ entries: 1, reversals: 1 });
  const entries = (await allEntries(scope)).filter(({ sourceXeroId }) => sourceXeroId === "BILL-1");
  expect(entries.map(({ date, sourceVersion, reversal }) => [date, sourceVersion, reversal])).toEqual([["2025-04-20", 1, false], ["2025-04-20", 1, true], ["2025-06-02", 2, false]]);
  const { balances } = await ledgerFigures(scope);
  expect([balances["rent 2025-04"], balances["travel 2025-06"], balances["payable 2025-06"]]).toEqual([undefined, "20.00", "-23.00"]);
});

test("a document voided, restored and voided again leaves nothing behind", async () => {
  const scope = await withBooks("to and fro");
  for (const status of ["AUTHORISED", "VOIDED", "AUTHORISED", "VOIDED"]) {
    await transaction(scope, (tx) => putDocuments(tx, [{ ...bill, status }]));
    await postPending(scope);
  }
  expect((await ledgerFigures(scope)).balances["payable 2025-04"]).toBeUndefined();
  expect((await allEntries(scope)).filter(({ sourceXeroId }) => sourceXeroId === "BILL-1")).toHaveLength(4);
});

test("a deleted payment is reversed, and what it settled is looked at again", async () => {
  const scope = await withBooks("unpaid");
  await postPending(scope);
  await transaction(scope, (tx) => putSettlements(tx, [{ ...paid, status: "DELETED" }]));
  // On both bases.
  expect(await postPending(scope)).toMatchObject({ entries: 0, reversals: 2 });
  const { balances } = await ledgerFigures(scope);
  expect([balances["bank 2025-05"], balances["receivable 2025-05"]]).toEqual(["-10.00", undefined]);
});

test("a payment that comes later turns what had been the last one into one in the middle", async () => {
  // USD 5.00 at 0.73 = 6.85 owed. One payment of 2.50 is 3.42; two are 3.42 and 3.43; the earlier of them is no longer the last.
  const scope = await openOrganisation("later payment");
  const owed = document("INV-2", "ACCREC", "5.00", [line("sales", "5.00")], inDollars("0.73"));
  const first = settlement("PAY-2", "INV-2", "2.50", { date: "2025-06-10", currencyRate: rate("0.73"), bankAmount: 34_200n });
  const earlier = settlement("PAY-3", "INV-2", "2.50", { date: "2025-06-01", currencyRate: rate("0.73"), bankAmount: 34_200n });
  await transaction(scope, (tx) => putDocuments(tx, [owed]).then(() => putSettlements(tx, [first])));
  await postPending(scope);
  await transaction(scope, (tx) => putSettlements(tx, [earlier]));
  // On cash basis the earlier one comes to it, and the later is what it was.
  expect(await postPending(scope)).toMatchObject({ entries: 3, reversals: 1 });
  expect((await ledgerFigures(scope)).balances).toEqual({ "bank 2025-06": "6.84", "gains 2025-06": "0.01", "receivable 2025-04": "6.85", "receivable 2025-06": "-6.85", "sales 2025-04": "-6.85" });
});

test("a prepayment that is no longer allocated is back on its account", async () => {
  const scope = await openOrganisation("unallocated");
  const prepaid = document("SP-1", "SPEND-PREPAYMENT", "115.00", [line("deposits", "100.00", "15.00")], { creditXeroId: "PRE-1", date: "2025-03-01" });
  const owed = document("BILL-2", "ACCPAY", "230.00", [line("rent", "200.00", "30.00")]);
  const used = settlement("PRE-1", "BILL-2", "115.00", { sourceKind: "prepayment", bankAccountId: null, bankAmount: null });
  await transaction(scope, (tx) => putDocuments(tx, [prepaid, owed]).then(() => putSettlements(tx, [used])));
  await postPending(scope);
  const allocated = await ledgerFigures(scope);
  expect([allocated.balances["deposits 2025-04"], allocated.balances["payable 2025-04"]]).toEqual(["-100.00", "-115.00"]);
  await transaction(scope, (tx) => removeAllocation(tx, "PRE-1", "BILL-2").then(() => putDocuments(tx, [prepaid])));
  expect(await postPending(scope)).toMatchObject({ entries: 0, reversals: 2 });
  const { balances } = await ledgerFigures(scope);
  expect(balances).toEqual({ "bank 2025-03": "-115.00", "deposits 2025-03": "100.00", "gst 2025-03": "15.00", "gst 2025-04": "30.00", "payable 2025-04": "-230.00", "rent 2025-04": "200.00" });
});

test("an allocation counts from the later of its documents' days, so a payment between them is not the last", async () => {
  // USD 5.00 at 0.73 = 6.85 owed. A credit note of 10 April, made for the invoice of 20 May; a payment of 1 June takes what is left: 3.43.
  const scope = await openOrganisation("effective day");
  const owed = document("INV-3", "ACCREC", "5.00", [line("sales", "5.00")], { ...inDollars("0.73"), date: "2025-05-20" });
  const credit = document("CN-1", "ACCRECCREDIT", "2.50", [line("sales", "2.50")], { ...inDollars("0.73"), date: "2025-04-10" });
  const used = settlement("CN-1", "INV-3", "2.50", { sourceKind: "creditNote", bankAccountId: null, bankAmount: null, date: "2025-07-31" });
  const rest = settlement("PAY-4", "INV-3", "2.50", { date: "2025-06-01", currencyRate: rate("0.73"), bankAmount: 34_300n });
  await transaction(scope, (tx) => putDocuments(tx, [owed, credit]).then(() => putSettlements(tx, [used, rest])));
  await postPending(scope);
  const { balances } = await ledgerFigures(scope);
  expect([balances["receivable 2025-06"], balances["bank 2025-06"], balances["gains 2025-06"]]).toEqual(["-3.43", "3.43", undefined]);
});

test("a payment of something that is not known is named", async () => {
  const scope = await openOrganisation("unknown target");
  await transaction(scope, (tx) => putDocuments(tx, [document("PAY-5", "ACCPAYPAYMENT", "5.00", [], { type: "PAYMENT" })]));
  expect((await postPending(scope)).warnings).toEqual(["ACCPAYPAYMENT PAY-5 was left out of the ledger: what it pays is not known."]);
});

test("what cannot be posted is named once and stops nothing else", async () => {
  const scope = await openOrganisation("unknown account");
  const lost = document("INV-9", "ACCREC", "10.00", [line(null, "10.00")]);
  await transaction(scope, (tx) => putDocuments(tx, [lost, bill]).then(() => putSettlements(tx, [settlement("PAY-9", "NOWHERE", "5.00")])));
  const result = await postPending(scope);
  expect(result).toMatchObject({ entries: 1, reversals: 0 });
  expect(result.warnings).toHaveLength(2);
  expect((await organisationOf(scope)).pending).toBe(0);
});

test("an organisation of which nothing is known yet is left alone", async () => {
  const scope = await openOrganisation("empty");
  expect(await postPending(scope)).toEqual({ documents: 0, entries: 0, reversals: 0, warnings: [] });
});
