import { expect, test } from "vitest";
import { numeral } from "../exact/json.ts";
import { balancesOf } from "../testing/balances-of.ts";
import { bill, id, paid, sale, SMALL_ACCOUNTS, smallBooks } from "../testing/small-books.ts";
import { settlementsOf } from "../books/settle.ts";
import { ledgerOf } from "./post.ts";

const USD = { CurrencyCode: "USD", CurrencyRate: numeral("0.6") };

test("a sale debits receivables with its total, and credits income and tax", () => {
  expect(balancesOf(smallBooks({ Invoices: [sale("1", "2026-05-01", "100", "15")] }))).toEqual(["200 -100.00", "610 115.00", "820 -15.00"]);
});

test("an inclusive document posts its lines without the tax they contain", () => {
  const inclusive = sale("1", "2026-05-01", "115", "15", { LineAmountTypes: "Inclusive" });
  expect(balancesOf(smallBooks({ Invoices: [inclusive] }))).toEqual(["200 -100.00", "610 115.00", "820 -15.00"]);
});

test("a document without tax posts none, whatever its lines say", () => {
  const untaxed = sale("1", "2026-05-01", "100", "15", { LineAmountTypes: "NoTax" });
  expect(balancesOf(smallBooks({ Invoices: [untaxed] }))).toEqual(["200 -100.00", "610 100.00"]);
});

test("drafts, submitted, deleted and voided documents post nothing", () => {
  const Invoices = ["DRAFT", "SUBMITTED", "DELETED", "VOIDED"].map((Status, index) =>
    sale(String(index), "2026-05-01", "100", "15", { Status }),
  );
  expect(balancesOf(smallBooks({ Invoices }))).toEqual([]);
});

test("a foreign document is divided by its rate, group by group, and the cent left over goes to rounding", () => {
  const LineItems = ["200", "310", "429"].map((AccountCode) => ({ AccountCode, LineAmount: "10", TaxAmount: "0" }));
  const foreign = sale("1", "2026-05-01", "0", "0", { ...USD, CurrencyRate: numeral("0.75"), LineItems });
  expect(balancesOf(smallBooks({ Invoices: [foreign] }))).toEqual(["200 -13.33", "310 -13.33", "429 -13.33", "610 40.00", "860 -0.01"]);
});

test("lines of one account are summed before they are converted", () => {
  const LineItems = [1, 2, 3].map(() => ({ AccountCode: "200", LineAmount: "10", TaxAmount: "0" }));
  const foreign = sale("1", "2026-05-01", "0", "0", { ...USD, CurrencyRate: numeral("0.75"), LineItems });
  expect(balancesOf(smallBooks({ Invoices: [foreign] }))).toEqual(["200 -40.00", "610 40.00"]);
});

test("a payment at another rate leaves the difference on realised gains", () => {
  const Invoices = [sale("1", "2026-05-01", "60", "0", USD)];
  const Payments = [paid("1", "2026-06-01", "60", { BankAmount: "104.50", CurrencyRate: numeral("0.5742") })];
  expect(balancesOf(smallBooks({ Invoices, Payments }))).toEqual(["090 104.50", "200 -100.00", "499 -4.50"]);
});

test("a payment into an account of the document's currency is worth its amount at the payment's rate", () => {
  const Invoices = [sale("1", "2026-05-01", "60", "0", USD)];
  const Payments = [paid("1", "2026-06-01", "60", { Account: { Code: "092" }, CurrencyRate: numeral("0.64") })];
  expect(balancesOf(smallBooks({ Invoices, Payments }))).toEqual(["092 93.75", "200 -100.00", "499 6.25"]);
});

test("the last settlement takes the whole remaining balance, so that a paid invoice leaves no cent on receivables", () => {
  const Invoices = [sale("1", "2026-05-01", "100", "0", { CurrencyCode: "USD", CurrencyRate: numeral("0.7") })];
  const third = (date: string, amount: string) => paid("1", date, amount, { CurrencyRate: numeral("0.7") });
  const Payments = [third("2026-06-01", "33.33"), third("2026-06-02", "33.33"), third("2026-06-03", "33.34")];
  expect(balancesOf(smallBooks({ Invoices, Payments })).some((line) => line.startsWith("610"))).toBe(false);
});

test("a deleted payment never happened", () => {
  const Payments = [paid("1", "2026-06-01", "115", { Status: "DELETED" })];
  expect(balancesOf(smallBooks({ Invoices: [sale("1", "2026-05-01", "100", "15")], Payments }))).toEqual([
    "200 -100.00",
    "610 115.00",
    "820 -15.00",
  ]);
});

const note = (more: Readonly<Record<string, unknown>>) => ({
  ...{ CreditNoteID: id(50), CreditNoteNumber: "C1", Type: "ACCRECCREDIT", Status: "AUTHORISED", Date: "2026-06-10" },
  LineItems: [{ AccountCode: "200", LineAmount: "40", TaxAmount: "6" }],
  ...more,
});

