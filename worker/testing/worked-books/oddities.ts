// What nobody plans for: account types of another year, names of other hands, a document of the last century and one of the next, amounts of
// ten million millions, and organisations with nothing in them.
import { organisation, type Worked } from "./worked.ts";

const hebrew = "מכירות \u200F<script>alert(1)</script>";
// The 255th of its UTF-16 units is the first half of a smile.
const kept = `${"Long ".repeat(50)}tail`;
const long = `${kept}😀😀😀 of a name that no column holds`;
const Accounts = [
  { Code: "1", Name: "Bank", Type: "BANK" },
  { Code: "2", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "3", Name: "Coins", Type: "CRYPTO", Class: "ASSET" },
  { Code: "4", Name: "Held for others", Type: "TRUST", Class: "LIABILITY" },
  { Code: "5", Name: "Royalties", Type: "ROYALTY", Class: "REVENUE" },
  { Code: "6", Name: "Le\u0000vy", Type: "LEVY", Class: "EXPENSE" },
  { Code: "7", Name: hebrew, Type: "REVENUE" },
  { Code: "8", Name: "Retained Earnings", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "9", Name: long, Type: "EXPENSE" },
];

const BankAccount = { Code: "1" };
const BankTransactions = [
  { Type: "RECEIVE", Status: "AUTHORISED", BankAccount, Date: "2025-05-01", LineItems: [{ AccountCode: "5", LineAmount: 30 }] },
  { Type: "SPEND", Status: "AUTHORISED", BankAccount, Date: "2025-05-02", LineItems: [{ AccountCode: "6", LineAmount: 12 }] },
  { Type: "SPEND", Status: "AUTHORISED", BankAccount, Date: "2025-06-01", LineItems: [{ AccountCode: "9", LineAmount: 5 }] },
];
const sale = { Type: "ACCREC", Status: "AUTHORISED" };
const of = (LineAmount: number | string, Description = "") => [{ AccountCode: "7", LineAmount, Description }];
const Invoices = [
  { ...sale, Date: "1999-12-31", LineItems: of(100) },
  { ...sale, Date: "2025-05-03", Contact: { Name: "N".repeat(500) }, Reference: "before\u0000after", LineItems: of("10000000000000.00", "<img src=x onerror=alert(1)>") },
  { ...sale, Date: "2099-01-01", LineItems: of(777) },
];
const Contacts = [{ Name: "N".repeat(500), EmailAddress: "a\u0000b@example.com" }, { Name: "خالد <b>&amp;</b>" }];
const ManualJournals = [{ Narration: "\u0000", Date: "2025-05-04", Status: "POSTED", JournalLines: [{ AccountCode: "3", LineAmount: 50 }, { AccountCode: "4", LineAmount: -50 }] }];

export const oddities: Worked = {
  books: { Organisation: organisation(6, "Oddities & <Sons> Limited", "NZD", [31, 3]), Accounts, BankTransactions, Contacts, Invoices, ManualJournals },
  profitAndLoss: {
    "1999-12-01 … 1999-12-31": { [hebrew]: "100.00", "Gross Profit": "100.00", "Net Profit": "100.00" },
    "2025-05-01 … 2025-05-31": { [hebrew]: "10000000000000.00", Royalties: "30.00", "Gross Profit": "10000000000030.00", Levy: "12.00", "Net Profit": "10000000000018.00" },
    "2025-06-01 … 2025-06-30": { [kept]: "5.00", "Net Profit": "-5.00" },
  },
  warnings: ["Accounts: A text longer than 255 characters was cut.", "Invoices: A text longer than 255 characters was cut."],
  balanceSheet: {
    "1999-12-31": { Receivable: "100.00", "Total Assets": "100.00", "Net Assets": "100.00", "Current Year Earnings": "100.00" },
    "2025-05-31": {
      ...{ Bank: "18.00", Receivable: "10000000000100.00", Coins: "50.00", "Total Assets": "10000000000168.00" },
      ...{ "Held for others": "50.00", "Total Liabilities": "50.00", "Net Assets": "10000000000118.00" },
      ...{ "Current Year Earnings": "10000000000018.00", "Retained Earnings": "100.00" },
    },
  },
};

export const nothing: Worked = {
  books: { Organisation: organisation(7, "Nothing Yet Limited", "NZD", [31, 3]) },
  profitAndLoss: { "2025-05-01 … 2025-05-31": {} },
  balanceSheet: { "2025-05-31": {} },
};

export const oneAccount: Worked = {
  books: { Organisation: organisation(8, "One Account Limited", "NZD", [31, 3]), Accounts: [{ Name: "Bank", Type: "BANK" }] },
  profitAndLoss: { "2025-05-01 … 2025-05-31": {} },
  balanceSheet: { "2025-05-31": {} },
};
