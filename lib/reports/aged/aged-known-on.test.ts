// What was open as it was known on a day, of books that were synced on two days and changed in between in the ways that books do.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { gatherEvidence } from "#lib/evidence/gather.ts";
import { verifyCells } from "#lib/evidence/verify/cells.ts";
import { knownFaults } from "#lib/evidence/verify/known.ts";
import { adderOf } from "#lib/evidence/verify/ledger.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { document, inDollars, line, settlement } from "#lib/ledger/testing/books.ts";
import { beginJournals, openOrganisation, putDocuments, putSettlements, removeAllocation, type Scope } from "#lib/ledger/testing/queries.ts";
import { agedKind } from "#lib/reports/aged/aged-kind.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";
import { cellName, explain, placeOf } from "#lib/reports/proof.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { type AgedReport, reportSchema } from "#lib/reports/report.ts";

let database: TestDatabase;
let books: Scope;

const invoice = (number: string, amount: string, date: string, more = {}) => document(number, "ACCREC", amount, [line("sales", amount)], { date, ...more });
const paid = (number: string, target: string, amount: string, date: string, more = {}) => settlement(number, target, amount, { date, ...more });
const credited = (source: string, target: string, amount: string, ordinal: number) => settlement(source, target, amount, { id: `${source}>${target}, ${ordinal}`, sourceKind: "creditNote", date: "2025-06-01", ordinal });
const edited = invoice("INV-3", "300", "2025-05-15");
const dollars = invoice("INV-4", "100", "2025-05-20", inDollars("0.5"));
const prepaid = document("PP-1", "RECEIVE-PREPAYMENT", "115", [line("deposits", "115")], { date: "2025-05-22", creditXeroId: "PP-1-credit" });
const overpaid = document("OP-1", "RECEIVE-OVERPAYMENT", "60", [], { date: "2025-05-24", creditXeroId: "OP-1-credit" });
const bill = document("BILL-1", "ACCPAY", "70", [line("rent", "70")], { date: "2025-05-02" });
const deleted = paid("PAY-6", "INV-6", "80", "2025-06-02");

/** Synced on 1 July: 60 of INV-1's 100 are paid, 30 of CN-1's 50 used on INV-3, USD 30 of INV-4 paid, INV-6 paid in full, 10 of OP-1's 60 refunded. On 10 July all that has changed since. */
beforeAll(async () => {
  database = await freshDatabase();
  books = await openOrganisation("aged as known");
  await synced("2025-07-01T10:00:00Z", async () => {
    await put([invoice("INV-1", "100", "2025-05-01"), invoice("INV-2", "200", "2025-05-10"), edited, dollars, invoice("INV-6", "80", "2025-05-25"), document("CN-1", "ACCRECCREDIT", "50", [line("sales", "50")], { date: "2025-05-18" }), prepaid, overpaid, bill]);
    await settle([paid("PAY-1", "INV-1", "60", "2025-05-20"), credited("CN-1", "INV-3", "30", 0), paid("PAY-4", "INV-4", "30", "2025-06-05", { currencyRate: dollars.currencyRate, bankAmount: 60_0000n }), deleted, paid("REF-1", "OP-1-credit", "10", "2025-06-08")]);
  });
  await synced("2025-07-10T10:00:00Z", async () => {
    await put([invoice("INV-2", "200", "2025-05-10", { status: "VOIDED" }), { ...edited, amount: 250_0000n, lines: [line("sales", "250")] }, invoice("INV-5", "500", "2025-05-28"), { ...bill, date: "2025-06-20" }]);
    await settle([paid("PAY-2", "INV-1", "40", "2025-06-10"), credited("CN-1", "INV-3", "20", 1), settlement("PP-1-credit", "INV-3", "15", { sourceKind: "prepayment", date: "2025-06-02" }), { ...deleted, status: "DELETED" }, paid("PAY-7", "PP-1-credit", "20", "2025-06-15")]);
  });
  vi.setSystemTime(new Date("2025-07-21T00:00:00Z"));
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});

