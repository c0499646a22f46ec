// Books of a few documents, each of the largest amount that Xero takes, and everything negative by now: income taken back, costs refunded, the
// bank overdrawn, equity drawn out. No account holds more than one of them; sums do.

import { type Books, readOrganisation } from "../../books/read.ts";
import type { Day } from "../../exact/day.ts";
import { NO_TAX } from "../firm/firm.ts";
import { chart, taxRates } from "../firm/organisation.ts";
import { dayIn, idFor, line, type Month, monthsUpTo, stamp, type Written } from "../written.ts";
import { UNBROKEN } from "./names.ts";
import { organisationOf } from "./organisation.ts";

const KEY = "huge-amounts";
const MONTHS = 5;
/** 99,999,999,999,999.99 */
export const LARGEST = 999_999_999_999_999_900n;
const Contact = { ContactID: idFor(KEY, "contact"), Name: "The Treasury of a Country with a Long Inflation" };

export function hugeAmounts(today: Day): Books {
  const [sold, bought, credited, refunded, drawn] = monthsUpTo(today, MONTHS);
  if (!sold || !bought || !credited || !refunded || !drawn) throw new Error(`There are ${MONTHS} months.`);
  return readOrganisation({
    Organisation: organisationOf(KEY, UNBROKEN, today, MONTHS),
    Accounts: chart({ currency: "NZD" }, "12-3456-7890123-00", [
      ["200", "Sales", "REVENUE"],
      ["400", "Printing of banknotes", "EXPENSE"],
      ["970", "Funds introduced", "EQUITY"],
      ["971", "Drawings", "EQUITY"],
    ]),
    Contacts: [{ ...Contact, ContactStatus: "ACTIVE" }],
    TaxRates: taxRates("Tax", [NO_TAX]),
    Currencies: [{ Code: "NZD", Description: "New Zealand Dollar" }],
    Invoices: [invoice("ACCREC", "200", sold), invoice("ACCPAY", "400", bought)],
    CreditNotes: [{ ...document("credit", "200", credited), CreditNoteNumber: "CN-1", Type: "ACCRECCREDIT" }],
    BankTransactions: [movement("RECEIVE", "400", refunded), movement("SPEND", "970", refunded), movement("SPEND", "971", drawn)],
  });
}

function invoice(Type: "ACCREC" | "ACCPAY", code: string, month: Month): Written {
  return { ...document(Type, code, month), Type, InvoiceNumber: `${Type}-1`, DueDate: dayIn(month, 20) };
}

function movement(Type: "RECEIVE" | "SPEND", code: string, month: Month): Written {
  return { ...document(Type, code, month), Type, BankAccount: { Code: "090" }, IsReconciled: false };
}

function document(what: string, code: string, month: Month): Written {
  const day = dayIn(month, 1);
  const LineItems = [line("The largest there is", code, LARGEST, { type: NO_TAX.type, amount: 0n })];
  return { Contact, Date: day, Status: "AUTHORISED", LineAmountTypes: "NoTax", CurrencyCode: "NZD", LineItems, UpdatedDateUTC: stamp(day, idFor(KEY, what)) };
}
