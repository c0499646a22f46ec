import { expect, test } from "vitest";
import { numeral } from "../exact/json.ts";
import { cashBalancesOf as onCash } from "../testing/balances-of.ts";
import { bill, id, paid, sale, smallBooks } from "../testing/small-books.ts";

type Written = Readonly<Record<string, unknown>>;
const line = (AccountCode: string, LineAmount: string, TaxAmount = "0", more: Written = {}) => ({ AccountCode, LineAmount, TaxAmount, ...more });
const dollars = (rate: string) => ({ CurrencyCode: "USD", CurrencyRate: numeral(rate) });
const received = (kind: string, LineItems: readonly unknown[], more: Written) => ({
  ...{ Type: `RECEIVE${kind}`, Status: "AUTHORISED", Date: "2026-05-05", BankAccount: { Code: "090" }, LineItems },
  ...more,
});
const note = (LineItems: readonly unknown[], more: Written = {}) => ({
  ...{ CreditNoteID: id(50), CreditNoteNumber: "C1", Type: "ACCRECCREDIT", Status: "AUTHORISED", Date: "2026-06-10", LineItems },
  ...more,
});

test("an invoice counts when it is paid and on that day, and nobody owes anything", () => {
  const books = smallBooks({ Invoices: [sale("1", "2026-05-01", "100", "15")], Payments: [paid("1", "2026-06-03", "115")] });
  expect(onCash(books, "2026-06-02")).toEqual([]);
  expect(onCash(books)).toEqual(["090 115.00", "200 -100.00", "820 -15.00"]);
});

test("a tax of 13.04 paid in three thirds is 13.04, and each third counts from the beginning", () => {
  // Tax so far of 33.33, 66.66 and 99.98 in 99.98: 4.347…, 8.694…, 13.04.
  const Payments = [paid("1", "2026-06-01", "33.33"), paid("1", "2026-07-01", "33.33"), paid("1", "2026-08-01", "33.32")];
  const books = smallBooks({ Invoices: [sale("1", "2026-05-01", "86.94", "13.04")], Payments });
  expect(onCash(books, "2026-06-30")).toEqual(["090 33.33", "200 -28.98", "820 -4.35"]);
  expect(onCash(books, "2026-07-31")).toEqual(["090 66.66", "200 -57.97", "820 -8.69"]);
  expect(onCash(books)).toEqual(["090 99.98", "200 -86.94", "820 -13.04"]);
});

test("the cent that no line has by right goes to the largest remainder, the first of equals first", () => {
  // 10.00 of 30.01 in lines of 10.00, 10.00 and 10.01: 3.332, 3.332 and 3.335….
  const LineItems = [line("310", "10"), line("429", "10"), line("620", "10.01")];
  const books = smallBooks({ Invoices: [bill("1", "2026-05-01", "0", "0", { LineItems })], Payments: [paid("1", "2026-06-01", "10")] });
  expect(onCash(books)).toEqual(["090 -10.00", "310 3.33", "429 3.33", "620 3.34"]);
});

test("lines of different tracking are told apart first", () => {
  // 0.07 of 0.10: North's two cents are 0.014, South's eight 0.056, so North has one and South six; by lines it would be two and five.
  const TrackingCategories = [{ Name: "Region", Options: [{ Name: "North" }, { Name: "South" }] }];
  const of = (Option: string) => ({ Tracking: [{ Name: "Region", Option }] });
  const LineItems = [line("310", "0.01", "0", of("North")), line("429", "0.01", "0", of("North")), line("620", "0.08", "0", of("South"))];
  const Invoices = [bill("1", "2026-05-01", "0", "0", { LineItems })];
  const books = smallBooks({ TrackingCategories, Invoices, Payments: [paid("1", "2026-06-01", "0.07")] });
  expect(onCash(books)).toEqual(["090 -0.07", "310 0.01", "620 0.06"]);
});

test("a foreign invoice counts at the rate of its payment, and nothing is gained", () => {
  const LineItems = [line("200", "80", "12"), line("310", "8")];
  const Invoices = [sale("1", "2026-05-01", "0", "0", { ...dollars("0.5"), LineItems })];
  const Payments = [paid("1", "2026-06-01", "100", { BankAmount: "210", CurrencyRate: numeral("0.476190") })];
  expect(onCash(smallBooks({ Invoices, Payments }))).toEqual(["090 210.00", "200 -168.00", "310 -16.80", "820 -25.20"]);
});

test("a credit note is nothing until it is used, and then counts on the later day against what it is used on", () => {
  const Invoices = [sale("1", "2026-05-01", "100", "15")];
  const Allocations = [{ Amount: "23", Date: "2026-06-25", Invoice: { InvoiceNumber: "1" } }];
  const lines = [line("310", "40", "6")];
  expect(onCash(smallBooks({ Invoices, CreditNotes: [note(lines)] }))).toEqual([]);
  const books = smallBooks({ Invoices, CreditNotes: [note(lines, { Allocations })] });
  expect(onCash(books, "2026-06-09")).toEqual([]);
  expect(onCash(books, "2026-06-10")).toEqual(["200 -20.00", "310 20.00"]);
});

