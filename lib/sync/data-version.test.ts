// A report shows more of the books than their balances. Whatever of it a sync writes makes the report another one.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { organisationOf } from "#lib/ledger/testing/queries.ts";
import { makePerson, stubSettings } from "#lib/people/testing.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import type { Report } from "#lib/reports/report.ts";
import { syncTrialBalances } from "#lib/sync/sync-trial-balances.ts";
import { type Answers, asking, newOrganisation, syncOf, trialBalance } from "#lib/sync/testing/answers.ts";

let database: TestDatabase;
let userId: string;
let kiwi: Awaited<ReturnType<typeof newOrganisation>>;
let number = 0;
beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  userId = await makePerson("ada@example.com");
});
beforeEach(async () => {
  number += 1;
  kiwi = await newOrganisation(`kiwi ${number}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

const account = (Code: string, Type: string, Class: string, more: object = {}) => ({ AccountID: Code, Code, Name: Code, Type, Class, Status: "ACTIVE", ...more });
const sales = account("sales", "REVENUE", "REVENUE");
const facts = { OrganisationID: "kiwi", Name: "Kiwi", BaseCurrency: "NZD", FinancialYearEndDay: 31, FinancialYearEndMonth: 3, Timezone: "NEWZEALANDSTANDARDTIME" };
const ofMarch = { Date: "2026-03-05", LineAmountTypes: "NoTax", Total: "10.00", LineItems: [{ LineAmount: "10.00", AccountCode: "sales" }], UpdatedDateUTC: "2026-03-05T00:00:00" };
const invoice = { ...ofMarch, InvoiceID: "invoice", InvoiceNumber: "INV-1", Type: "ACCREC", Status: "AUTHORISED" };
const draft = { ...invoice, InvoiceID: "draft", Status: "DRAFT" };
const received = { ...ofMarch, BankTransactionID: "received", Type: "RECEIVE", Status: "AUTHORISED", BankAccount: { Code: "bank" }, IsReconciled: false };
const books = { Organisation: [facts], Accounts: [account("debtors", "CURRENT", "ASSET", { SystemAccount: "DEBTORS" }), account("bank", "BANK", "ASSET"), sales], Invoices: [invoice, draft], BankTransactions: [received] };
const objects = ["Organisation", "Accounts", "TaxRates", "TrackingCategories", "Contacts", "Invoices", "BankTransactions", "ManualJournals"];

async function sync(answers: Answers) {
  await syncOf(asking(kiwi, answers, { mode: "full" }), ...objects);
  await postPending(kiwi);
}
const ofMonth = () => makeReport({ userId, tenantId: kiwi.tenantId }, { type: "PROFIT_LOSS", name: null, wishes: { from: "2026-03-01", to: "2026-03-31" } });

const changes: [what: string, answers: Answers, shown: (report: Report) => unknown, before: unknown, after: unknown][] = [
  ["an account is renamed", { Accounts: [{ ...sales, Name: "Fees" }] }, ({ rows }) => rows.find(({ kind }) => kind === "account")?.label, "sales", "Fees"],
  ["a lock date is set", { Organisation: [{ ...facts, PeriodLockDate: "2026-02-28" }] }, ({ quality }) => quality.lockedTo, null, "2026-02-28"],
  ["a draft is deleted", { Invoices: [{ ...draft, Status: "DELETED" }] }, ({ quality }) => quality.drafts.count, 1, 0],
  ["a receipt is reconciled", { BankTransactions: [{ ...received, IsReconciled: true }] }, ({ quality }) => quality.unreconciled.count, 1, 0],
  ["the organisation takes another name", { Organisation: [{ ...facts, Name: "Kākāpō" }] }, ({ tenant }) => tenant.name, "Kiwi", "Kākāpō"],
];

test.each(changes)("when %s, a report asked for again is made anew and shows it", async (_what, answers, shown, before, after) => {
  await sync(books);
  const first = await ofMonth();
  await sync(answers);
  const again = await ofMonth();
  expect([shown(first.data), shown(again.data)]).toEqual([before, after]);
});

test("when the financial year ends on another day, a report asked for again is made anew", async () => {
  await sync(books);
  const first = await ofMonth();
  await sync({ Organisation: [{ ...facts, FinancialYearEndMonth: 6, FinancialYearEndDay: 30 }] });
  expect((await ofMonth()).id).not.toBe(first.id);
});

test("a sync that brings nothing new leaves the version alone, and the report asked for again is the stored one", async () => {
  await sync(books);
  const [before, first] = [await organisationOf(kiwi), await ofMonth()];
  await sync(books);
  expect([await organisationOf(kiwi), (await ofMonth()).id]).toEqual([before, first.id]);
});

test("what no report shows, a contact and a tracking category, leaves the version alone", async () => {
  await sync(books);
  const before = await organisationOf(kiwi);
  await sync({ Contacts: [{ ContactID: "ruru", Name: "Ruru", ContactStatus: "ACTIVE" }], TrackingCategories: [{ TrackingCategoryID: "region", Name: "Region", Status: "ACTIVE", Options: [] }] });
  expect(await organisationOf(kiwi)).toEqual(before);
});

test("a trial balance that is confirmed after something was posted makes a report asked for again say so", async () => {
  const inXero = { "Reports/TrialBalance": trialBalance({ debtors: "10.00", bank: "10.00", sales: "-20.00" }) };
  await syncOf(asking(kiwi, { ...books, Invoices: [] }), ...objects);
  await syncTrialBalances(asking(kiwi, inXero, { mode: "full" }));
  await sync(books);
  const outdated = await ofMonth();
  const [looked, lookedTwice] = [asking(kiwi, inXero, { mode: "full" }), asking(kiwi, inXero, { mode: "full" })];
  await syncTrialBalances(looked);
  const confirmed = await ofMonth();
  expect([outdated, confirmed].map(({ data }) => data.quality.checkedSinceChange)).toEqual([false, true]);
  await syncTrialBalances(lookedTwice);
  expect((await ofMonth()).id).toBe(confirmed.id);
});