async function synced(at: string, change: () => Promise<void>, of = books): Promise<void> {
  vi.setSystemTime(new Date(at));
  await change();
  await postPending(of);
}

const put = (documents: Parameters<typeof putDocuments>[1], of = books) => transaction(of, (tx) => putDocuments(tx, documents));
const settle = (settlements: Parameters<typeof putSettlements>[1], of = books) => transaction(of, (tx) => putSettlements(tx, settlements));

function make(wishes: object, type: "AGED_RECEIVABLES" | "AGED_PAYABLES" = "AGED_RECEIVABLES", of = books): Promise<AgedReport> {
  return read(of, async (q) => {
    const plan = await agedKind(type, type === "AGED_RECEIVABLES" ? "receivables" : "payables").plan(wishes, await readOrganisation(q), q);
    const report = reportSchema.parse(await plan.compute(q));
    if (!("control" in report)) throw new Error("This is no aged report.");
    return report;
  });
}

const totalOf = ({ rows }: AgedReport, id: string) => rows.find((row) => row.id === id)?.cells.find(({ column }) => column === "total")?.value;
const openIn = ({ rows }: AgedReport) => Object.fromEntries(rows.flatMap(({ document: of, cells }) => (of ? [[of.number, cells.find(({ column }) => column === "total")?.value]] : [])));
const june = { asAt: "2025-06-30" };

test("what was open as known on a day is what the ledger had: paid, voided, edited, credited, deleted and entered since it stands as it was", async () => {
  const known = await make({ ...june, knownOn: "2025-07-05" });
  // 100 − 60; 200; 300 − 30; USD 100 − 30 at 0.5; 50 − 30 of the credit; the prepayment as a whole; 60 − 10 of the overpayment. INV-5 was not there, INV-6 was paid.
  expect(openIn(known)).toEqual({ "INV-1": "40.00", "INV-2": "200.00", "INV-3": "270.00", "INV-4": "140.00", "CN-1": "-20.00", "PP-1": "-115.00", "OP-1": "-50.00" });
  expect(known.rows.find(({ document: of }) => of?.number === "INV-4")?.document).toMatchObject({ currency: "USD", total: "100.00", outstanding: "70.00", baseTotal: "200.00" });
  expect([totalOf(known, "total:receivables"), known.control]).toEqual(["580.00", expect.objectContaining({ ledger: "580.00", difference: "0.00" })]);
  expect(totalOf(known, "residual:prepayments")).toBe("0.00");
});

test("as known today it is what today's documents say", async () => {
  const [known, today] = [await make({ ...june, knownOn: "2025-07-21" }), await make(june)];
  // 250 − 30 − 20 − 15; INV-5; INV-6 again; 115 − 15 − 20.
  expect(openIn(today)).toEqual({ "INV-3": "185.00", "INV-4": "140.00", "INV-5": "500.00", "INV-6": "80.00", "PP-1": "-80.00", "OP-1": "-50.00" });
  expect(known.rows).toEqual(today.rows);
  expect([known.control?.difference, today.control?.difference]).toEqual(["0.00", "0.00"]);
});

test("a document that was moved to another day since is open from the day it had then", async () => {
  expect(openIn(await make({ asAt: "2025-06-10", knownOn: "2025-07-05" }, "AGED_PAYABLES"))).toEqual({ "BILL-1": "70.00" });
  expect(openIn(await make({ asAt: "2025-06-10", knownOn: "2025-07-21" }, "AGED_PAYABLES"))).toEqual({});
});

test("of an earlier day it is what counted by that day, and without one of the day on which it was known", async () => {
  const may = await make({ asAt: "2025-05-19", knownOn: "2025-07-05" });
  expect([openIn(may), may.control?.difference]).toEqual([{ "INV-1": "100.00", "INV-2": "200.00", "INV-3": "270.00", "CN-1": "-20.00" }, "0.00"]);
  expect((await make({ knownOn: "2025-07-05" })).parameters.asAt).toBe("2025-07-05");
});

