// A document may name an account that was made in Xero while the sync ran, after the chart of accounts had been read.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { ledgerFigures } from "#lib/ledger/testing/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

const account = (Code: string, Type: string, Class: string, more: object = {}) => ({ AccountID: `account-${Code}`, Code, Name: Code, Type, Class, Status: "ACTIVE", ...more });
const bank = account("090", "BANK", "ASSET");
const debtors = account("610", "CURRENT", "ASSET", { SystemAccount: "DEBTORS" });
const sales = account("200", "REVENUE", "REVENUE");
const created = account("250", "REVENUE", "REVENUE");

const invoice = (number: number, AccountCode: string) => ({
  InvoiceID: `invoice-${number}`, InvoiceNumber: `INV-${number}`, Type: "ACCREC", Status: "AUTHORISED", Date: "2026-03-01", Total: "10.00", LineAmountTypes: "NoTax",
  UpdatedDateUTC: `2026-03-01T0${number}:00:00`, LineItems: [{ LineAmount: "10.00", AccountCode }],
});
const Invoices = [invoice(1, "250"), invoice(5, "200")];
const objects = ["Accounts", "Invoices", "BankTransactions", "ManualJournals"];
const figuresOf = async (scope: { tenantId: string }) => (await ledgerFigures(scope)).balances;

test("an invoice on an account made while the sync ran is posted by the next sync, though nobody touched it since", async () => {
  const kiwi = await newOrganisation("made meanwhile");
  const first = asking(kiwi, { Accounts: [debtors, sales], Invoices });
  await syncOf(first, ...objects);
  await postPending(kiwi);
  expect(await figuresOf(kiwi)).toEqual({ "610 2026-03": "10.00", "200 2026-03": "-10.00" });
  expect(first.warnings).toEqual([expect.stringMatching(/^Invoices: .*chart of accounts/)]);
  // Only what changed since the mark is answered, as Xero does.
  const next = asking(kiwi, { Accounts: [created], Invoices: ({ since }) => Invoices.filter(({ UpdatedDateUTC }) => !since || new Date(`${UpdatedDateUTC}Z`) >= since) });
  await syncOf(next, ...objects);
  expect(await postPending(kiwi)).toMatchObject({ documents: 1, entries: 1, warnings: [] });
  expect(await figuresOf(kiwi)).toEqual({ "610 2026-03": "20.00", "200 2026-03": "-10.00", "250 2026-03": "-10.00" });
  expect(next.warnings).toEqual([]);
  const last = asking(kiwi, {});
  await syncOf(last, ...objects);
  expect(last.asked.find(({ path }) => path === "Invoices")?.since).toEqual(new Date("2026-03-01T04:59:00Z"));
});

test("money spent from a bank account, and a manual journal, on accounts made meanwhile are posted by the next sync", async () => {
  const kiwi = await newOrganisation("bank made meanwhile");
  const spent = { BankTransactionID: "spent", Type: "SPEND", Status: "AUTHORISED", Date: "2026-03-02", Total: "4.00", LineAmountTypes: "NoTax", UpdatedDateUTC: "2026-03-02T00:00:00", BankAccount: { AccountID: "account-090" }, LineItems: [{ LineAmount: "4.00", AccountCode: "200" }] };
  const journal = { ManualJournalID: "journal", Narration: "Moved", Status: "POSTED", Date: "2026-03-03", UpdatedDateUTC: "2026-03-03T00:00:00", JournalLines: [{ LineAmount: "1.00", AccountCode: "250" }, { LineAmount: "-1.00", AccountCode: "200" }] };
  const documents = { BankTransactions: [spent], ManualJournals: [journal] };
  await syncOf(asking(kiwi, { Accounts: [debtors, sales], ...documents }), ...objects);
  expect(await postPending(kiwi)).toMatchObject({ documents: 2, entries: 0 });
  await syncOf(asking(kiwi, { Accounts: [bank, created], ...documents }), ...objects);
  expect(await postPending(kiwi)).toMatchObject({ documents: 2, entries: 4, warnings: [] });
  expect(await figuresOf(kiwi)).toEqual({ "090 2026-03": "-4.00", "200 2026-03": "3.00", "250 2026-03": "1.00" });
});

test("as long as Xero does not name the account, each sync asks once and says so, and writes nothing", async () => {
  const kiwi = await newOrganisation("never named");
  await syncOf(asking(kiwi, { Accounts: [debtors, sales], Invoices }), ...objects);
  await postPending(kiwi);
  const again = asking(kiwi, { Invoices });
  await syncOf(again, ...objects);
  expect([again.asked.filter(({ path }) => path === "Invoices").length, again.progress.objects.Invoices?.written, again.warnings.length]).toEqual([1, 0, 1]);
  expect(await postPending(kiwi)).toMatchObject({ documents: 0, entries: 0 });
});

test("a voided invoice holds nothing back, whatever account it names", async () => {
  const kiwi = await newOrganisation("voided");
  const voided = asking(kiwi, { Accounts: [debtors], Invoices: [{ ...invoice(1, "999"), Status: "VOIDED" }, { ...invoice(5, "999"), Status: "DELETED" }] });
  await syncOf(voided, ...objects);
  expect(voided.warnings).toEqual([]);
});
