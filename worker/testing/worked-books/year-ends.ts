// Years that end on days of their own: on 29 February, which most years do not have, and on 5 April, in the middle of a month.
import { organisation, type Worked } from "./worked.ts";

const Accounts = [
  { Code: "1", Name: "Bank", Type: "BANK" },
  { Code: "2", Name: "Receivable", Type: "CURRENT", SystemAccount: "DEBTORS" },
  { Code: "3", Name: "VAT", Type: "CURRLIAB", SystemAccount: "GST" },
  { Code: "4", Name: "Retained", Type: "EQUITY", SystemAccount: "RETAINEDEARNINGS" },
  { Code: "5", Name: "Fees", Type: "REVENUE" },
];

const received = (day: string, LineAmount: number) => ({ Type: "RECEIVE", Status: "AUTHORISED", BankAccount: { Code: "1" }, Date: day, LineItems: [{ AccountCode: "5", LineAmount }] });
const leap = [received("2024-02-28", 1), received("2024-02-29", 10), received("2024-03-01", 100), received("2025-02-28", 1000), received("2025-03-01", 10_000)];
const all = (amount: string) => ({ Bank: amount, "Total Assets": amount, "Net Assets": amount });
const profit = (amount: string) => ({ Fees: amount, "Gross Profit": amount, "Net Profit": amount });

export const february: Worked = {
  books: { Organisation: organisation(3, "Leap Year Limited", "NZD", [29, 2]), Accounts, BankTransactions: leap },
  profitAndLoss: {
    "2023-03-01 … 2024-02-29": profit("11.00"),
    "2024-03-01 … 2025-02-28": profit("1100.00"),
    "2025-03-01 … 2025-03-31": profit("10000.00"),
  },
  balanceSheet: {
    "2024-02-28": { ...all("1.00"), "Current Year Earnings": "1.00" },
    "2024-02-29": { ...all("11.00"), "Current Year Earnings": "11.00" },
    "2024-03-01": { ...all("111.00"), "Current Year Earnings": "100.00", "Retained Earnings": "11.00" },
    "2025-02-28": { ...all("1111.00"), "Current Year Earnings": "1100.00", "Retained Earnings": "11.00" },
    "2025-03-01": { ...all("11111.00"), "Current Year Earnings": "10000.00", "Retained Earnings": "1111.00" },
  },
  trialBalance: {
    "2024-02-29": { Bank: "11.00", Fees: "-11.00" },
    "2025-02-28": { Bank: "1111.00", Fees: "-1100.00", Retained: "-11.00" },
    "2025-03-31": { Bank: "11111.00", Fees: "-10000.00", Retained: "-1111.00" },
  },
};

const invoice = (day: string, LineAmount: number, TaxAmount: number) => ({ Type: "ACCREC", Status: "AUTHORISED", Date: day, LineItems: [{ AccountCode: "5", LineAmount, TaxAmount }] });
const dividend = { Narration: "Dividend", Date: "2025-04-06", Status: "POSTED", JournalLines: [{ AccountCode: "4", LineAmount: 10 }, { AccountCode: "1", LineAmount: -10 }] };

export const april: Worked = {
  books: { Organisation: organisation(4, "Fifth of April Limited", "GBP", [5, 4], "GB"), Accounts, Invoices: [invoice("2025-04-05", 100, 20), invoice("2025-04-06", 200, 40)], ManualJournals: [dividend] },
  profitAndLoss: {
    "2024-04-06 … 2025-04-05": profit("100.00"),
    "2025-04-06 … 2025-04-30": profit("200.00"),
    "2025-04-01 … 2025-04-30": profit("300.00"),
  },
  balanceSheet: {
    "2025-04-05": { Receivable: "120.00", "Total Assets": "120.00", VAT: "20.00", "Total Liabilities": "20.00", "Net Assets": "100.00", "Current Year Earnings": "100.00" },
    // Retained earnings: last year's 100.00 less the dividend that was posted to them.
    "2025-04-06": { Receivable: "360.00", Bank: "-10.00", "Total Assets": "350.00", VAT: "60.00", "Total Liabilities": "60.00", "Net Assets": "290.00", "Current Year Earnings": "200.00", "Retained Earnings": "90.00" },
  },
  trialBalance: {
    "2025-04-05": { Receivable: "120.00", VAT: "-20.00", Fees: "-100.00" },
    "2025-04-30": { Receivable: "360.00", Bank: "-10.00", VAT: "-60.00", Fees: "-200.00", Retained: "-90.00" },
  },
};