test("a foreign credit note that is used counts on both documents at its own rate", () => {
  const Invoices = [sale("1", "2026-05-01", "60", "0", dollars("0.6"))];
  const Allocations = [{ Amount: "60", Invoice: { InvoiceNumber: "1" } }];
  const books = smallBooks({ Invoices, CreditNotes: [note([line("310", "60")], { ...dollars("0.5"), Allocations })] });
  expect(onCash(books)).toEqual(["200 -120.00", "310 120.00"]);
});

test("a refund takes back what the credit note says", () => {
  const Payments = [{ Date: "2026-06-20", Amount: "23", Account: { Code: "090" }, CreditNote: { CreditNoteID: id(50) } }];
  expect(onCash(smallBooks({ CreditNotes: [note([line("200", "40", "6")])], Payments }))).toEqual(["090 -23.00", "200 20.00", "820 3.00"]);
});

test("an overpayment stays on receivables until it is used, and then the invoice counts", () => {
  const lines = [line("610", "50")];
  const over = { OverpaymentID: id(60), Type: "RECEIVE-OVERPAYMENT", Status: "AUTHORISED", Date: "2026-05-05", LineAmountTypes: "NoTax", LineItems: lines };
  const Allocations = [{ Amount: "50", Invoice: { InvoiceNumber: "1" } }];
  const BankTransactions = [received("-OVERPAYMENT", lines, { OverpaymentID: id(60), LineAmountTypes: "NoTax" })];
  const books = smallBooks({ Invoices: [sale("1", "2026-07-01", "100", "15")], BankTransactions, Overpayments: [{ ...over, Allocations }] });
  expect(onCash(books, "2026-06-30")).toEqual(["090 50.00", "610 -50.00"]);
  // 50 of 115: tax 6.52 (6.521…), and the rest.
  expect(onCash(books)).toEqual(["090 50.00", "200 -43.48", "820 -6.52"]);
});

test("a prepayment lies where it was posted until it is used", () => {
  const lines = [line("620", "200", "30")];
  const Allocations = [{ Amount: "115", Invoice: { InvoiceNumber: "1" } }];
  const before = { PrepaymentID: id(70), Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2026-05-05", LineItems: lines, Allocations };
  const BankTransactions = [received("-PREPAYMENT", lines, { PrepaymentID: id(70) })];
  const books = smallBooks({ Invoices: [sale("1", "2026-07-01", "100", "15")], BankTransactions, Prepayments: [before] });
  expect(onCash(books, "2026-06-30")).toEqual(["090 230.00", "620 -200.00", "820 -30.00"]);
  expect(onCash(books)).toEqual(["090 230.00", "200 -100.00", "620 -100.00", "820 -30.00"]);
});

test("money spent counts in full, journals and Xero's own postings unless they say that they do not", () => {
  const BankTransactions = [{ ...received("", [line("429", "20", "3")], {}), Type: "SPEND" }];
  const journal = (LineAmount: string, more: Written = {}) => ({
    ...{ Narration: "Accrual", Date: "2026-05-31", Status: "POSTED", ...more },
    JournalLines: [{ AccountCode: "310", LineAmount }, { AccountCode: "620", LineAmount: `-${LineAmount}` }],
  });
  const posting = (NetAmount: string, more: Written = {}) => ({
    ...{ Date: "2026-05-31", ...more },
    Lines: [{ AccountCode: "310", NetAmount }, { AccountCode: "620", NetAmount: `-${NetAmount}` }],
  });
  const hidden = { ShowOnCashBasisReports: false };
  const books = { BankTransactions, ManualJournals: [journal("1"), journal("2", hidden)], OtherPostings: [posting("4"), posting("8", hidden)] };
  expect(onCash(smallBooks(books))).toEqual(["090 -23.00", "310 5.00", "429 20.00", "620 -5.00", "820 3.00"]);
});

test("voided documents and deleted payments count nowhere", () => {
  const Invoices = [sale("1", "2026-05-01", "100", "15", { Status: "VOIDED" }), sale("2", "2026-05-01", "100", "15")];
  expect(onCash(smallBooks({ Invoices, Payments: [paid("2", "2026-06-01", "115", { Status: "DELETED" })] }))).toEqual([]);
});

test("books that bring journals, which are on accruals, have their documents on cash basis", () => {
  const JournalLines = [{ AccountCode: "610", NetAmount: "9" }, { AccountCode: "200", NetAmount: "-9" }];
  const Journals = [{ JournalNumber: 1, JournalDate: "2026-05-01", JournalLines }];
  const books = smallBooks({ Invoices: [sale("1", "2026-05-01", "100", "15")], Payments: [paid("1", "2026-06-01", "115")], Journals });
  expect(onCash(books)).toEqual(["090 115.00", "200 -100.00", "820 -15.00"]);
});
