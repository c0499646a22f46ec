import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { batchListing } from "#lib/batch-payments/batch-payment.ts";
import { getBatchPayment, listStoredBatchPayments } from "#lib/batch-payments/read-batch-payments.ts";
import { addBatchPayment } from "#lib/batch-payments/testing/queries.ts";
import { decimal } from "#lib/money.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import { proveReportCell } from "#lib/reports/read-reports.ts";
import { addAccounts, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let theirs = "";
const dollars = { ...account(uuidv7(), "Dollars", "BANK"), currencyCode: "USD" };
const [bank, payable] = [account(uuidv7(), "Cheque", "BANK"), account(uuidv7(), "Payable", "CURRLIAB", { class: "LIABILITY", systemAccount: "CREDITORS" })];

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  const other = await openTestBooks("Another Company");
  await addAccounts(books, [dollars, bank, payable]);
  theirs = await addBatchPayment(other, { date: "2026-06-20", amounts: ["1.00"] });
});
afterAll(() => database.close());

const list = (asked: object) => listStoredBatchPayments.run([books.scope], batchListing.parse(asked));

test("batches come newest first, page after page, and are narrowed by state and day", async () => {
  await addBatchPayment(books, { date: "2026-05-20", amounts: ["10.00"], isReconciled: true });
  await addBatchPayment(books, { date: "2026-06-20", amounts: ["20.00", "0.01"] });
  await addBatchPayment(books, { date: "2026-06-20", amounts: ["30.00"], status: "DELETED" });
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data, nextCursor } = await list({ limit: 1, cursor });
    found.push(...data.map(({ date, amount }) => `${date} ${decimal(amount)}`));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  expect(found).toEqual(["2026-06-20 30.00", "2026-06-20 20.01", "2026-05-20 10.00"]);
  const amountsOf = async (asked: object) => (await list(asked)).data.map(({ amount }) => decimal(amount));
  expect(await amountsOf({ isReconciled: true })).toEqual(["10.00"]);
  expect(await amountsOf({ status: ["AUTHORISED"], dateFrom: "2026-06-01", dateTo: "2026-06-30" })).toEqual(["20.01"]);
});

test("one is handed out with its payments, in the currency of its bank account", async () => {
  const id = await addBatchPayment(books, { date: "2026-07-20", amounts: ["40.00", "2.00"], bankAccountId: dollars.id });
  const { currencyCode, amount, payments } = await getBatchPayment.run([books.scope], { id });
  expect({ currencyCode, amount: decimal(amount), payments: payments.map((one) => decimal(one.amount)) }).toEqual({ currencyCode: "USD", amount: "42.00", payments: ["40.00", "2.00"] });
});

test("behind a bank balance each payment of a batch says what the bank statement shows in its place", async () => {
  const id = await addBatchPayment(books, { date: "2026-08-20", amounts: ["115.00", "46.00"], bankAccountId: bank.id });
  const { payments } = await getBatchPayment.run([books.scope], { id });
  await post(books, payments.map((paid) => ({ date: paid.date, transactionId: paid.id, lines: [[payable.id, decimal(paid.amount)], [bank.id, `-${decimal(paid.amount)}`]] })));
  const report = await makeReport(books.scope, { type: "BALANCE_SHEET", name: null, wishes: { asAt: "2026-08-31", columns: "total" } });
  const proof = await proveReportCell.run([books.scope], { id: report.id, cell: `account:${bank.id}|${report.data.columns[0]?.id}`, limit: 50 });
  const batch = { id, reference: "Run of 161.00", amount: "161.00", currencyCode: "NZD", payments: 2 };
  expect([proof.total, proof.lines.data.map(({ amount, document }) => [amount, document?.batch])]).toEqual(["-161.00", [["-115.00", batch], ["-46.00", batch]]]);
});

test.each(["theirs", "nobody's"])("a batch that is %s is not there", async (whose) => {
  await expect(getBatchPayment.run([books.scope], { id: whose === "theirs" ? theirs : uuidv7() })).rejects.toMatchObject({ reason: "notFound" });
});
