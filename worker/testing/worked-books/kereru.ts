// A wholesaler whose customers pay in parts, too much, too early and in dollars. Beside the books stands who owes what, and for how long, as at
// three days: worked out by hand from the documents alone.
import { organisation, taxRates } from "./worked.ts";

const Accounts = [
  { Code: "1", Name: "Bank", Type: "BANK" },
  { Code: "2", Name: "Dollars", Type: "BANK", CurrencyCode: "USD" },
  { Code: "3", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "4", Name: "Prepaid", Type: "PREPAYMENT" },
  { Code: "5", Name: "Payable", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
  { Code: "6", Name: "GST", Type: "CURRLIAB", SystemAccount: "GST" },
  { Code: "7", Name: "Deposits", Type: "CURRLIAB" },
  { Code: "8", Name: "Rounding", Type: "CURRLIAB", SystemAccount: "ROUNDING" },
  { Code: "9", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "10", Name: "Sales", Type: "REVENUE" },
  { Code: "11", Name: "Goods", Type: "DIRECTCOSTS" },
  { Code: "12", Name: "Gains", Type: "EXPENSE", SystemAccount: "REALISEDCURRENCYGAIN" },
];

const line = (AccountCode: string, LineAmount: number, TaxAmount = 0) => ({ AccountCode, LineAmount, TaxAmount, TaxType: TaxAmount === 0 ? "NONE" : "OUTPUT2" });
const to = (Name: string) => ({ Contact: { Name } });
const sale = (InvoiceNumber: string, day: string, due: string | null, LineItems: object[], more: object = {}) => {
  const dated = due === null ? { Date: day } : { Date: day, DueDate: due };
  return { Type: "ACCREC", Status: "AUTHORISED", InvoiceNumber, ...dated, LineItems, ...more };
};
const bill = (InvoiceNumber: string, day: string, due: string, LineItems: object[], more: object = {}) => ({ ...sale(InvoiceNumber, day, due, LineItems, more), Type: "ACCPAY" });
const dollars = (CurrencyRate: number) => ({ CurrencyCode: "USD", CurrencyRate });

/** Due on every edge of a bucket, seen from 30 June; each amount is twice the one before. */
const edges = [
  ["2025-06-30", 1],
  ["2025-06-29", 2],
  ["2025-05-31", 4],
  ["2025-05-30", 8],
  ["2025-05-01", 16],
  ["2025-04-30", 32],
  ["2025-04-01", 64],
  ["2025-03-31", 128],
  ["2025-07-15", 256],
] as const;

const left = (InvoiceNumber: string, Status: string) => sale(InvoiceNumber, "2025-05-02", "2025-05-22", [line("10", 999)], { ...to("Elm"), Status });
const Invoices = [
  ...edges.map(([due, amount]) => sale(`A-${amount}`, "2025-03-01", due, [line("10", amount)], to("Alder"))),
  sale("B-1", "2025-04-10", "2025-05-10", [line("10", 1000, 150)], to("Beech")),
  sale("B-2", "2025-06-05", "2025-07-05", [line("10", 300, 45)], to("Beech")),
  sale("C-1", "2025-05-05", "2025-05-20", [line("10", 500)], to("Cedar")),
  sale("C-2", "2025-06-10", "2025-06-20", [line("10", 200)], to("Cedar")),
  sale("D-1", "2025-05-01", "2025-05-31", [line("10", 100)], { ...to("Dogwood"), ...dollars(0.61) }),
  sale("D-2", "2025-05-25", "2025-06-25", [line("10", 10)], { ...to("Dogwood"), ...dollars(0.73) }),
  sale("E-1", "2025-04-20", null, [line("10", 77)], to("Elm")),
  sale("E-2", "2025-06-01", "2025-06-10", [line("10", 60)], to("Elm")),
  sale("E-3", "2025-07-01", "2025-07-31", [line("10", 40)], to("Elm")),
  left("X-1", "DRAFT"),
  left("X-2", "SUBMITTED"),
  left("X-3", "VOIDED"),
  left("X-4", "DELETED"),
  bill("F-1", "2025-05-10", "2025-06-09", [line("11", 200, 30)], to("Fern")),
  bill("G-1", "2025-06-01", "2025-07-01", [line("11", 50)], { ...to("Gorse"), ...dollars(0.64) }),
];

const used = (InvoiceNumber: string, Amount: number) => ({ Amount, Invoice: { InvoiceNumber } });
const credit = { Type: "ACCRECCREDIT", Status: "AUTHORISED" };
const CreditNotes = [
  { ...credit, ...to("Beech"), CreditNoteNumber: "BC-1", Date: "2025-05-25", LineItems: [line("10", 200, 30)], Allocations: [used("B-2", 115)] },
  { ...credit, ...to("Dogwood"), ...dollars(0.62), CreditNoteNumber: "DC-1", Date: "2025-06-20", LineItems: [line("10", 10)] },
  { ...credit, ...to("Fern"), Type: "ACCPAYCREDIT", CreditNoteNumber: "FC-1", Date: "2025-06-12", LineItems: [line("11", 20, 3)] },
];

const id = (number: number) => `00000000-0000-4000-9000-00000000002${number}`;
const booked = (Type: string, day: string, LineItems: object[], contact: string) => ({ Type, Status: "AUTHORISED", BankAccount: { Code: "1" }, Date: day, LineItems, ...to(contact) });
const untaxed = { LineAmountTypes: "NoTax" };
const BankTransactions = [
  { ...booked("RECEIVE-OVERPAYMENT", "2025-05-18", [line("3", 120)], "Cedar"), ...untaxed, OverpaymentID: id(1) },
  { ...booked("RECEIVE-PREPAYMENT", "2025-06-02", [line("7", 100, 15)], "Cedar"), PrepaymentID: id(2) },
  { ...booked("SPEND-OVERPAYMENT", "2025-06-15", [line("5", 40)], "Fern"), ...untaxed, OverpaymentID: id(3) },
  { ...booked("SPEND-PREPAYMENT", "2025-06-18", [line("4", 50, 7.5)], "Gorse"), PrepaymentID: id(4) },
];
const Overpayments = [
  { OverpaymentID: id(1), Type: "RECEIVE-OVERPAYMENT", Status: "AUTHORISED", Date: "2025-05-18", Total: 120, ...to("Cedar"), Allocations: [used("C-2", 70)] },
  { OverpaymentID: id(3), Type: "SPEND-OVERPAYMENT", Status: "AUTHORISED", Date: "2025-06-15", Total: 40, ...to("Fern") },
];
const Prepayments = [
  { PrepaymentID: id(2), Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2025-06-02", Total: 115, ...to("Cedar"), Allocations: [used("C-2", 46)] },
  { PrepaymentID: id(4), Type: "SPEND-PREPAYMENT", Status: "AUTHORISED", Date: "2025-06-18", Total: 57.5, ...to("Gorse") },
];

const paid = (InvoiceNumber: string, day: string, Amount: number, more: object = {}) => ({ Invoice: { InvoiceNumber }, Date: day, Amount, Account: { Code: "1" }, ...more });
const inDollars = (CurrencyRate: number) => ({ CurrencyRate, Account: { Code: "2" } });
const Payments = [
  ...[paid("B-1", "2025-05-20", 300), paid("B-1", "2025-06-15", 400), paid("B-1", "2025-07-10", 450)],
  { CreditNote: { CreditNoteNumber: "BC-1" }, Date: "2025-07-20", Amount: 115, Account: { Code: "1" } },
  ...[paid("C-1", "2025-05-18", 500), paid("C-2", "2025-07-15", 84)],
  { Overpayment: { OverpaymentID: id(1) }, Date: "2025-07-31", Amount: 50, Account: { Code: "1" } },
  ...[paid("D-1", "2025-06-10", 30, inDollars(0.6)), paid("D-1", "2025-07-05", 70, inDollars(0.66))],
  ...["2025-06-01", "2025-06-11", "2025-06-21", "2025-07-20"].map((day) => paid("D-2", day, 2.5, inDollars(0.7))),
  paid("E-1", "2025-05-01", 77, { Status: "DELETED" }),
  paid("E-2", "2025-07-02", 60),
  ...[paid("F-1", "2025-06-20", 100), paid("F-1", "2025-07-08", 130)],
  paid("G-1", "2025-06-25", 20, inDollars(0.65)),
];

/** Label → current, 1–30, 31–60, 61–90, over 90 days, total; then the percentage of the total where there is one. */
type Ages = Record<string, readonly string[]>;
type WorkedAges = { type: "AGED_RECEIVABLES" | "AGED_PAYABLES"; parameters: { asAt: string } & Record<string, unknown>; rows: Ages };

const receivables = { type: "AGED_RECEIVABLES" } as const;
const june = "2025-06-30";

export const kereru = { Organisation: organisation(20, "Kererū Supplies Limited", "NZD", [31, 3]), Accounts, TaxRates: taxRates("OUTPUT2"), Invoices, CreditNotes, BankTransactions, Overpayments, Prepayments, Payments };

export const kereruAges: readonly WorkedAges[] = [
  {
    ...receivables,
    parameters: { asAt: june },
    // Beech: B-1 1,150 − 300 − 400 = 450, 51 days; B-2 345 − 115 = 230, not due; BC-1 −230 + 115, 36 days old. Cedar: C-2 200 − 70 − 46 = 84, 10
    // days; 50 of the overpayment left, 43 days old. Dogwood: D-1 163.93 − 49.18 = 114.75, 30 days; D-2 13.70 less three times 3.42 = 3.44, 5
    // days; DC-1 USD 10 ÷ 0.62 = 16.13, 10 days old. Elm: E-1 has no due date and is 71 days old; E-2 is paid in July and due for 20 days.
    rows: {
      Alder: ["257.00", "6.00", "24.00", "96.00", "128.00", "511.00", "37.88"],
      Beech: ["230.00", "0.00", "335.00", "0.00", "0.00", "565.00", "41.88"],
      Cedar: ["0.00", "84.00", "-50.00", "0.00", "0.00", "34.00", "2.52"],
      Dogwood: ["0.00", "102.06", "0.00", "0.00", "0.00", "102.06", "7.57"],
      Elm: ["0.00", "60.00", "0.00", "77.00", "0.00", "137.00", "10.16"],
      "Total receivables": ["487.00", "252.06", "309.00", "173.00", "128.00", "1349.06", "100.00"],
      "Percentage of total": ["36.10", "18.68", "22.90", "12.82", "9.49", "100.00"],
      "Receivable, in the ledger": ["1349.06"],
      Difference: ["0.00"],
      // The prepayment of 115 less 46: of 100 and 15 of tax, 60 and 9 are left.
      "Cedar (section:prepayments)": ["0.00", "-69.00", "0.00", "0.00", "0.00", "-69.00"],
      "Total prepayments": ["0.00", "-69.00", "0.00", "0.00", "0.00", "-69.00"],
      "GST, in the ledger": ["-9.00"],
      "Deposits, in the ledger": ["-60.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    ...receivables,
    parameters: { asAt: "2025-05-31" },
    // Nothing of June has happened: B-1 1,150 − 300, 21 days; BC-1 is whole, as B-2 is not there yet; the overpayment is whole.
    rows: {
      Alder: ["263.00", "24.00", "96.00", "128.00", "0.00", "511.00", "40.38"],
      Beech: ["0.00", "620.00", "0.00", "0.00", "0.00", "620.00", "48.99"],
      Cedar: ["0.00", "-120.00", "0.00", "0.00", "0.00", "-120.00", "-9.48"],
      Dogwood: ["177.63", "0.00", "0.00", "0.00", "0.00", "177.63", "14.03"],
      Elm: ["0.00", "0.00", "77.00", "0.00", "0.00", "77.00", "6.08"],
      "Total receivables": ["440.63", "524.00", "173.00", "128.00", "0.00", "1265.63", "100.00"],
      "Percentage of total": ["34.82", "41.40", "13.67", "10.11", "0.00", "100.00"],
      "Receivable, in the ledger": ["1265.63"],
      Difference: ["0.00"],
    },
  },
  {
    ...receivables,
    parameters: { asAt: "2025-07-31" },
    // Everything of Cedar's is settled but the prepayment, 59 days old; of Dogwood's the credit note alone is left, 41 days old.
    rows: {
      Alder: ["0.00", "256.00", "3.00", "12.00", "240.00", "511.00", "60.70"],
      Beech: ["0.00", "230.00", "0.00", "0.00", "0.00", "230.00", "27.32"],
      Dogwood: ["0.00", "0.00", "-16.13", "0.00", "0.00", "-16.13", "-1.92"],
      Elm: ["40.00", "0.00", "0.00", "0.00", "77.00", "117.00", "13.90"],
      "Total receivables": ["40.00", "486.00", "-13.13", "12.00", "317.00", "841.87", "100.00"],
      "Percentage of total": ["4.75", "57.73", "-1.56", "1.43", "37.65", "100.00"],
      "Receivable, in the ledger": ["841.87"],
      Difference: ["0.00"],
      "Cedar (section:prepayments)": ["0.00", "0.00", "-69.00", "0.00", "0.00", "-69.00"],
      "Total prepayments": ["0.00", "0.00", "-69.00", "0.00", "0.00", "-69.00"],
      "GST, in the ledger": ["-9.00"],
      "Deposits, in the ledger": ["-60.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    ...receivables,
    parameters: { asAt: june, ageBy: "invoiceDate", buckets: "xeroMonths", showCredits: false },
    // Current, < 1 month, 1 month, 2 months, 3 months, older, total. 1 March is 121 days ago. B-1 81 days, B-2 25, C-2 20, D-1 60, D-2 36, E-1
    // 71, E-2 29; the credits are as old as before, and stand apart.
    rows: {
      Alder: ["0.00", "0.00", "0.00", "0.00", "0.00", "511.00", "511.00", "33.39"],
      Beech: ["0.00", "230.00", "0.00", "450.00", "0.00", "0.00", "680.00", "44.44"],
      Cedar: ["0.00", "84.00", "0.00", "0.00", "0.00", "0.00", "84.00", "5.49"],
      Dogwood: ["0.00", "0.00", "118.19", "0.00", "0.00", "0.00", "118.19", "7.72"],
      Elm: ["0.00", "60.00", "0.00", "77.00", "0.00", "0.00", "137.00", "8.95"],
      "Total receivables": ["0.00", "374.00", "118.19", "527.00", "0.00", "511.00", "1530.19", "100.00"],
      "Percentage of total": ["0.00", "24.44", "7.72", "34.44", "0.00", "33.39", "100.00"],
      "Beech (section:credits)": ["0.00", "0.00", "-115.00", "0.00", "0.00", "0.00", "-115.00"],
      "Cedar (section:credits)": ["0.00", "0.00", "-50.00", "0.00", "0.00", "0.00", "-50.00"],
      "Dogwood (section:credits)": ["0.00", "-16.13", "0.00", "0.00", "0.00", "0.00", "-16.13"],
      "Total credits": ["0.00", "-16.13", "-165.00", "0.00", "0.00", "0.00", "-181.13"],
      "Receivable, in the ledger": ["1349.06"],
      Difference: ["0.00"],
      "Cedar (section:prepayments)": ["0.00", "-69.00", "0.00", "0.00", "0.00", "0.00", "-69.00"],
      "Total prepayments": ["0.00", "-69.00", "0.00", "0.00", "0.00", "0.00", "-69.00"],
      "GST, in the ledger": ["-9.00"],
      "Deposits, in the ledger": ["-60.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    type: "AGED_PAYABLES",
    parameters: { asAt: june },
    // Fern: F-1 230 − 100 = 130, 21 days; FC-1 −23; the overpayment −40. Gorse: USD 50 ÷ 0.64 = 78.13, less 31.25.
    rows: {
      Fern: ["0.00", "67.00", "0.00", "0.00", "0.00", "67.00", "58.83"],
      Gorse: ["46.88", "0.00", "0.00", "0.00", "0.00", "46.88", "41.17"],
      "Total payables": ["46.88", "67.00", "0.00", "0.00", "0.00", "113.88", "100.00"],
      "Percentage of total": ["41.17", "58.83", "0.00", "0.00", "0.00", "100.00"],
      "Payable, in the ledger": ["113.88"],
      Difference: ["0.00"],
      "Gorse (section:prepayments)": ["0.00", "-57.50", "0.00", "0.00", "0.00", "-57.50"],
      "Total prepayments": ["0.00", "-57.50", "0.00", "0.00", "0.00", "-57.50"],
      "GST, in the ledger": ["-7.50"],
      "Prepaid, in the ledger": ["-50.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    ...receivables,
    parameters: { asAt: june, buckets: "xeroMonths" },
    // The same ages in Xero's columns: Alder's 128 are 91 days old, and nothing is older than 120.
    rows: {
      Alder: ["257.00", "6.00", "24.00", "96.00", "128.00", "0.00", "511.00", "37.88"],
      Beech: ["230.00", "0.00", "335.00", "0.00", "0.00", "0.00", "565.00", "41.88"],
      Cedar: ["0.00", "84.00", "-50.00", "0.00", "0.00", "0.00", "34.00", "2.52"],
      Dogwood: ["0.00", "102.06", "0.00", "0.00", "0.00", "0.00", "102.06", "7.57"],
      Elm: ["0.00", "60.00", "0.00", "77.00", "0.00", "0.00", "137.00", "10.16"],
      "Total receivables": ["487.00", "252.06", "309.00", "173.00", "128.00", "0.00", "1349.06", "100.00"],
      "Percentage of total": ["36.10", "18.68", "22.90", "12.82", "9.49", "0.00", "100.00"],
      "Receivable, in the ledger": ["1349.06"],
      Difference: ["0.00"],
      "Cedar (section:prepayments)": ["0.00", "-69.00", "0.00", "0.00", "0.00", "0.00", "-69.00"],
      "Total prepayments": ["0.00", "-69.00", "0.00", "0.00", "0.00", "0.00", "-69.00"],
      "GST, in the ledger": ["-9.00"],
      "Deposits, in the ledger": ["-60.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    ...receivables,
    parameters: { asAt: june, ageBy: "invoiceDate" },
    // Days since the invoice: Alder 121; B-1 81, B-2 25, BC-1 36; C-2 20, the overpayment 43; D-1 60, D-2 36, DC-1 10; E-1 71, E-2 29.
    rows: {
      Alder: ["0.00", "0.00", "0.00", "0.00", "511.00", "511.00", "37.88"],
      Beech: ["0.00", "230.00", "-115.00", "450.00", "0.00", "565.00", "41.88"],
      Cedar: ["0.00", "84.00", "-50.00", "0.00", "0.00", "34.00", "2.52"],
      Dogwood: ["0.00", "-16.13", "118.19", "0.00", "0.00", "102.06", "7.57"],
      Elm: ["0.00", "60.00", "0.00", "77.00", "0.00", "137.00", "10.16"],
      "Total receivables": ["0.00", "357.87", "-46.81", "527.00", "511.00", "1349.06", "100.00"],
      "Percentage of total": ["0.00", "26.53", "-3.47", "39.06", "37.88", "100.00"],
      "Receivable, in the ledger": ["1349.06"],
      Difference: ["0.00"],
      "Cedar (section:prepayments)": ["0.00", "-69.00", "0.00", "0.00", "0.00", "-69.00"],
      "Total prepayments": ["0.00", "-69.00", "0.00", "0.00", "0.00", "-69.00"],
      "GST, in the ledger": ["-9.00"],
      "Deposits, in the ledger": ["-60.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    type: "AGED_PAYABLES",
    parameters: { asAt: june, ageBy: "invoiceDate" },
    // F-1 is 51 days old, FC-1 18 and the overpayment 15; G-1 29.
    rows: {
      Fern: ["0.00", "-63.00", "130.00", "0.00", "0.00", "67.00", "58.83"],
      Gorse: ["0.00", "46.88", "0.00", "0.00", "0.00", "46.88", "41.17"],
      "Total payables": ["0.00", "-16.12", "130.00", "0.00", "0.00", "113.88", "100.00"],
      "Percentage of total": ["0.00", "-14.16", "114.16", "0.00", "0.00", "100.00"],
      "Payable, in the ledger": ["113.88"],
      Difference: ["0.00"],
      "Gorse (section:prepayments)": ["0.00", "-57.50", "0.00", "0.00", "0.00", "-57.50"],
      "Total prepayments": ["0.00", "-57.50", "0.00", "0.00", "0.00", "-57.50"],
      "GST, in the ledger": ["-7.50"],
      "Prepaid, in the ledger": ["-50.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    type: "AGED_PAYABLES",
    parameters: { asAt: june, buckets: "xeroMonths" },
    rows: {
      Fern: ["0.00", "67.00", "0.00", "0.00", "0.00", "0.00", "67.00", "58.83"],
      Gorse: ["46.88", "0.00", "0.00", "0.00", "0.00", "0.00", "46.88", "41.17"],
      "Total payables": ["46.88", "67.00", "0.00", "0.00", "0.00", "0.00", "113.88", "100.00"],
      "Percentage of total": ["41.17", "58.83", "0.00", "0.00", "0.00", "0.00", "100.00"],
      "Payable, in the ledger": ["113.88"],
      Difference: ["0.00"],
      "Gorse (section:prepayments)": ["0.00", "-57.50", "0.00", "0.00", "0.00", "0.00", "-57.50"],
      "Total prepayments": ["0.00", "-57.50", "0.00", "0.00", "0.00", "0.00", "-57.50"],
      "GST, in the ledger": ["-7.50"],
      "Prepaid, in the ledger": ["-50.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
  {
    type: "AGED_PAYABLES",
    parameters: { asAt: june, ageBy: "invoiceDate", buckets: "xeroMonths", showCredits: false },
    // FC-1 and the overpayment stand apart: 130.00 and 46.88 of 176.88.
    rows: {
      Fern: ["0.00", "0.00", "130.00", "0.00", "0.00", "0.00", "130.00", "73.50"],
      Gorse: ["0.00", "46.88", "0.00", "0.00", "0.00", "0.00", "46.88", "26.50"],
      "Total payables": ["0.00", "46.88", "130.00", "0.00", "0.00", "0.00", "176.88", "100.00"],
      "Percentage of total": ["0.00", "26.50", "73.50", "0.00", "0.00", "0.00", "100.00"],
      "Fern (section:credits)": ["0.00", "-63.00", "0.00", "0.00", "0.00", "0.00", "-63.00"],
      "Total credits": ["0.00", "-63.00", "0.00", "0.00", "0.00", "0.00", "-63.00"],
      "Payable, in the ledger": ["113.88"],
      Difference: ["0.00"],
      "Gorse (section:prepayments)": ["0.00", "-57.50", "0.00", "0.00", "0.00", "0.00", "-57.50"],
      "Total prepayments": ["0.00", "-57.50", "0.00", "0.00", "0.00", "0.00", "-57.50"],
      "GST, in the ledger": ["-7.50"],
      "Prepaid, in the ledger": ["-50.00"],
      "Difference (section:prepayments)": ["0.00"],
    },
  },
];
