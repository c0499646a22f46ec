// What documents are posted by may become known after them: tax rates are fetched once a day, and Xero makes system accounts when it needs
// them. No document changes by that.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { ledgerFigures } from "#lib/ledger/testing/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { type Answers, asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";

let database: TestDatabase;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

const account = (Code: string, Type: string, Class: string, SystemAccount?: string) => ({ AccountID: `account-${Code}`, Code, Name: Code, Type, Class, Status: "ACTIVE", SystemAccount });
const creditors = account("payable", "CURRLIAB", "LIABILITY", "CREDITORS");
const tax = account("gst", "CURRLIAB", "LIABILITY", "GST");
const [rent, travel] = [account("rent", "OVERHEADS", "EXPENSE"), account("travel", "EXPENSE", "EXPENSE")];
const partly = { TaxType: "PARTIAL", Name: "Partly claimed", Status: "ACTIVE", TaxComponents: [{ Name: "Claimed", Rate: 10 }, { Name: "Lost", Rate: 5, IsNonRecoverable: true }] };
const bill = {
  InvoiceID: "bill", InvoiceNumber: "B-1", Type: "ACCPAY", Status: "AUTHORISED", Date: "2026-03-01", Total: "115.00", LineAmountTypes: "Exclusive", UpdatedDateUTC: "2026-03-01T00:00:00",
  LineItems: [{ LineAmount: "100.00", TaxAmount: "15.00", TaxType: "PARTIAL", AccountCode: "rent" }],
};
const journal = {
  ManualJournalID: "journal", Narration: "Taxed", Status: "POSTED", Date: "2026-04-01", LineAmountTypes: "Exclusive", UpdatedDateUTC: "2026-04-01T00:00:00",
  JournalLines: [{ LineAmount: "20.00", TaxAmount: "3.00", TaxType: "PARTIAL", AccountCode: "travel" }, { LineAmount: "-23.00", AccountCode: "rent" }],
};

async function sync(kiwi: Awaited<ReturnType<typeof newOrganisation>>, answers: Answers) {
  await syncOf(asking(kiwi, answers, { mode: "full" }), "Accounts", "TaxRates", "Invoices", "ManualJournals");
  const posted = await postPending(kiwi);
  return { posted, figures: (await ledgerFigures(kiwi)).balances };
}

test("a tax rate that arrives after its documents puts their postings right; until then its tax is said to be taken as claimable", async () => {
  const kiwi = await newOrganisation("later rate");
  const first = await sync(kiwi, { Accounts: [creditors, tax, rent, travel], Invoices: [bill], ManualJournals: [journal] });
  expect(first.posted.warnings).toEqual([expect.stringContaining("The tax type PARTIAL is not among Xero's tax rates")]);
  expect(first.figures).toEqual({ "payable 2026-03": "-115.00", "gst 2026-03": "15.00", "rent 2026-03": "100.00", "travel 2026-04": "20.00", "gst 2026-04": "3.00", "rent 2026-04": "-23.00" });
  const next = await sync(kiwi, { TaxRates: [partly] });
  // The bill on accrual basis, for nobody has paid it; the journal on both.
  expect(next.posted).toMatchObject({ documents: 2, entries: 3, reversals: 3, warnings: [] });
  expect(next.figures).toEqual({ "payable 2026-03": "-115.00", "gst 2026-03": "10.00", "rent 2026-03": "105.00", "travel 2026-04": "21.00", "gst 2026-04": "2.00", "rent 2026-04": "-23.00" });
});

test("a component that can no longer be claimed moves its tax to the account of the line", async () => {
  const kiwi = await newOrganisation("changed component");
  const claimed = { ...partly, TaxComponents: [{ Name: "Claimed", Rate: 15 }] };
  expect((await sync(kiwi, { Accounts: [creditors, tax, rent], TaxRates: [claimed], Invoices: [bill] })).figures).toMatchObject({ "gst 2026-03": "15.00", "rent 2026-03": "100.00" });
  const lost = { ...partly, TaxComponents: [{ Name: "Lost", Rate: 15, IsNonRecoverable: true }] };
  expect((await sync(kiwi, { TaxRates: [lost] })).figures).toEqual({ "payable 2026-03": "-115.00", "rent 2026-03": "115.00" });
});

test("a document left out for want of a system account is posted once Xero has made it", async () => {
  const kiwi = await newOrganisation("later tax account");
  const first = await sync(kiwi, { Accounts: [creditors, rent], TaxRates: [partly], Invoices: [bill] });
  expect([first.figures, first.posted.warnings]).toEqual([{}, [expect.stringContaining("the books have no tax account")]]);
  expect((await sync(kiwi, { Accounts: [tax] })).figures).toEqual({ "payable 2026-03": "-115.00", "gst 2026-03": "10.00", "rent 2026-03": "105.00" });
});

test("settings that say what they said before hand nothing to the ledger, and a new ordinary account does not either", async () => {
  const kiwi = await newOrganisation("same settings");
  const Accounts = [creditors, tax, rent];
  await sync(kiwi, { Accounts, TaxRates: [partly], Invoices: [bill] });
  expect((await sync(kiwi, { Accounts: [creditors, tax, travel, { ...rent, Name: "Rent" }], TaxRates: [partly] })).posted.documents).toBe(0);
});
