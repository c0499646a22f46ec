// Three bills of 115.00, 46.00 and 10.00. The first two are paid in one go on 20 June, 161.00 on the bank statement; the third by itself on that day.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { batchesInBrief, findBatchByXeroId, paymentsOfBatch } from "#lib/batch-payments/queries.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { allEntries, ledgerFigures, organisationOf } from "#lib/ledger/testing/queries.ts";
import { decimal } from "#lib/money.ts";
import { stubSettings } from "#lib/people/testing.ts";
import type { SyncContext } from "#lib/sync/sync-context.ts";
import { type Answers, asking, newOrganisation, syncOf } from "#lib/sync/testing/answers.ts";
import { openDocument } from "#lib/transactions/open-document.ts";

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
const Accounts = [account("bank", "BANK", "ASSET"), account("payable", "CURRLIAB", "LIABILITY", "CREDITORS"), account("rent", "OVERHEADS", "EXPENSE")];
const [entered, paidOn, deletedOn] = ["2026-06-01T00:00:00", "2026-06-20T00:00:00", "2026-06-25T00:00:00"];
const bill = (id: string, Total: string) => ({
  InvoiceID: id, InvoiceNumber: id, Type: "ACCPAY", Status: "PAID", Date: "2026-06-01", Total, LineAmountTypes: "NoTax", UpdatedDateUTC: entered, LineItems: [{ LineAmount: Total, AccountCode: "rent" }],
});
const payment = (id: string, of: string, Amount: string, more: object = {}) => ({
  PaymentID: id, PaymentType: "ACCPAYPAYMENT", Status: "AUTHORISED", Date: "2026-06-20", Amount, Account: { Code: "bank" }, Invoice: { InvoiceID: of, InvoiceNumber: of }, UpdatedDateUTC: paidOn, ...more,
});
const inRun = { BatchPaymentID: "run", BatchPayment: { BatchPaymentID: "run", TotalAmount: "161.00" } };
const Invoices = [bill("B-1", "115.00"), bill("B-2", "46.00"), bill("B-3", "10.00")];
const Payments = [payment("P-1", "B-1", "115.00", inRun), payment("P-2", "B-2", "46.00", inRun), payment("P-3", "B-3", "10.00")];
const run = {
  BatchPaymentID: "run", Type: "PAYBATCH", Status: "AUTHORISED", Date: "2026-06-20", Account: { AccountID: "account-bank" }, Reference: "Payment run", Particulars: "June", Code: "2606", TotalAmount: "161.00", IsReconciled: "true", UpdatedDateUTC: paidOn,
  Payments: [{ PaymentID: "P-1", Amount: "115.00" }, { PaymentID: "P-2", Amount: "46.00" }],
};
const answers: Answers = { Accounts, Invoices, Payments, BatchPayments: [run] };

type Kiwi = Awaited<ReturnType<typeof newOrganisation>>;

async function sync(kiwi: Kiwi, said: Answers, more: Partial<SyncContext> = {}) {
  const context = asking(kiwi, said, more);
  await syncOf(context, "Accounts", "Invoices", "Payments", "BatchPayments");
  await postPending(kiwi);
  const asked = context.asked.filter(({ path }) => path === "BatchPayments");
  return { asked, written: context.progress.objects.BatchPayments?.written, figures: (await ledgerFigures(kiwi)).balances };
}

const batch = ({ tenantId }: Kiwi) =>
  read({ tenantId }, async (q) => {
    const found = await findBatchByXeroId(q, "run");
    return found && { ...found, amount: decimal(found.amount), payments: (await paymentsOfBatch(q, "run")).map(({ number, amount, status }) => `${number} ${decimal(amount)} ${status}`) };
  });

const paid = { "bank 2026-06": "-171.00", "rent 2026-06": "171.00" };

test("a batch posts nothing of its own: its payments do, once each, and come to its line of the bank statement", async () => {
  const kiwi = await newOrganisation("one run");
  const { figures } = await sync(kiwi, answers);
  expect(figures).toEqual(paid);
  expect((await allEntries(kiwi)).map(({ sourceType }) => sourceType).toSorted()).toEqual(["invoice", "invoice", "invoice", "payment", "payment", "payment"]);
  expect(await batch(kiwi)).toMatchObject({ type: "PAYBATCH", date: "2026-06-20", amount: "161.00", currencyCode: "NZD", isReconciled: true, reference: "Payment run", statementText: "June, 2606", payments: ["B-1 115.00 AUTHORISED", "B-2 46.00 AUTHORISED"] });
});

