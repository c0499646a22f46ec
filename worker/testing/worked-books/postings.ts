// Books in which Xero itself posted what no document shows: a payroll, an amount nobody can name, and books that bring Xero's own journals.
import { organisation, type Worked } from "./worked.ts";

const Accounts = [
  { Code: "1", Name: "Bank", Type: "BANK" },
  { Code: "2", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "3", Name: "GST", Type: "CURRLIAB", SystemAccount: "GST" },
  { Code: "4", Name: "Wages payable", Type: "CURRLIAB", SystemAccount: "WAGEPAYABLES" },
  { Code: "5", Name: "Income tax withheld", Type: "CURRLIAB" },
  { Code: "6", Name: "Owner", Type: "EQUITY" },
  { Code: "7", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "8", Name: "Sales", Type: "REVENUE" },
  { Code: "9", Name: "Wages and salaries", Type: "EXPENSE" },
];
const sale = { Type: "ACCREC", Status: "AUTHORISED", InvoiceID: "10000000-0000-4000-8000-000000000001", InvoiceNumber: "S-1", Date: "2025-10-05", LineItems: [{ AccountCode: "8", LineAmount: 1000, TaxAmount: 150, TaxType: "OUTPUT2" }] };
const net = (AccountCode: string, NetAmount: number | string) => ({ AccountCode, NetAmount });
const other = (Narration: string, ...Lines: object[]) => [{ Date: "2025-10-26", Narration, Lines }];

export const payroll: Worked = {
  books: { Organisation: organisation(11, "Payroll Only Limited", "NZD", [31, 3]), Accounts, Invoices: [sale], OtherPostings: other("Payroll", net("9", 900), net("4", -660), net("5", -240)) },
  profitAndLoss: { "2025-10-01 … 2025-10-31": { Sales: "1000.00", "Gross Profit": "1000.00", "Other Xero postings": "900.00", "Net Profit": "100.00" } },
  balanceSheet: { "2025-10-31": { Receivable: "1150.00", "Total Assets": "1150.00", GST: "150.00", "Other Xero postings": "900.00", "Total Liabilities": "1050.00", "Net Assets": "100.00", "Current Year Earnings": "100.00" } },
};

export const mystery: Worked = {
  books: { Organisation: organisation(12, "Mystery Limited", "NZD", [31, 3]), Accounts, Invoices: [sale], OtherPostings: other("Who knows", net("8", "-5"), net("1", 5)) },
  profitAndLoss: { "2025-10-01 … 2025-10-31": { Sales: "1000.00", "Unexplained difference to Xero": "5.00", "Gross Profit": "1005.00", "Net Profit": "1005.00" } },
  balanceSheet: { "2025-10-31": { Receivable: "1150.00", "Unexplained difference to Xero": "5.00", "Total Assets": "1155.00", GST: "150.00", "Total Liabilities": "150.00", "Net Assets": "1005.00", "Current Year Earnings": "1005.00" } },
};

/** Ten kettles bought at 84.50, four of them sold at 149.00: Xero takes 4 × 84.50 = 338.00 off the stock by itself. */
export const stock: Worked = {
  books: {
    Organisation: organisation(14, "Kettles Limited", "NZD", [31, 3]),
    Accounts: [
      ...Accounts,
      { Code: "10", Name: "Payable", Type: "CURRLIAB", SystemAccount: "CREDITORS" },
      { Code: "11", Name: "Inventory", Type: "INVENTORY" },
      { Code: "12", Name: "Cost of goods sold", Type: "DIRECTCOSTS" },
    ],
    Items: [{ Code: "KETTLE", Name: "Kettle", IsTrackedAsInventory: true, InventoryAssetAccountCode: "11", QuantityOnHand: 6, TotalCostPool: 507, PurchaseDetails: { UnitPrice: 84.5, COGSAccountCode: "12" }, SalesDetails: { UnitPrice: 149, AccountCode: "8" } }],
    Invoices: [
      { Type: "ACCPAY", Status: "AUTHORISED", InvoiceNumber: "B-1", Date: "2025-10-02", LineItems: [{ ItemCode: "KETTLE", Quantity: 10, UnitAmount: 84.5, AccountCode: "11", LineAmount: 845, TaxAmount: 126.75, TaxType: "INPUT2" }] },
      { Type: "ACCREC", Status: "AUTHORISED", InvoiceNumber: "S-1", Date: "2025-10-05", LineItems: [{ ItemCode: "KETTLE", Quantity: 4, UnitAmount: 149, AccountCode: "8", LineAmount: 596, TaxAmount: 89.4, TaxType: "OUTPUT2" }] },
    ],
    OtherPostings: [{ Date: "2025-10-05", Narration: "Cost of goods sold, S-1", Lines: [net("12", 338), net("11", -338)] }],
  },
  profitAndLoss: { "2025-10-01 … 2025-10-31": { Sales: "596.00", "Other Xero postings": "338.00", "Gross Profit": "258.00", "Net Profit": "258.00" } },
  balanceSheet: {
    "2025-10-31": { Receivable: "685.40", Inventory: "845.00", "Other Xero postings": "-338.00", "Total Assets": "1192.40", Payable: "971.75", GST: "-37.35", "Total Liabilities": "934.40", "Net Assets": "258.00", "Current Year Earnings": "258.00" },
  },
};

const journal = (JournalNumber: number, more: object, ...JournalLines: object[]) => ({ JournalNumber, JournalDate: "2025-10-05", JournalLines, ...more });
const Journals = [
  journal(1, { SourceType: "ACCREC", SourceID: sale.InvoiceID }, net("2", 1150), net("8", -1000), net("3", "-150.00")),
  journal(2, { JournalDate: "2025-10-31", SourceType: "CASHREC" }, net("1", 0.03), net("6", -0.03)),
];

/** While Xero's journals cannot be read, three cents of them are unexplained; once they can, nothing is. */
export const journals: Worked = {
  books: { Organisation: organisation(13, "Journals Limited", "NZD", [31, 3]), Accounts, Invoices: [sale], Journals },
  profitAndLoss: { "2025-10-01 … 2025-10-31": { Sales: "1000.00", "Gross Profit": "1000.00", "Net Profit": "1000.00" } },
  balanceSheet: { "2025-10-31": { Bank: "0.03", Receivable: "1150.00", "Total Assets": "1150.03", GST: "150.00", "Total Liabilities": "150.00", "Net Assets": "1000.03", Owner: "0.03", "Current Year Earnings": "1000.00" } },
};
