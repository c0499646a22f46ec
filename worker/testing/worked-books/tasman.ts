// A New Zealand company's hard month: prepayments, overpayments and credit notes in foreign currencies, used and paid back in parts at other
// rates; money that arrives in a third currency; tax that cannot be claimed, and tax on imports.
import { organisation, taxRates, type Worked } from "./worked.ts";

const Accounts = [
  { Code: "1", Name: "Bank", Type: "BANK" },
  { Code: "2", Name: "Euros", Type: "BANK", CurrencyCode: "EUR" },
  { Code: "3", Name: "Dollars", Type: "BANK", CurrencyCode: "USD" },
  { AccountID: "AAAAAAAA-0000-4000-8000-00000000000A", Code: "4", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "5", Name: "Prepaid", Type: "PREPAYMENT" },
  { Code: "6", Name: "Payable", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
  { Code: "7", Name: "GST", Type: "CURRLIAB", SystemAccount: "GST" },
  { Code: "8", Name: "GST on imports", Type: "CURRLIAB", SystemAccount: "GSTONIMPORTS" },
  { Code: "9", Name: "Deposits", Type: "CURRLIAB" },
  { Code: "10", Name: "Rounding", Type: "CURRLIAB", SystemAccount: "ROUNDING" },
  { Code: "11", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "12", Name: "Sales", Type: "REVENUE" },
  { AccountID: "BBBBBBBB-0000-4000-8000-00000000000B", Code: "13", Name: "Goods", Type: "DIRECTCOSTS" },
  { Code: "14", Name: "Bad debts", Type: "EXPENSE" },
  { Code: "15", Name: "Gains", Type: "EXPENSE", SystemAccount: "REALISEDCURRENCYGAIN" },
];
const TaxRates = [{ Name: "Partly claimed", TaxType: "PARTIAL", TaxComponents: [{ Name: "Claimed", Rate: 10 }, { Name: "Lost", Rate: 5, IsNonRecoverable: true }] }, ...taxRates("GSTONIMPORTS", "INPUT2", "OUTPUT2")];

const line = (AccountCode: string, LineAmount: number, TaxAmount = 0, TaxType = TaxAmount === 0 ? "NONE" : "OUTPUT2") => ({ AccountCode, LineAmount, TaxAmount, TaxType });
const [euro, dollar] = [{ CurrencyCode: "EUR" }, { CurrencyCode: "USD" }];
const [sale, bill] = [{ Type: "ACCREC", Status: "AUTHORISED" }, { Type: "ACCPAY", Status: "AUTHORISED" }];
const Invoices = [
  { ...sale, ...euro, InvoiceNumber: "F-1", Date: "2025-04-10", CurrencyRate: 0.6, LineItems: [line("12", 100, 15)] },
  { ...sale, ...euro, InvoiceNumber: "F-2", Date: "2025-04-20", CurrencyRate: 0.5, LineItems: [line("12", 35)] },
  { ...sale, ...dollar, InvoiceNumber: "U-1", Date: "2025-04-02", CurrencyRate: 0.6, LineItems: [line("12", 60)] },
  { ...bill, ...dollar, InvoiceNumber: "UB-1", Date: "2025-04-06", CurrencyRate: 0.64, LineItems: [{ AccountID: "bbbbbbbb-0000-4000-8000-00000000000b", LineAmount: 32, TaxAmount: 4.8, TaxType: "PARTIAL" }] },
  { ...bill, InvoiceNumber: "IM-1", Date: "2025-04-07", LineItems: [line("13", 0, 30, "GSTONIMPORTS")] },
  { ...bill, InvoiceNumber: "PB-1", Date: "2025-04-13", LineItems: [line("13", 40, 6, "INPUT2")] },
];

const used = (InvoiceNumber: string, Amount: number) => ({ Amount, Invoice: { InvoiceNumber } });
const CreditNotes = [
  { ...euro, Type: "ACCRECCREDIT", Status: "PAID", CreditNoteNumber: "CN-1", Date: "2025-04-05", CurrencyRate: "0.58", LineItems: [line("12", 50)], Allocations: [used("F-1", 20), used("F-1", 30)], RemainingCredit: "0.00" },
  { Type: "ACCPAYCREDIT", Status: "AUTHORISED", CreditNoteNumber: "CR-1", Date: "2025-04-10", LineAmountTypes: "Inclusive", LineItems: [line("13", 23, 3, "INPUT2")] },
];

const [pre, over, ahead] = ["00000000-0000-4000-9000-000000000001", "00000000-0000-4000-9000-000000000002", "00000000-0000-4000-9000-000000000003"];
const booked = (Type: string, Code: string, day: string) => ({ Type, Status: "AUTHORISED", BankAccount: { Code }, Date: day });
const deposit = { CurrencyRate: 0.55, LineItems: [line("9", 100, 15)] };
const BankTransactions = [
  { ...booked("RECEIVE-PREPAYMENT", "2", "2025-04-01"), ...deposit, PrepaymentID: pre },
  { ...booked("SPEND-OVERPAYMENT", "3", "2025-04-03"), CurrencyRate: 0.6, OverpaymentID: over, LineAmountTypes: "NoTax", LineItems: [line("6", 30)] },
  { ...booked("SPEND", "2", "2025-04-08"), CurrencyRate: 0.55, LineItems: [line("13", 1), line("14", 1), line("5", 1)] },
  { ...booked("SPEND-PREPAYMENT", "1", "2025-04-14"), PrepaymentID: ahead, LineItems: [line("5", 46, 6.9, "INPUT2"), line("13", 10)] },
];
const Prepayments = [
  { ...euro, ...deposit, PrepaymentID: pre, Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2025-04-01", Allocations: [used("F-1", 40), used("F-2", 35)] },
  { PrepaymentID: ahead, Type: "SPEND-PREPAYMENT", Status: "AUTHORISED", Date: "2025-04-14", Total: 62.9, Allocations: [used("PB-1", 20)] },
];
const Overpayments = [{ ...dollar, OverpaymentID: over, Type: "SPEND-OVERPAYMENT", Status: "AUTHORISED", Date: "2025-04-03", CurrencyRate: 0.6, Total: 30, Allocations: [used("UB-1", 10)] }];
const Payments = [
  { Prepayment: { PrepaymentID: pre }, Date: "2025-04-30", Amount: 40, CurrencyRate: 0.58, BankAmount: 69, Account: { Code: "1" } },
  { Invoice: { InvoiceNumber: "F-1" }, Date: "2025-04-15", Amount: 25, CurrencyRate: 0.62, Account: { Code: "14" } },
  { Invoice: { InvoiceNumber: "U-1" }, Date: "2025-04-12", Amount: 60, CurrencyRate: 0.61, BankAmount: 54.5, Account: { Code: "2" } },
  { Overpayment: { OverpaymentID: over }, Date: "2025-04-09", Amount: 20, CurrencyRate: 0.59, Account: { Code: "3" } },
  { CreditNote: { CreditNoteNumber: "CR-1" }, Date: "2025-04-11", Amount: 23, Account: { Code: "1" } },
];

export const tasman: Worked = {
  books: { Organisation: organisation(9, "Tasman Importers Limited", "NZD", [31, 3]), Accounts, TaxRates, Invoices, CreditNotes, BankTransactions, Prepayments, Overpayments, Payments },
  profitAndLoss: {
    // Sales: F-1 191.67 less GST 25.00, F-2 70.00, U-1 100.00, CN-1 86.21 taken off. Goods: UB-1 57.50 less the claimed two thirds of its tax
    // of 7.50; spent 1.82; CR-1 20.00 back; prepaid 10.00 of which 3.18 is used; PB-1 40.00. Bad debts: 25.00 ÷ 0.62 = 40.32, spent 1.82.
    // Gains, a loss being positive. The deposit of 209.09 goes by 72.73 (for 66.67), 63.64 (for 70.00) and 72.72 (for 69.00): −6.06 + 6.36 −
    // 3.72. CN-1 34.48 and 51.73 for 33.33 and 50.00: −2.88. Written off 41.67 for 40.32: 1.35. U-1 100.00 for 98.36: 1.64. The overpayment
    // of 50.00 goes by 16.67 (for 15.63) and 33.33 (for 33.90): 1.04 − 0.57.
    "2025-04-01 … 2025-04-30": { Sales: "250.46", Goods: "81.14", "Gross Profit": "169.32", "Bad debts": "42.14", Gains: "-2.84", "Net Profit": "130.02" },
  },
  balanceSheet: {
    // Prepaid: 1.82 + 46.00 − 14.63; of 20.00 used, tax is 6.90 × 20 ÷ 62.90 = 2.19, and 17.81 goes 46 : 10. GST 25.00 − 5.00 + 3.00 − 6.90 +
    // 2.19 − 6.00. Payable: UB-1 57.50 − 15.63, IM-1 30.00, PB-1 46.00 − 20.00. Three times 1.82 against 5.45 leaves a cent of rounding.
    "2025-04-30": {
      ...{ Bank: "-108.90", Euros: "302.00", Dollars: "-16.10", Prepaid: "33.19", "Total Assets": "210.19" },
      ...{ GST: "12.29", "GST on imports": "-30.00", Payable: "97.87", Rounding: "0.01", "Total Liabilities": "80.17" },
      ...{ "Net Assets": "130.02", "Current Year Earnings": "130.02" },
    },
  },
};