test("tax that cannot be claimed stays with the account of its line", () => {
  const component = (Name: string, Rate: string, IsNonRecoverable: boolean) => ({ Name, Rate: numeral(Rate), IsNonRecoverable });
  const TaxRates = [{ Name: "Partly", TaxType: "INPUT2", TaxComponents: [component("A", "10", false), component("B", "5", true)] }];
  expect(balancesOf(smallBooks({ TaxRates, Invoices: [bill("1", "2026-05-01", "100", "15")] }))).toEqual(["310 105.00", "800 -115.00", "820 10.00"]);
});

test("tax on imports has its own account where the chart has one", () => {
  const Accounts = [...SMALL_ACCOUNTS, { AccountID: id(20), Code: "821", Name: "GST on imports", Type: "CURRLIAB", SystemAccount: "GSTONIMPORTS" }];
  const LineItems = [{ AccountCode: "310", LineAmount: "0", TaxAmount: "15", TaxType: "GSTONIMPORTS" }];
  expect(balancesOf(smallBooks({ Accounts, Invoices: [bill("1", "2026-05-01", "0", "0", { LineItems })] }))).toEqual(["800 -15.00", "821 15.00"]);
});

test("a credit note mirrors a sale, and allocating it in one currency posts nothing more", () => {
  const Invoices = [sale("1", "2026-05-01", "100", "15")];
  const open = balancesOf(smallBooks({ Invoices, CreditNotes: [note({})] }));
  const Allocations = [{ Amount: "46", Date: "2026-06-11", Invoice: { InvoiceNumber: "1" } }];
  expect(open).toEqual(["200 -60.00", "610 69.00", "820 -9.00"]);
  expect(balancesOf(smallBooks({ Invoices, CreditNotes: [note({ Allocations })] }))).toEqual(open);
});

test("a credit note of another rate leaves an exchange difference where it is allocated, on the later date", () => {
  const foreign = (rate: string) => ({ CurrencyCode: "USD", CurrencyRate: numeral(rate) });
  const LineItems = [{ AccountCode: "200", LineAmount: "60", TaxAmount: "0" }];
  const Allocations = [{ Amount: "60", Invoice: { InvoiceNumber: "1" } }];
  const books = smallBooks({
    Invoices: [sale("1", "2026-05-01", "60", "0", foreign("0.6"))],
    CreditNotes: [note({ ...foreign("0.5"), LineItems, Allocations })],
  });
  expect(balancesOf(books)).toEqual(["200 20.00", "499 -20.00"]);
  expect(balancesOf(books, "2026-06-09")).toEqual(["200 -100.00", "610 100.00"]);
});

test("a refund of a credit note moves the bank against receivables", () => {
  const Payments = [{ Date: "2026-06-20", Amount: "46", Account: { Code: "090" }, CreditNote: { CreditNoteID: id(50) } }];
  expect(balancesOf(smallBooks({ CreditNotes: [note({})], Payments }))).toEqual(["090 -46.00", "200 40.00", "820 6.00"]);
});

const received = (kind: string, lines: readonly unknown[], more: Readonly<Record<string, unknown>>) => ({
  ...{ Type: `RECEIVE-${kind}`, Status: "AUTHORISED", Date: "2026-05-05", BankAccount: { Code: "090" }, LineItems: lines },
  ...more,
});
const DEPOSIT = [{ AccountCode: "620", LineAmount: "200", TaxAmount: "30" }];
const EXCESS = [{ AccountCode: "610", LineAmount: "50", TaxAmount: "0" }];

test("an overpayment stands on receivables and leaves them by allocation or refund", () => {
  const transaction = received("OVERPAYMENT", EXCESS, { OverpaymentID: id(60), LineAmountTypes: "NoTax" });
  const over = {
    OverpaymentID: id(60),
    Type: "RECEIVE-OVERPAYMENT",
    Status: "AUTHORISED",
    Date: "2026-05-05",
    LineAmountTypes: "NoTax",
    LineItems: EXCESS,
  };
  const refund = { Date: "2026-05-09", Amount: "50", Account: { Code: "090" }, Overpayment: { OverpaymentID: id(60) } };
  expect(balancesOf(smallBooks({ BankTransactions: [transaction], Overpayments: [over] }))).toEqual(["090 50.00", "610 -50.00"]);
  expect(balancesOf(smallBooks({ BankTransactions: [transaction], Overpayments: [over], Payments: [refund] }))).toEqual([]);
});