test("it says so, is compared with nothing of today, and each document is proved by what it came to and what settled it then", async () => {
  const known = await make({ ...june, knownOn: "2025-07-05" });
  expect(known.quality).toMatchObject({ tiesToXero: false, notes: expect.arrayContaining([expect.stringContaining("Of what was known on 5 Jul 2025"), expect.stringContaining("is what the ledger had")]) });
  expect(known.tieOut.asAt).toBeNull();
  const row = known.rows.find(({ document: of }) => of?.number === "INV-3")?.id ?? "";
  const place = placeOf(known, cellName(row, "total"));
  const { formula, inputs } = place ? explain(known, place) : { formula: "", inputs: [] };
  expect(formula).toBe("INV-3 = its total less what settled it up to 30 Jun 2025, as known on 5 Jul 2025");
  expect(inputs.map(({ label, amount }) => [label, amount])).toEqual([["Invoice INV-3 of 15 May 2025", "300.00"], ["Credit note CN-1, counted from 18 May 2025", "30.00"]]);
});

test("a verifier comes to what each document and each payment was from the lines of the pack, and names one that says otherwise", async () => {
  const known = await make({ ...june, knownOn: "2025-07-05" });
  const evidence = await read(books, (q) => gatherEvidence(q, { ...exampleStoredReport, tenantId: books.tenantId, type: known.type, data: known }, false));
  const add = adderOf(evidence);
  expect([...verifyCells(known, add).faults, ...knownFaults(known, add)]).toEqual([]);
  const changed = structuredClone(known);
  for (const { document: of } of changed.rows) {
    if (of?.number === "INV-2") of.baseTotal = "250.00";
    for (const each of of?.number === "INV-1" ? of.settlements : []) each.baseAmount = "55.00";
  }
  expect(knownFaults(changed, add)).toEqual(['The payment of 2025-05-20 on "INV-1" is said to be 55.00, and its lines come to 60.00.', '"INV-2" is said to come to 250.00, and its lines come to 200.00.']);
});

test("a credit that was taken off its document since stands as not used, and the total is what it was", async () => {
  const own = await openOrganisation("credits taken off");
  await synced("2025-07-01T10:00:00Z", async () => {
    await put([edited, document("CN-1", "ACCRECCREDIT", "50", [line("sales", "50")], { date: "2025-05-18" })], own);
    await settle([credited("CN-1", "INV-3", "30", 0)], own);
  }, own);
  await synced("2025-07-10T10:00:00Z", () => transaction(own, (tx) => removeAllocation(tx, "CN-1", "INV-3")), own);
  const known = await make({ ...june, knownOn: "2025-07-05" }, "AGED_RECEIVABLES", own);
  expect([openIn(known), totalOf(known, "total:receivables"), known.control?.difference]).toEqual([{ "INV-3": "300.00", "CN-1": "-50.00" }, "250.00", "0.00"]);
});

test("a day to come, a day before the first sync, and a ledger of Xero's journals are refused with the field named", async () => {
  const refused = (wishes: object, of = books) => make(wishes, "AGED_RECEIVABLES", of).catch((error: unknown) => error);
  expect(await refused({ knownOn: "2025-07-22" })).toMatchObject({ reason: "invalid", message: expect.stringMatching(/yet to come/), faults: [{ pointer: "/parameters/knownOn" }] });
  expect(await refused({ knownOn: "2025-06-30" })).toMatchObject({ reason: "invalid", message: expect.stringMatching(/Nothing was known here on 30 Jun 2025/) });
  const journals = await openOrganisation("journals");
  await synced("2025-07-01T10:00:00Z", () => put([edited], journals), journals);
  await transaction(journals, beginJournals);
  vi.setSystemTime(new Date("2025-07-21T00:00:00Z"));
  expect(await refused({ knownOn: "2025-07-05" }, journals)).toMatchObject({ reason: "invalid", message: expect.stringMatching(/Xero's journals are the ledger here/), faults: [{ pointer: "/parameters/knownOn" }] });
});
