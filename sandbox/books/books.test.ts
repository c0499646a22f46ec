import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { numeral, writeJson, type Json } from "../exact/json.ts";
import { liveOn } from "../store.ts";
import { bill, id, paid, sale, SMALL_ACCOUNTS, SMALL_ORGANISATION, smallBooks } from "../testing/small-books.ts";
import { readBooksFile } from "./read.ts";

const live = (collections: Readonly<Record<string, unknown>>) => liveOn(smallBooks(collections));

test("totals are computed where the file leaves them out", () => {
  const [invoice] = smallBooks({ Invoices: [sale("1", "2026-05-01", "100.5", "15.08")] }).Invoices;
  expect([invoice?.SubTotal, invoice?.TotalTax, invoice?.Total]).toEqual([1_005_000n, 150_800n, 1_155_800n]);
});

test.each([
  ["Total", "116", "Small books: Invoice 1: Total is 116.00, but it adds up to 115.00."],
  ["SubTotal", "99.99", "Small books: Invoice 1: SubTotal is 99.99, but it adds up to 100.00."],
  ["TotalTax", "15.01", "Small books: Invoice 1: TotalTax is 15.01, but it adds up to 15.00."],
])("a stated %s that does not add up stops the start and names the document", (name, amount, sentence) => {
  expect(() => smallBooks({ Invoices: [sale("1", "2026-05-01", "100", "15", { [name]: amount })] })).toThrow(sentence);
});

test("what is stated as due, paid or remaining must follow from the payments", () => {
  const Invoices = [sale("1", "2026-05-01", "100", "15", { AmountDue: "100" })];
  expect(() => live({ Invoices })).toThrow("Invoice 1: AmountDue is 100.00, but it adds up to 115.00.");
  expect(() => live({ Invoices, Payments: [paid("1", "2026-06-01", "15")] })).not.toThrow();
  const unpaid = [sale("1", "2026-05-01", "100", "15", { Status: "PAID" })];
  expect(() => live({ Invoices: unpaid })).toThrow("Invoice 1: it is PAID, but 115.00 remains.");
});

test("nothing can be paid twice, and nothing that is void can be paid", () => {
  const Invoices = [sale("1", "2026-05-01", "100", "15"), bill("2", "2026-05-01", "1", "0", { Status: "VOIDED" })];
  expect(() => live({ Invoices, Payments: [paid("1", "2026-06-01", "116")] })).toThrow("Invoice 1: 1.00 more is paid");
  expect(() => live({ Invoices, Payments: [paid("2", "2026-06-01", "1")] })).toThrow("settles invoice 2, which is VOIDED");
  expect(() => live({ Invoices, Payments: [paid("9", "2026-06-01", "1")] })).toThrow("the document it pays is not in the books");
});

test("a document whose total is negative is told to be a credit note", () => {
  expect(() => live({ Invoices: [sale("1", "2026-05-01", "-5", "0")] })).toThrow("Invoice 1: its total is -5.00; what is owed the other way is a credit note.");
});

test("an account that is not in the chart stops the start, by code and by id", () => {
  const LineItems = [{ AccountCode: "999", LineAmount: "1", TaxAmount: "0" }];
  expect(() => smallBooks({ Invoices: [sale("1", "2026-05-01", "0", "0", { LineItems })] })).toThrow("Invoice 1: there is no account 999.");
  const byId = [{ AccountID: id(77), LineAmount: "1", TaxAmount: "0" }];
  expect(() => smallBooks({ Invoices: [sale("1", "2026-05-01", "0", "0", { LineItems: byId })] })).toThrow(`there is no account ${id(77)}`);
});

test("a system account that posting needs must be in the chart", () => {
  const Accounts = SMALL_ACCOUNTS.filter(({ SystemAccount }) => SystemAccount !== "DEBTORS");
  expect(() => live({ Accounts, Invoices: [sale("1", "2026-05-01", "1", "0")] })).toThrow('no account has SystemAccount "DEBTORS"');
});

test("an unknown account type and a class that contradicts its type are refused", () => {
  expect(() => smallBooks({ Accounts: [{ Name: "X", Type: "MYSTERY" }] })).toThrow("the type MYSTERY is not one of Xero's account types");
  expect(() => smallBooks({ Accounts: [{ Name: "X", Type: "BANK", Class: "EQUITY" }] })).toThrow(
    "its class is EQUITY, but BANK accounts are ASSET",
  );
});

