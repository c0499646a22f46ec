// A British company that deals in dollars, euros and yen, its year ending on 31 March. Base amounts are the foreign ones divided by the rate.
import { organisation, taxRates, type Worked } from "./worked.ts";

const Accounts = [
  { Code: "090", Name: "Current", Type: "BANK" },
  { Code: "091", Name: "Dollars", Type: "BANK", CurrencyCode: "USD" },
  { Code: "610", Name: "Debtors", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "800", Name: "Creditors", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
  { Code: "820", Name: "VAT", Type: "CURRLIAB", SystemAccount: "GST" },
  { Code: "860", Name: "Rounding", Type: "CURRLIAB", SystemAccount: "ROUNDING" },
  { Code: "960", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "200", Name: "Sales", Type: "REVENUE" },
  { Code: "210", Name: "Services", Type: "REVENUE" },
  { Code: "310", Name: "Purchases", Type: "DIRECTCOSTS" },
  { Code: "497", Name: "Realised gains", Type: "EXPENSE", SystemAccount: "REALISEDCURRENCYGAIN" },
  { Code: "498", Name: "Bank gains", Type: "EXPENSE", SystemAccount: "BANKCURRENCYGAIN" },
];

const sale = { Type: "ACCREC", Status: "AUTHORISED" };
const none = (AccountCode: string, LineAmount: number, TaxType = "NONE") => ({ AccountCode, LineAmount, TaxType });
const Invoices = [
  { ...sale, InvoiceNumber: "M-1", Date: "2025-05-01", CurrencyCode: "USD", CurrencyRate: "1.2345678901", LineItems: [none("200", 333.33), none("200", 333.34, "ZERORATEDOUTPUT"), none("210", 333.33)] },
  { Type: "ACCPAY", Status: "AUTHORISED", InvoiceNumber: "E-1", Date: "2025-05-05", CurrencyCode: "EUR", CurrencyRate: 1.17, LineItems: [{ AccountCode: "310", LineAmount: 123.45, TaxAmount: 24.69, TaxType: "INPUT2" }] },
  { ...sale, InvoiceNumber: "J-1", Date: "2025-05-07", CurrencyCode: "JPY", CurrencyRate: "190.5", LineItems: [none("200", 50_000)] },
  { ...sale, InvoiceNumber: "G-1", Date: "2025-05-08", LineItems: [none("210", 100)] },
];
const CreditNotes = [{ Type: "ACCRECCREDIT", Status: "AUTHORISED", CreditNoteNumber: "K-1", Date: "2025-05-15", CurrencyCode: "USD", CurrencyRate: 1.28, LineItems: [none("200", 100)] }];

const [current, dollars] = [{ Code: "090" }, { Code: "091" }];
const onM1 = { Invoice: { InvoiceNumber: "M-1" } };
const onK1 = { CreditNote: { CreditNoteNumber: "K-1" } };
const Payments = [
  { ...onM1, Date: "2025-05-10", Amount: 333.33, CurrencyRate: 1.25, BankAmount: "266.66", Account: current },
  { ...onM1, Date: "2025-05-20", Amount: 333.33, CurrencyRate: "1.30", Account: dollars },
  { ...onM1, Date: "2025-06-02", Amount: 333.34, CurrencyRate: 1.2, Account: current },
  { Invoice: { InvoiceNumber: "E-1" }, Date: "2025-06-06", Amount: 148.14, CurrencyRate: 1.1665, BankAmount: 127, Account: current },
  { Invoice: { InvoiceNumber: "G-1" }, Date: "2025-06-10", Amount: 100, CurrencyRate: 1.25, BankAmount: 125, Account: dollars },
  { ...onK1, Date: "2025-06-16", Amount: 40, CurrencyRate: 1.31, Account: current },
  { ...onK1, Date: "2025-06-17", Amount: 60, Account: dollars },
];

const left = "7a000000-0000-4000-8000-000000000001";
const arrived = "7a000000-0000-4000-8000-000000000002";
const BankTransfers = [
  { Date: "2025-05-20", FromBankAccount: current, ToBankAccount: dollars, Amount: 100 },
  { Date: "2025-06-22", FromBankAccount: dollars, ToBankAccount: current, Amount: 130, CurrencyRate: 1.3, FromBankTransactionID: left, ToBankTransactionID: arrived },
];
const BankTransactions = [
  { BankTransactionID: left, Type: "SPEND-TRANSFER", Status: "AUTHORISED", BankAccount: dollars, Date: "2025-06-22", CurrencyRate: 1.3, Total: 130 },
  { BankTransactionID: arrived, Type: "RECEIVE-TRANSFER", Status: "AUTHORISED", BankAccount: current, Date: "2025-06-22", Total: "99.50" },
];

export const britain: Worked = {
  books: { Organisation: organisation(5, "Channel Traders Ltd", "GBP", [31, 3], "GB"), Accounts, TaxRates: taxRates("INPUT2"), Invoices, CreditNotes, Payments, BankTransfers, BankTransactions },
  profitAndLoss: {
    // M-1: 1,000.00 → 810.00; 333.33 → 270.00, 333.34 → 270.01, 333.33 → 270.00, a cent too many, which Rounding takes. J-1 262.47.
    // K-1 78.125 → 78.13. E-1: 148.14 → 126.62 with VAT 24.69 → 21.10, so purchases 105.52. Losses: 270.00 − 266.66 and 270.00 − 256.41.
    "2025-05-01 … 2025-05-31": { Sales: "724.35", Services: "370.00", Purchases: "105.52", "Gross Profit": "988.83", "Realised gains": "16.93", "Net Profit": "971.90" },
    // The last payment of M-1 takes the 270.00 that is left, for 277.78: gain 7.78. E-1 loses 127.00 − 126.62. The refund of 40.00 gives back
    // 31.25 for 30.53: gain 0.72; the one of 60.00 at the credit note's own rate gives 46.88 for the 46.88 that is left. G-1 is in pounds.
    "2025-06-01 … 2025-06-30": { "Realised gains": "-8.12", "Bank gains": "0.50", "Net Profit": "7.62" },
  },
  balanceSheet: {
    "2025-05-31": {
      ...{ Current: "166.66", Dollars: "356.41", Debtors: "554.34", "Total Assets": "1077.41" },
      ...{ Creditors: "126.62", VAT: "-21.10", Rounding: "-0.01", "Total Liabilities": "105.51" },
      ...{ "Net Assets": "971.90", "Current Year Earnings": "971.90" },
    },
  },
  trialBalance: {
    // Current 166.66 + 277.78 − 127.00 − 30.53 + 99.50. Dollars 356.41 − 46.88 + 100.00 − 100.00. Debtors: the yen alone.
    "2025-06-30": {
      ...{ Sales: "-724.35", Services: "-370.00", Purchases: "105.52", "Realised gains": "8.81", "Bank gains": "0.50" },
      ...{ Current: "386.41", Dollars: "309.53", Debtors: "262.47", VAT: "21.10", Rounding: "0.01" },
    },
  },
};