test("batches are asked for once a day, and by a sync that wrote a payment, then only for what changed since", async () => {
  const kiwi = await newOrganisation("asked again");
  expect((await sync(kiwi, answers)).asked).toEqual([{ path: "BatchPayments", query: {}, since: null }]);
  expect((await sync(kiwi, answers)).asked).toEqual([]);
  const reconciled = { ...payment("P-1", "B-1", "115.00", inRun), IsReconciled: true, UpdatedDateUTC: deletedOn };
  const { asked, written } = await sync(kiwi, { ...answers, Payments: [reconciled] });
  // A minute of overlap, as for everything that is asked for since.
  expect([asked, written]).toEqual([[{ path: "BatchPayments", query: {}, since: new Date("2026-06-19T23:59:00Z") }], 0]);
  const tomorrow = { startedAt: new Date(Date.now() + 25 * 60 * 60_000) };
  expect((await sync(kiwi, { ...answers, Payments: [reconciled] }, tomorrow)).asked).toHaveLength(1);
});

test("what is said of a batch alone posts nothing and leaves stored reports as new as they were", async () => {
  const kiwi = await newOrganisation("renamed run");
  await sync(kiwi, answers);
  const before = await organisationOf(kiwi);
  await syncOf(asking(kiwi, { BatchPayments: [{ ...run, Reference: "June bills" }] }, { mode: "full" }), "BatchPayments");
  expect(await batch(kiwi)).toMatchObject({ reference: "June bills" });
  expect(await organisationOf(kiwi)).toEqual(before);
});

test("when a batch is deleted, its payments are taken back and the bills are owed again; what was paid by itself stays", async () => {
  const kiwi = await newOrganisation("deleted run");
  await sync(kiwi, answers);
  const gone = { Status: "DELETED", UpdatedDateUTC: deletedOn };
  const { figures } = await sync(kiwi, { Payments: Payments.slice(0, 2).map((one) => ({ ...one, ...gone })), BatchPayments: [{ ...run, ...gone }] });
  expect(figures).toEqual({ "bank 2026-06": "-10.00", "payable 2026-06": "-161.00", "rent 2026-06": "171.00" });
  expect(await batch(kiwi)).toMatchObject({ status: "DELETED", amount: "161.00", payments: ["B-1 115.00 DELETED", "B-2 46.00 DELETED"] });
});

test("payments that were read before they named their batch learn it from the batch", async () => {
  const kiwi = await newOrganisation("read before");
  await sync(kiwi, { ...answers, Payments: [payment("P-1", "B-1", "115.00"), payment("P-2", "B-2", "46.00"), payment("P-3", "B-3", "10.00")] });
  expect(await batch(kiwi)).toMatchObject({ payments: ["B-1 115.00 AUTHORISED", "B-2 46.00 AUTHORISED"] });
});

test("a payment shows its batch with the others in it, and says so when they do not come to what Xero states", async () => {
  const kiwi = await newOrganisation("shown run");
  await sync(kiwi, { ...answers, BatchPayments: [{ ...run, TotalAmount: "200.00" }] });
  const shown = await read(kiwi, async (q) => {
    const [first] = await paymentsOfBatch(q, "run");
    return openDocument(q, first?.id ?? "");
  });
  expect(shown?.inBatch?.payments.map(({ number }) => number)).toEqual(["B-1", "B-2"]);
  expect([decimal(shown?.inBatch?.batch?.amount ?? 0n), decimal(shown?.inBatch?.sum ?? 0n)]).toEqual(["200.00", "161.00"]);
  expect((await read(kiwi, (q) => batchesInBrief(q, ["run", "another"]))).get("run")).toMatchObject({ payments: 2, reference: "Payment run", currencyCode: "NZD" });
});

test("a batch whose total Xero leaves out is the sum of its payments, and a batch nobody fetched yet is said to be one", async () => {
  const kiwi = await newOrganisation("no total");
  const { TotalAmount: _, ...without } = run;
  await syncOf(asking(kiwi, answers), "Accounts", "Invoices", "Payments");
  const unfetched = await read(kiwi, async (q) => openDocument(q, (await paymentsOfBatch(q, "run"))[0]?.id ?? ""));
  expect(unfetched?.inBatch).toMatchObject({ batch: null, payments: [{ number: "B-1" }, { number: "B-2" }] });
  await syncOf(asking(kiwi, { BatchPayments: [without] }), "BatchPayments");
  expect(await batch(kiwi)).toMatchObject({ amount: "161.00" });
});
