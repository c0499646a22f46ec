// What people do to the worked books afterwards, and what the figures are then. One after the other: each stands on the ones before it.
import { april, february } from "./year-ends.ts";
import { america } from "./america.ts";
import { australia } from "./australia.ts";
import { britain } from "./britain.ts";
import { oddities, nothing } from "./oddities.ts";
import { tasman } from "./tasman.ts";
import type { Worked } from "./worked.ts";

export type Edit = {
  what: string;
  worked: Worked;
  /** Where it is found: a field of the document and its value; nothing where it is new. */
  where?: { field: string; value: unknown };
  collection: string;
  change: object;
  /** Net profits, by "first day … last day". */
  netProfit: Record<string, string>;
};

const paymentOf = (Amount: string) => ({ field: "Amount", value: Amount });
const numbered = (value: string) => ({ field: "InvoiceNumber", value });

export const edits: Edit[] = [
  // −412.19 + 999.00.
  { what: "a draft is approved", worked: australia, collection: "Invoices", where: numbered("X-1"), change: { Status: "AUTHORISED" }, netProfit: { "2025-07-01 … 2025-07-31": "586.81" } },
  { what: "and voided again", worked: australia, collection: "Invoices", where: numbered("X-1"), change: { Status: "VOIDED" }, netProfit: { "2025-07-01 … 2025-07-31": "-412.19" } },
  // Without its 10.00 on A-5 there is still 14.00 to use; profit is what it was.
  { what: "an allocation is taken back", worked: australia, collection: "CreditNotes", where: { field: "CreditNoteNumber", value: "C-1" }, change: { Allocations: [{ Amount: 30, Invoice: { InvoiceNumber: "A-2" } }] }, netProfit: { "2025-08-01 … 2025-08-31": "-49.14" } },
  // 50,000 ÷ 200 = 250.00 for 262.47: 971.90 − 12.47.
  { what: "the rate of an invoice is put right", worked: britain, collection: "Invoices", where: numbered("J-1"), change: { CurrencyRate: "200" }, netProfit: { "2025-05-01 … 2025-05-31": "959.43" } },
  // The gain of 0.72 is gone; the refund of 60.00 is now 46.88 at the rate of the credit note, so no gain either: 7.62 − 0.72.
  { what: "a refund is taken back", worked: britain, collection: "Payments", where: paymentOf("40.00"), change: { Status: "DELETED" }, netProfit: { "2025-06-01 … 2025-06-30": "6.90" } },
  // The prepayment's share of 63.64 for 70.00, a loss of 6.36, is gone; the refund still takes what 40.00 of it is at 0.55, 72.73 instead of
  // 72.72 for 69.00, a cent more of gain, and 55.35 of deposits and 8.29 of GST stay: 130.02 + 6.36 + 0.01.
  { what: "one allocation of a prepayment is taken back", worked: tasman, collection: "Prepayments", where: { field: "Total", value: "115.00" }, change: { Allocations: [{ Amount: 40, Invoice: { InvoiceNumber: "F-1" } }] }, netProfit: { "2025-04-01 … 2025-04-30": "136.39" } },
  // 97.00 instead of 99.50 arrived: a loss of 3.00, not 0.50.
  { what: "what arrived of a transfer is put right", worked: britain, collection: "BankTransactions", where: { field: "Total", value: "99.50" }, change: { Total: "97.00" }, netProfit: { "2025-06-01 … 2025-06-30": "4.40" } },
  { what: "a receipt is added on the last day of a leap year's year", worked: february, collection: "BankTransactions", change: { Type: "RECEIVE", Status: "AUTHORISED", BankAccount: { Code: "1" }, Date: "2024-02-29", LineItems: [{ AccountCode: "5", LineAmount: "0.5" }] }, netProfit: { "2023-03-01 … 2024-02-29": "11.50", "2024-03-01 … 2025-02-28": "1100.00" } },
  { what: "a document comes in from before all others", worked: america, collection: "Invoices", change: { Type: "ACCREC", Status: "AUTHORISED", Date: "2023-11-05", LineAmountTypes: "NoTax", LineItems: [{ AccountCode: "4000", LineAmount: 7 }] }, netProfit: { "2023-11-01 … 2023-11-30": "7.00", "2025-01-01 … 2025-01-31": "425.00" } },
  { what: "an invoice moves over the end of the year", worked: april, collection: "Invoices", where: { field: "Total", value: "120.00" }, change: { Date: "2025-04-06" }, netProfit: { "2024-04-06 … 2025-04-05": "0.00", "2025-04-06 … 2025-04-30": "300.00" } },
  { what: "the document of the last century is voided", worked: oddities, collection: "Invoices", where: { field: "Total", value: "100.00" }, change: { Status: "VOIDED" }, netProfit: { "1999-12-01 … 1999-12-31": "0.00" } },
  { what: "an account is opened where there was nothing", worked: nothing, collection: "Accounts", change: { Code: "1", Name: "Bank", Type: "BANK" }, netProfit: { "2025-05-01 … 2025-05-31": "0.00" } },
];
