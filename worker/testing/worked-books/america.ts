// A company in the United States, without any tax and without an account for retained earnings, its year ending on 31 December: lines where
// nobody expects them, an invoice paid to the owner, a bank account without a code.
import { organisation, type Worked } from "./worked.ts";

const savings = "5a000000-0000-4000-8000-000000000001";
const Accounts = [
  { Code: "1000", Name: "Checking", Type: "BANK", Status: "ACTIVE" },
  { AccountID: savings, Name: "Savings", Type: "BANK", Status: "ACTIVE" },
  { Code: "1200", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "1500", Name: "Furniture", Type: "FIXED" },
  { Code: "2000", Name: "Payable", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
  { Code: "2100", Name: "Security deposits", Type: "LIABILITY" },
  { Code: "3000", Name: "Owner's draw", Type: "EQUITY", EnablePaymentsToAccount: true },
  { Code: "4000", Name: "Sales", Type: "SALES" },
  { Code: "6000", Name: "Office", Type: "OVERHEADS" },
  { Code: "6100", Name: "Depreciation", Type: "DEPRECIATN" },
];

const line = (AccountCode: string, LineAmount: number) => ({ AccountCode, LineAmount });
const Invoices = [
  { Type: "ACCREC", Status: "PAID", InvoiceNumber: "U-1", Date: "2024-12-15", DueDate: "2025-01-15", LineAmountTypes: "NoTax", LineItems: [line("4000", 1000)], AmountPaid: "1000.00", AmountDue: 0 },
  { Type: "ACCPAY", Status: "AUTHORISED", Date: "2025-01-10", LineAmountTypes: "NoTax", LineItems: [line("1500", 1200), line("6000", 30)], SubTotal: 1230, TotalTax: 0, Total: "1230.00" },
  { Type: "ACCREC", Status: "AUTHORISED", InvoiceNumber: "U-2", Date: "2025-01-20", LineAmountTypes: "NoTax", LineItems: [line("4000", 500), line("2100", 300), line("6000", -25)] },
];
const Payments = [
  { Date: "2025-01-03", Amount: 400, Account: { Code: "3000" }, Invoice: { InvoiceNumber: "U-1" } },
  { Date: "/Date(1735862400000+0000)/", Amount: "600.00", Account: { AccountID: savings }, Invoice: { InvoiceNumber: "U-1" } },
];
const BankTransfers = [
  { FromBankAccount: { Code: "1000" }, ToBankAccount: { AccountID: savings }, Amount: 50, Date: "2025-01-12" },
  { FromBankAccount: { Code: "1000" }, ToBankAccount: { AccountID: savings }, Amount: 77, Date: "2025-01-13", Status: "DELETED" },
];
const ManualJournals = [{ Narration: "Depreciation", Date: "2025-01-31", Status: "POSTED", JournalLines: [line("6100", 20), line("1500", -20)] }];

export const america: Worked = {
  books: { Organisation: organisation(2, "Liberty Desks Inc", "USD", [31, 12], "US"), Accounts, Invoices, Payments, BankTransfers, ManualJournals },
  profitAndLoss: {
    "2024-12-01 … 2024-12-31": { Sales: "1000.00", "Gross Profit": "1000.00", "Net Profit": "1000.00" },
    // Office: the bill's 30.00, and 25.00 taken off a sales invoice is a cost.
    "2025-01-01 … 2025-01-31": { Sales: "500.00", "Gross Profit": "500.00", Depreciation: "20.00", Office: "55.00", "Net Profit": "425.00" },
  },
  balanceSheet: {
    "2024-12-31": { Receivable: "1000.00", "Total Assets": "1000.00", "Net Assets": "1000.00", "Current Year Earnings": "1000.00" },
    "2025-01-31": {
      ...{ Checking: "-50.00", Savings: "650.00", Receivable: "775.00", Furniture: "1180.00", "Total Assets": "2555.00" },
      ...{ Payable: "1230.00", "Security deposits": "300.00", "Total Liabilities": "1530.00" },
      ...{ "Net Assets": "1025.00", "Owner's draw": "-400.00", "Current Year Earnings": "425.00", "Retained Earnings": "1000.00" },
    },
  },
};
