import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postXeroJournals, type XeroJournal } from "#lib/ledger/journals/post-xero-journals.ts";
import { ledgerAuthority } from "#lib/ledger/journals/queries.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { journalOf } from "#lib/ledger/queries.ts";
import { document, line, settlement } from "#lib/ledger/testing/books.ts";
import { allEntries, beginJournals, idOf, ledgerFigures, openOrganisation, organisationOf, putDocuments, putSettlements, type Scope } from "#lib/ledger/testing/queries.ts";
import { money } from "#lib/money.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const untaxed = { taxAmount: 0n, taxType: null, trackingSetId: null };
const netOf = (accounts: Record<string, string>) => Object.entries(accounts).map(([accountXeroId, net]) => ({ ...untaxed, accountXeroId, netAmount: money(net) }));
const bare = { date: "2025-04-10", sourceId: null, sourceType: null };
const journal = (journalNumber: number, lines: Record<string, string>, more: Partial<XeroJournal> = {}): XeroJournal => ({ ...bare, journalId: `J-${journalNumber}`, journalNumber, lines: netOf(lines), ...more });
const invoice = document("INV-1", "ACCREC", "115.00", [line("sales", "100.00", "15.00")]);
const ofInvoice = { sourceId: "INV-1", sourceType: "ACCREC" };
const post = (scope: Scope, journals: readonly XeroJournal[]) => transaction(scope, (tx) => postXeroJournals(tx, journals));

test("Xero's journals are posted as they stand, each once, and name their document", async () => {
  const scope = await openOrganisation("journals");
  await transaction(scope, (tx) => putDocuments(tx, [invoice]));
  const journals = [journal(1, { receivable: "115.00", sales: "-100.00", gst: "-15.00" }, ofInvoice), journal(2, { rent: "0.01", rounding: "-0.01" })];
  expect(await post(scope, journals)).toEqual({ entries: 2, warnings: [] });
  const before = await organisationOf(scope);
  expect(await post(scope, journals)).toEqual({ entries: 0, warnings: [] });
  expect(await organisationOf(scope)).toEqual(before);
  expect((await allEntries(scope)).map(({ sourceType, sourceXeroId, sourceVersion }) => [sourceType, sourceXeroId, sourceVersion])).toEqual([["ACCREC", "INV-1", 1], ["XERO_JOURNAL", "J-2", 2]]);
  expect(await read(scope, (q) => journalOf(q, idOf("INV-1", q.tenantId)))).toHaveLength(3);
});

test("an edit in Xero is a reversal and a new journal, and both are kept", async () => {
  const scope = await openOrganisation("edited journals");
  const first = journal(1, { receivable: "115.00", sales: "-115.00" }, ofInvoice);
  await post(scope, [first, journal(2, { receivable: "-115.00", sales: "115.00" }, ofInvoice), journal(3, { receivable: "120.00", sales: "-120.00" }, ofInvoice)]);
  expect((await ledgerFigures(scope)).balances).toEqual({ "receivable 2025-04": "120.00", "sales 2025-04": "-120.00" });
});

test("what was derived from documents is reversed before journals stand, and documents post on cash basis only", async () => {
  const scope = await openOrganisation("switch");
  await transaction(scope, (tx) => putDocuments(tx, [invoice]));
  await postPending(scope);
  await post(scope, [journal(7, { receivable: "115.00", sales: "-100.00", gst: "-15.00" }, ofInvoice)]);
  expect((await ledgerFigures(scope)).balances).toEqual({ "gst 2025-04": "-15.00", "receivable 2025-04": "115.00", "sales 2025-04": "-100.00" });
  await transaction(scope, (tx) => beginJournals(tx).then(() => putDocuments(tx, [{ ...invoice, status: "VOIDED" }])));
  expect(await read(scope, ledgerAuthority)).toBe("journals");
  expect(await postPending(scope)).toEqual({ documents: 1, entries: 0, reversals: 0, warnings: [] });
  await transaction(scope, (tx) => putDocuments(tx, [{ ...invoice, status: "PAID" }]).then(() => putSettlements(tx, [settlement("PAY-1", "INV-1", "115.00", { date: "2025-05-05" })])));
  await postPending(scope);
  expect((await ledgerFigures(scope, "cash")).balances).toEqual({ "bank 2025-05": "115.00", "gst 2025-05": "-15.00", "sales 2025-05": "-100.00" });
  expect((await allEntries(scope)).map(({ sourceType, reversal }) => [sourceType, reversal])).toEqual([["invoice", false], ["invoice", true], ["ACCREC", false]]);
});

test("a journal on an account that is not known is left out whole and named", async () => {
  const scope = await openOrganisation("unknown account");
  const { entries, warnings } = await post(scope, [journal(1, { bank: "5.00", stranger: "-5.00" }), journal(2, { bank: "5.00", sales: "-5.00" })]);
  expect([entries, warnings]).toEqual([1, ["Xero's journal 1 was left out of the ledger: it does not balance on accounts that are known."]]);
});
