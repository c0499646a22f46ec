// An Australian company with GST, its year ending on 30 June: credits and prepayments over months, roundings of half a cent, and everything
// that has to stay out of the books.
import { organisation, taxRates, type Worked } from "./worked.ts";

const Accounts = [
  { Code: "090", Name: "Everyday", Type: "BANK" },
  { Code: "610", Name: "Receivables", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "800", Name: "Payables", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
  { Code: "820", Name: "GST", Type: "CURRLIAB", SystemAccount: "GST" },
  { Code: "850", Name: "Customer deposits", Type: "CURRLIAB" },
  { Code: "860", Name: "Rounding", Type: "CURRLIAB", SystemAccount: "ROUNDING" },
  { Code: "900", Name: "Old loan", Type: "TERMLIAB", Status: "ARCHIVED" },
  { Code: "960", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "970", Name: "Owner", Type: "EQUITY" },
  { Code: "200", Name: "Sales", Type: "REVENUE" },
  { Code: "270", Name: "Interest", Type: "OTHERINCOME" },
  { Code: "310", Name: "Materials", Type: "DIRECTCOSTS" },
  { Code: "469", Name: "Rent", Type: "EXPENSE" },
];

const sales = { Type: "ACCREC", Status: "AUTHORISED" };
const bill = { Type: "ACCPAY", Status: "AUTHORISED" };
const line = (AccountCode: string, LineAmount: string | number, TaxAmount: string | number = 0, TaxType = TaxAmount === 0 ? "EXEMPTOUTPUT" : "OUTPUT") => ({ AccountCode, LineAmount, TaxAmount, TaxType });
const north = { Tracking: [{ Name: "Region", Option: "North" }] };
const ghost = { Type: "ACCREC", Date: "2025-07-12", LineItems: [line("200", 999, 99.9)] };

const Invoices = [
  { ...sales, InvoiceNumber: "A-1", Date: "2025-06-10", LineItems: [line("200", "1000.00", "100.00")] },
  { ...sales, InvoiceNumber: "A-2", Date: "/Date(1751932800000+0000)/", LineAmountTypes: "Inclusive", LineItems: [{ ...line("200", 110, 10), ...north }, line("200", "50.00"), line("200", -11, -1)] },
  { ...sales, InvoiceNumber: "A-3", Date: "2025-07-09", LineAmountTypes: "NoTax", LineItems: [line("200", "75.5", 7.55), { Description: "With thanks" }] },
  { ...sales, InvoiceNumber: "A-4", Date: "2025-07-10", LineItems: [line("200", 100, 10), line("469", -100, -10)] },
  { ...bill, InvoiceNumber: "B-1", Date: "2025-07-11", LineItems: [line("310", 200, 20, "INPUT"), line("469", 0.005)] },
  { ...bill, InvoiceNumber: "B-2", Date: "2025-07-11", LineItems: [line("310", "0.005"), line("469", "0.005")] },
  { ...ghost, InvoiceNumber: "X-1", Status: "DRAFT" },
  { ...ghost, InvoiceNumber: "X-2", Status: "SUBMITTED" },
  { ...ghost, InvoiceNumber: "X-3", Status: "VOIDED" },
  { ...ghost, InvoiceNumber: "X-4", Status: "DELETED" },
  { ...sales, InvoiceNumber: "A-5", Date: "2025-08-03", LineItems: [line("200", 9.09, 0.91)] },
  { ...bill, InvoiceNumber: "B-3", Date: "2025-08-15", LineItems: [line("469", 100, 10, "INPUT")] },
  { ...sales, InvoiceNumber: "A-6", Date: "2025-08-20", LineItems: [line("200", 25, 2.5)] },
  { ...sales, InvoiceNumber: "A-7", Date: "2025-09-01", LineItems: [line("200", 200, 20)] },
];

const used = (InvoiceNumber: string, Amount: string) => ({ Amount, Invoice: { InvoiceNumber } });
const CreditNotes = [
  { CreditNoteNumber: "C-1", Type: "ACCRECCREDIT", Status: "AUTHORISED", Date: "2025-07-15", LineItems: [line("200", 40, 4)], Allocations: [used("A-2", "30.00"), used("A-5", "10.00")] },
  { CreditNoteNumber: "D-1", Type: "ACCPAYCREDIT", Status: "AUTHORISED", Date: "2025-08-20", LineItems: [line("310", 10, 1, "INPUT")] },
];

const over = "0b1e6f34-0000-4000-8000-000000000001";
const early = "0b1e6f34-0000-4000-8000-000000000002";
const ahead = "0b1e6f34-0000-4000-8000-000000000003";
const earlyLines = [line("850", 10, 1), line("200", 10), line("970", 10)];
const BankAccount = { Code: "090" };
const spent = { Type: "SPEND", Status: "AUTHORISED", BankAccount };

const BankTransactions = [
  { Type: "RECEIVE", Status: "AUTHORISED", BankAccount, Date: "2025-07-20", LineItems: [line("270", 12.34), line("970", 500)] },
  { ...spent, Date: "2025-07-21", LineItems: [line("469", 300, 30, "INPUT"), line("970", 20)] },
  { ...spent, Date: "2025-07-22", Status: "DELETED", LineItems: [line("469", 999)] },
  { Type: "RECEIVE-OVERPAYMENT", Status: "AUTHORISED", BankAccount, Date: "2025-08-05", OverpaymentID: over, LineAmountTypes: "NoTax", LineItems: [line("610", 100)] },
  { Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", BankAccount, Date: "2025-08-06", PrepaymentID: early, LineItems: earlyLines },
  { ...spent, Type: "SPEND-PREPAYMENT", Date: "2025-08-07", PrepaymentID: ahead, LineItems: [line("310", 90, 9, "INPUT")] },
];
const Overpayments = [{ OverpaymentID: over, Type: "RECEIVE-OVERPAYMENT", Status: "AUTHORISED", Date: "2025-08-05", Total: 100, Allocations: [used("A-2", "60"), used("A-6", "25")] }];
const Prepayments = [
  { PrepaymentID: early, Type: "RECEIVE-PREPAYMENT", Status: "AUTHORISED", Date: "2025-08-06", LineItems: earlyLines, Allocations: [used("A-3", "10"), used("A-7", "10")] },
  { PrepaymentID: ahead, Type: "SPEND-PREPAYMENT", Status: "AUTHORISED", Date: "2025-08-07", LineItems: [line("310", 90, 9, "INPUT")], Allocations: [used("B-1", "44"), used("B-3", "55")] },
];

const paid = (InvoiceNumber: string, day: string, Amount: number) => ({ Date: day, Amount, Account: BankAccount, Invoice: { InvoiceNumber } });
const Payments = [
  paid("A-1", "2025-07-05", 300),
  paid("A-1", "2025-07-05", 300),
  paid("A-1", "2025-07-05", 500),
  { ...paid("A-1", "2025-07-06", 50), Status: "DELETED" },
  { Date: "2025-08-25", Amount: 15, Account: BankAccount, Overpayment: { OverpaymentID: over } },
  { Date: "2025-09-10", Amount: 11, Account: BankAccount, Prepayment: { PrepaymentID: early } },
];

const ManualJournals = [
  { Narration: "Opening", Date: "2025-06-30", Status: "POSTED", JournalLines: [{ AccountCode: "090", LineAmount: 5000 }, { AccountCode: "900", LineAmount: -5000 }] },
  { Narration: "Rent from the owner's pocket", Date: "2025-07-25", Status: "POSTED", LineAmountTypes: "Exclusive", JournalLines: [line("469", 100, 10, "INPUT"), line("970", -110)] },
  { Narration: "Thought better of", Date: "2025-07-26", Status: "VOIDED", JournalLines: [{ AccountCode: "469", LineAmount: 7 }, { AccountCode: "970", LineAmount: -7 }] },
  { Narration: "Not yet", Date: "2025-07-27", Status: "DRAFT", JournalLines: [{ AccountCode: "469", LineAmount: 8 }, { AccountCode: "970", LineAmount: -8 }] },
];

const TrackingCategories = [{ Name: "Region", Options: [{ Name: "North" }, { Name: "South" }] }];

export const australia: Worked = {
  books: { Organisation: organisation(1, "Southern Cross Carpentry Pty Ltd", "AUD", [30, 6], "AU"), Accounts, TaxRates: taxRates("INPUT", "OUTPUT"), TrackingCategories, Invoices, CreditNotes, BankTransactions, Overpayments, Prepayments, Payments, ManualJournals },
  profitAndLoss: {
    "2025-06-01 … 2025-06-30": { Sales: "1000.00", "Gross Profit": "1000.00", "Net Profit": "1000.00" },
    // Sales: A-2 140.00 (100 + 50 − 10) + A-3 75.50 + A-4 100.00 − C-1 40.00. Materials: B-1 200.00 + B-2 0.005 → 0.01.
    // Rent: A-4 100.00 + B-1 0.005 → 0.01 + B-2 0.01 + spent 300.00 + journal 100.00.
    "2025-07-01 … 2025-07-31": { Sales: "275.50", Materials: "200.01", "Gross Profit": "75.49", Interest: "12.34", Rent: "500.02", "Net Profit": "-412.19" },
    // Prepayment of 31.00, tax 1.00 and three lines of 10.00: 10.00 of it takes tax 1.00 × 10/31 = 0.32 and 9.68 of the lines, 3.2267 each,
    // so 3.23, 3.23, 3.22. Sales: 9.09 + 25.00 + 10.00 − 3.23. Materials: prepaid 90.00 − 40.00 − 50.00, credit note − 10.00.
    "2025-08-01 … 2025-08-31": { Sales: "40.86", Materials: "-10.00", "Gross Profit": "50.86", Rent: "100.00", "Net Profit": "-49.14" },
    // 20.00 takes tax 0.65 and 19.35 of the lines, 6.45 each: now 0.33 and 3.22, 3.22, 3.23. The refund takes what is left: 0.35 and 3.55 each.
    "2025-09-01 … 2025-09-30": { Sales: "193.23", "Gross Profit": "193.23", "Net Profit": "193.23" },
  },
  balanceSheet: {
    "2025-06-30": { Everyday: "5000.00", Receivables: "1100.00", "Total Assets": "6100.00", GST: "100.00", "Old loan": "5000.00", "Total Liabilities": "5100.00", "Net Assets": "1000.00", "Current Year Earnings": "1000.00" },
    // Everyday 5,000.00 + 1,100.00 + 512.34 − 350.00. GST 100.00 + 9.00 + 10.00 − 10.00 − 20.00 − 4.00 − 30.00 − 10.00.
    // Payables 220.005 → 220.01 and 0.01; its two half cents make 0.02, so Rounding has a cent.
    "2025-07-31": {
      ...{ Everyday: "6262.34", Receivables: "180.50", "Total Assets": "6442.84" },
      ...{ GST: "45.00", Payables: "220.02", Rounding: "0.01", "Old loan": "5000.00", "Total Liabilities": "5265.03" },
      ...{ "Net Assets": "1177.81", Owner: "590.00", "Current Year Earnings": "-412.19", "Retained Earnings": "1000.00" },
    },
    // Receivables: A-2 149 − 30 − 60, A-3 75.50 − 10, A-6 27.50 − 25, C-1 −4. GST 45.00 + 0.91 + 2.50 + 1.00 − 0.32 − 9.00 + 4.00 + 5.00 − 10.00 + 1.00.
    "2025-08-31": {
      ...{ Everyday: "6279.34", Receivables: "123.00", "Total Assets": "6402.34" },
      ...{ GST: "40.09", Payables: "220.02", "Customer deposits": "6.77", Rounding: "0.01", "Old loan": "5000.00", "Total Liabilities": "5266.89" },
      ...{ "Net Assets": "1135.45", Owner: "596.78", "Current Year Earnings": "-461.33", "Retained Earnings": "1000.00" },
    },
  },
  trialBalance: {
    // Debits 7,391.37, credits 7,391.37. The prepayment is used up: nothing is left of it on deposits, owner or GST.
    "2025-09-30": {
      ...{ Sales: "-509.59", Interest: "-12.34", Materials: "190.01", Rent: "600.02", Everyday: "6268.34", Receivables: "333.00" },
      ...{ GST: "-59.41", Payables: "-220.02", Rounding: "-0.01", "Old loan": "-5000.00", Owner: "-590.00", "Retained Earnings": "-1000.00" },
    },
  },
};
