// The same on the buying side: suppliers who took something back, deposits paid ahead of a bill, and a dollar supplier
// whose credit note has another rate than the bill it settles.

import { addDays, type Day } from "../../exact/day.ts";
import { diceFor } from "../dice.ts";
import {
  cents,
  dayIn,
  type Documents,
  idFor,
  line,
  type Month,
  nextWorkday,
  stamp,
  taxOn,
  together,
  units,
  type Written,
} from "../written.ts";
import { contactNamed } from "./contacts.ts";
import { transaction } from "./money.ts";
import { rateOn } from "./rates.ts";

const GST = 15;
const SEATS = units(2_400);

export function supplierCreditsOf(month: Month): Documents {
  const inMonth = Number(month.label.slice(5));
  return together([
    ...(inMonth % 3 === 0 ? [takenBack(month, "Software Wholesale NZ", "NZD")] : []),
    ...(inMonth % 4 === 1 ? [takenBack(month, "Nimbus Cloud Hosting Inc", "USD")] : []),
    ...(inMonth % 6 === 2 ? [paidAhead(month)] : []),
  ]);
}

// A bill, and nine days later a credit note that settles a part of it.
function takenBack(month: Month, supplier: string, currency: string): Documents {
  const [date, later] = [nextWorkday(dayIn(month, 4)), nextWorkday(dayIn(month, 13))];
  if (date > month.today) return {};
  const name = `${supplier}-${month.label}`;
  const net = cents(diceFor("harakeke", "taken back", name).between(60_000, 190_000));
  const tax = currency === "NZD" ? { type: "INPUT2", amount: taxOn(net, GST) } : { type: "NONE", amount: 0n };
  const Amount = net + tax.amount;
  const InvoiceID = idFor("harakeke", name, "bill");
  const CreditNoteID = idFor("harakeke", name, "credit note");
  const shared = {
    Contact: contactNamed(supplier),
    Status: "AUTHORISED",
    LineAmountTypes: "Exclusive",
    CurrencyCode: currency,
    HasAttachments: false,
  };
  const credit = {
    ...{ CreditNoteID, CreditNoteNumber: `SC-${month.label}-${currency}`, Type: "ACCPAYCREDIT", ...shared, Date: later },
    CurrencyRate: rateOn(currency, later),
    LineItems: [line("Seats returned", "485", net, tax)],
    UpdatedDateUTC: stamp(later, CreditNoteID),
    Allocations: [{ AllocationID: idFor(CreditNoteID, "allocation"), Amount, Date: later, Invoice: { InvoiceID } }],
  };
  const isCredited = later <= month.today;
  return {
    Invoices: [billFor(month, InvoiceID, { ...shared, Date: date, CurrencyRate: rateOn(currency, date) }, isCredited ? later : date)],
    CreditNotes: isCredited ? [credit] : [],
    Payments: restOf(month, InvoiceID, currency, Amount),
  };
}

// The rest of the bill goes with the payment run of the twentieth of the next month.
function restOf(month: Month, InvoiceID: string, currency: string, credited: bigint): readonly Written[] {
  const date = nextWorkday(addDays(month.end, 20));
  if (date > month.today) return [];
  const PaymentID = idFor(InvoiceID, "rest");
  const bill = currency === "NZD" ? SEATS + taxOn(SEATS, GST) : SEATS;
  const Amount = bill - credited;
  return [
    {
      ...{ PaymentID, PaymentType: "ACCPAYPAYMENT", Status: "AUTHORISED", Date: date, Amount, BankAmount: Amount },
      ...{ CurrencyRate: rateOn(currency, date), Account: { Code: currency === "USD" ? "092" : "090" }, Invoice: { InvoiceID } },
      ...{ Reference: "Payment run", IsReconciled: true, UpdatedDateUTC: stamp(date, PaymentID) },
    },
  ];
}

function billFor(month: Month, InvoiceID: string, shared: Written, last: Day): Written {
  const isHome = shared["CurrencyCode"] === "NZD";
  const net = SEATS;
  const tax = isHome ? { type: "INPUT2", amount: taxOn(net, GST) } : { type: "NONE", amount: 0n };
  return {
    InvoiceID,
    InvoiceNumber: `SEATS-${month.label}-${shared["CurrencyCode"]}`,
    Type: "ACCPAY",
    ...shared,
    DueDate: addDays(month.end, 20),
    ...{ LineItems: [line("Additional seats", "485", net, tax)], UpdatedDateUTC: stamp(last, InvoiceID) },
  };
}

// A deposit for a venue, taken off the bill that follows.
function paidAhead(month: Month): Documents {
  const [date, later] = [nextWorkday(dayIn(month, 3)), nextWorkday(dayIn(month, 19))];
  const PrepaymentID = idFor("harakeke", "deposit", month.label);
  const InvoiceID = idFor(PrepaymentID, "bill");
  const venue = "Harbour Conference Centre";
  const net = units(1_200);
  const LineItems = [line("Deposit for the venue", "620", net, { type: "INPUT2", amount: taxOn(net, GST) })];
  const more = { LineAmountTypes: "Exclusive", PrepaymentID };
  const isBilled = later <= month.today;
  const Allocations = [
    { AllocationID: idFor(PrepaymentID, "allocation"), Amount: net + taxOn(net, GST), Date: later, Invoice: { InvoiceID } },
  ];
  const shared = {
    Contact: contactNamed(venue),
    Status: "AUTHORISED",
    LineAmountTypes: "Exclusive",
    CurrencyCode: "NZD",
    HasAttachments: false,
  };
  const prepayment = {
    ...{ PrepaymentID, Type: "SPEND-PREPAYMENT", ...shared, Date: date, LineItems, Allocations: isBilled ? Allocations : [] },
    UpdatedDateUTC: stamp(isBilled ? later : date, PrepaymentID),
  };
  const paid = transaction(month, "deposit", date, venue, "SPEND-PREPAYMENT", LineItems, more);
  return {
    BankTransactions: paid,
    Prepayments: paid.length > 0 ? [prepayment] : [],
    Payments: isBilled ? restOf(month, InvoiceID, "NZD", net + taxOn(net, GST)) : [],
    Invoices: isBilled ? [billFor(month, InvoiceID, { ...shared, Date: later, CurrencyRate: rateOn("NZD", later) }, later)] : [],
  };
}
