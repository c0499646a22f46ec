import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { decimal } from "#lib/money.ts";
import { addAccounts, addInvoice, addPayment, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { openDocument } from "#lib/transactions/open-document.ts";

let database: TestDatabase;
let books: TestBooks;
let invoice: string;
let payment: string;

const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const debtors = account(uuidv7(), "Accounts Receivable", "CURRENT", { systemAccount: "DEBTORS" });
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [bank, debtors, sales]);
  invoice = await addInvoice(books, { number: "INV-7", date: "2026-10-03", total: "115.50", accountId: sales.id });
  payment = await addPayment(books, { invoice, date: "2026-10-20", amount: "115.50" });
  await post(books, [
    { date: "2026-10-03", transactionId: invoice, lines: [[debtors.id, "115.50"], [sales.id, "-115.50"]] },
    { date: "2026-10-20", transactionId: payment, lines: [[bank.id, "115.50"], [debtors.id, "-115.50"]] },
  ]);
});
afterAll(() => database.close());

test("a document shows its lines, what settled it, and what it posted", async () => {
  const document = await read(books.scope, (q) => openDocument(q, invoice));
  expect(document?.lines).toMatchObject([{ lineNumber: 1, account: { id: sales.id, code: "200", name: "Sales" } }]);
  expect(document?.settlements).toMatchObject([{ kind: "payment", date: "2026-10-20", other: { id: payment, type: "PAYMENT" } }]);
  const journal = document?.postings.flatMap(({ lines }) => lines.map(({ account: { name }, debit, credit }) => [name, decimal(debit), decimal(credit)]));
  expect(journal).toEqual([["Accounts Receivable", "115.50", "0.00"], ["Sales", "0.00", "115.50"]]);
  expect(document?.xeroUrl).toBe(`https://go.xero.com/app/!abC1/invoicing/view/${invoice}`);
});

test("a payment leads back to what it settled", async () => {
  const document = await read(books.scope, (q) => openDocument(q, payment));
  expect(document?.settlements).toMatchObject([{ other: { id: invoice, number: "INV-7" } }]);
});

test("another organisation's document is not there", async () => {
  const other = await openTestBooks("Another Company");
  expect(await read(other.scope, (q) => openDocument(q, invoice))).toBeUndefined();
  expect(await read(books.scope, (q) => openDocument(q, "nothing"))).toBeUndefined();
});