test("journals and postings whose debits and credits differ are refused", () => {
  const Lines = [
    { AccountCode: "200", NetAmount: "1" },
    { AccountCode: "610", NetAmount: "-2" },
  ];
  expect(() => smallBooks({ OtherPostings: [{ Date: "2026-05-01", Narration: "Pay", Lines }] })).toThrow(
    '"Pay" of 2026-05-01: its debits and credits are -1.00 apart',
  );
  const JournalLines = [{ AccountCode: "200", LineAmount: "1" }];
  expect(() => smallBooks({ ManualJournals: [{ Narration: "N", Date: "2026-05-01", Status: "POSTED", JournalLines }] })).toThrow(
    "its lines are 1.00 apart",
  );
});

test("a foreign document needs a rate, and says so", () => {
  expect(() => smallBooks({ Invoices: [sale("1", "2026-05-01", "1", "0", { CurrencyCode: "EUR" })] })).toThrow(
    "Invoice 1: it is in EUR and has no CurrencyRate.",
  );
});

test("what cannot be read is named by its place and number", () => {
  const wrong = (more: Readonly<Record<string, unknown>>) => () => smallBooks({ Invoices: [sale("1", "2026-05-01", "1", "0", more)] });
  expect(wrong({ Status: "OPEN" })).toThrow("Invoices[0] (1): Status:");
  expect(wrong({ Date: "01/05/2026" })).toThrow("Invoices[0] (1): Date: should be a date");
  expect(wrong({ Date: "2026-02-30" })).toThrow("should be a date");
  expect(wrong({ LineItems: [{ LineAmount: "1.23456" }] })).toThrow(
    "LineItems.0.LineAmount: should be an amount with at most four decimals",
  );
});

test("two documents of one id are refused", () => {
  const twice = [sale("1", "2026-05-01", "1", "0", { InvoiceID: id(5) }), sale("2", "2026-05-01", "1", "0", { InvoiceID: id(5) })];
  expect(() => smallBooks({ Invoices: twice })).toThrow(`Two Invoices have the id ${id(5)}.`);
});

function file(more: Json, version: Json = 1): string {
  return writeJson({
    books: version,
    organisations: [{ Organisation: asJson(SMALL_ORGANISATION), Accounts: SMALL_ACCOUNTS.map(asJson), Invoices: more }],
  });
}

function asJson(value: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === "string" ? one : numeral("31")]));
}

const one = (date: string, amount: Json) => ({
  ...{ Type: "ACCREC", InvoiceNumber: "1", Status: "AUTHORISED", Date: date },
  LineItems: [{ AccountCode: "200", LineAmount: amount, TaxAmount: 0 }],
});

test("amounts are read from their text, as numbers or as strings, and lose nothing", () => {
  const read = (amount: Json) =>
    readBooksFile(file([one("2026-05-01", amount)]).replace('"FinancialYearEndMonth":31', '"FinancialYearEndMonth":3'), "x")
      .organisations[0]?.Invoices[0]?.Total;
  expect(read(numeral("90071992547409.93"))).toBe(900_719_925_474_099_300n);
  expect(read("90071992547409.93")).toBe(900_719_925_474_099_300n);
});

test("real Xero dates are accepted, with and without an offset, before 1970 too, and nulls are as good as absent", () => {
  const read = (date: string) => smallBooks({ Invoices: [sale("1", date, "1", "0")] }).Invoices[0]?.Date;
  expect([read("/Date(1539993600000+0000)/"), read("/Date(1539993600000)/"), read("/Date(-86400000+0000)/")]).toEqual([
    "2018-10-20",
    "2018-10-20",
    "1969-12-31",
  ]);
  const text = file([{ ...one("2026-05-01", 1), DueDate: null }]).replace('"FinancialYearEndMonth":31', '"FinancialYearEndMonth":3');
  expect(readBooksFile(text, "x").organisations[0]?.Invoices[0]?.DueDate).toBeUndefined();
});

test("ids that the file leaves out are the same each time", () => {
  const ids = () => smallBooks({ Invoices: [sale("1", "2026-05-01", "1", "0")] }).Invoices.map(({ InvoiceID }) => InvoiceID);
  expect(ids()).toEqual(ids());
  expect(ids()[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-/);
});

test("the example in the documentation can be served", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "books-format.md"), "utf8");
  const example = /```json\n(\{\n[\s\S]*?)```/.exec(page)?.[1] ?? "";
  const [described] = readBooksFile(example, "the example").organisations;
  expect(described && liveOn(described).view.Invoices[0]?.AmountDue).toBe(7_500_000n);
});

test("a file that is no books file is told so", () => {
  expect(() => readBooksFile("{", "b.json")).toThrow("b.json is not JSON");
  expect(() => readBooksFile(file([], 2), "b.json")).toThrow("b.json is not a books file");
});