test("a prepayment stands on its own line and tax; allocations undo it share by share and the last takes the remainder", () => {
  const prepayment = (Allocations: readonly unknown[]) => ({
    ...{ PrepaymentID: id(70), Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2026-05-05", LineItems: DEPOSIT },
    Allocations,
  });
  const part = (Amount: string, number: string) => ({ Amount, Invoice: { InvoiceNumber: number } });
  const Invoices = [sale("1", "2026-06-01", "100", "15"), sale("2", "2026-07-01", "200", "30")];
  const BankTransactions = [received("PREPAYMENT", DEPOSIT, { PrepaymentID: id(70) })];
  const books = smallBooks({ Invoices, BankTransactions, Prepayments: [prepayment([part("76.67", "1"), part("153.33", "2")])] });
  expect(balancesOf(books, "2026-05-31")).toEqual(["090 230.00", "620 -200.00", "820 -30.00"]);
  expect(balancesOf(books, "2026-06-30")).toEqual(["090 230.00", "200 -100.00", "610 38.33", "620 -133.33", "820 -35.00"]);
  expect(balancesOf(books)).toEqual(["090 230.00", "200 -300.00", "610 115.00", "820 -45.00"]);
});

test("a prepayment over several lines is undone by largest remainder, the first of equals first", () => {
  const LineItems = ["620", "200", "310"].map((AccountCode) => ({ AccountCode, LineAmount: "10" }));
  const Invoices = [sale("1", "2026-06-01", "100", "0")];
  const Allocations = ["10", "10", "10"].map((Amount) => ({ Amount, Invoice: { InvoiceNumber: "1" } }));
  const prepayment = { PrepaymentID: id(70), Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2026-05-05", LineItems, Allocations };
  const books = smallBooks({ Invoices, Prepayments: [prepayment] });
  const shares = ledgerOf(books, settlementsOf(books)).filter(({ sourceType }) => sourceType === "ACCRECCREDIT");
  // After 10.00: 3.34, 3.33, 3.33; after 20.00: 6.67, 6.67, 6.66.
  const given = shares.map(({ lines }) => lines.filter(({ net }) => net > 0n).map(({ net }) => Number(net) / 10_000));
  expect(given).toEqual([[3.34, 3.33, 3.33], [3.33, 3.34, 3.33], [3.33, 3.33, 3.34]]);
});

test("a prepayment that states only its total is undone as its bank transaction posted it", () => {
  const Allocations = [{ Amount: "230", Invoice: { InvoiceNumber: "1" } }];
  const prepayment = { PrepaymentID: id(70), Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2026-05-05", Total: "230", Allocations };
  const BankTransactions = [received("PREPAYMENT", DEPOSIT, { PrepaymentID: id(70) })];
  const books = smallBooks({ Invoices: [sale("1", "2026-06-01", "200", "30")], BankTransactions, Prepayments: [prepayment] });
  expect(balancesOf(books)).toEqual(["090 230.00", "200 -200.00", "820 -30.00"]);
});

test("money spent and received goes between the bank and its lines", () => {
  const spend = { Type: "SPEND", Status: "AUTHORISED", Date: "2026-05-05", BankAccount: { Code: "090" }, LineAmountTypes: "Inclusive" };
  const LineItems = [{ AccountCode: "429", LineAmount: "23", TaxAmount: "3" }];
  expect(balancesOf(smallBooks({ BankTransactions: [{ ...spend, LineItems }] }))).toEqual(["090 -23.00", "429 20.00", "820 3.00"]);
});

test("a transfer posts once, although its two bank transactions are listed too", () => {
  const row = (Type: string, code: string, key: number) => ({
    ...{ BankTransactionID: id(key), Type, Status: "AUTHORISED", Date: "2026-05-05", BankAccount: { Code: code }, Total: "70" },
    ...{ CurrencyCode: "NZD", LineAmountTypes: "NoTax" },
  });
  const transfer = {
    FromBankAccount: { Code: "090" },
    ToBankAccount: { Code: "092" },
    Amount: "70",
    Date: "2026-05-05",
    FromBankTransactionID: id(81),
    ToBankTransactionID: id(82),
  };
  const BankTransactions = [row("SPEND-TRANSFER", "090", 81), row("RECEIVE-TRANSFER", "092", 82)];
  expect(balancesOf(smallBooks({ BankTransactions, BankTransfers: [transfer] }))).toEqual(["090 -70.00", "092 70.00"]);
});

test("a manual journal posts its lines, and their tax where it has any", () => {
  const JournalLines = [
    { AccountCode: "429", LineAmount: "100", TaxAmount: "15", TaxType: "INPUT2" },
    { AccountCode: "800", LineAmount: "-115", TaxAmount: "0" },
  ];
  const journal = { Narration: "Accrual", Date: "2026-05-31", Status: "POSTED", LineAmountTypes: "Exclusive", JournalLines };
  expect(balancesOf(smallBooks({ ManualJournals: [journal] }))).toEqual(["429 100.00", "800 -115.00", "820 15.00"]);
  expect(balancesOf(smallBooks({ ManualJournals: [{ ...journal, Status: "DRAFT" }] }))).toEqual([]);
});

test("books with journals are what their journals say; the documents beside them post nothing", () => {
  const JournalLines = [
    { AccountCode: "610", NetAmount: "9" },
    { AccountCode: "200", NetAmount: "-9" },
  ];
  const books = smallBooks({
    Invoices: [bill("1", "2026-05-01", "100", "15")],
    Journals: [{ JournalNumber: 1, JournalDate: "2026-05-01", JournalLines }],
  });
  expect(balancesOf(books)).toEqual(["200 -9.00", "610 9.00"]);
});
