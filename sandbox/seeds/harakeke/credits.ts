// Credits of all kinds: credit notes for work that was discounted, deposits taken before the work, and clients who paid
// too much. Most are allocated to a later invoice, some refunded, some still open.

import { addDays, addMonths, type Day } from "../../exact/day.ts";
import { diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, nextWorkday, stamp, taxOn, together, type Written } from "../written.ts";
import { contactNamed, type Customer, CUSTOMERS } from "./contacts.ts";
import { transaction } from "./money.ts";
import { rateOn } from "./rates.ts";

const GST = 15;

type Kind = "CreditNote" | "Prepayment" | "Overpayment";
type Outcome = "allocated" | "partly" | "refunded" | "open";
type Plan = {
  readonly kind: Kind;
  readonly outcome: Outcome;
  readonly customer: Customer;
  readonly date: Day;
  readonly name: string;
  readonly number: string;
};

export function creditsOf(month: Month): Documents {
  const home = CUSTOMERS.filter(({ currency }) => currency === "NZD");
  const at = (shift: number): Customer => home[(month.index * 5 + shift) % home.length] ?? CUSTOMERS[0];
  const plans: readonly Plan[] = [
    plan("CreditNote", month.index % 6 === 5 ? "open" : "allocated", at(0), month, 23),
    plan("CreditNote", month.index % 8 === 3 ? "refunded" : "partly", at(7), month, 25),
    ...(month.index % 3 === 1 ? [plan("Prepayment", month.index % 9 === 7 ? "partly" : "allocated", at(3), month, 6)] : []),
    ...(month.index % 4 === 2 ? [plan("Overpayment", month.index % 12 === 10 ? "refunded" : "allocated", at(11), month, 14)] : []),
  ];
  return together(plans.filter(({ date }) => date <= month.today).map((one) => written(one, month)));
}

function plan(kind: Kind, outcome: Outcome, customer: Customer, month: Month, dayOfMonth: number): Plan {
  const date = nextWorkday(dayIn(month, dayOfMonth));
  const number = `${month.label.slice(2).replace("-", "")}${60 + dayOfMonth}`;
  return { kind, outcome, customer, date, name: `${kind}-${month.label}-${dayOfMonth}`, number };
}

// The invoice that takes the credit up is raised for it, so that it can never be taken up twice.
function written(one: Plan, month: Month): Documents {
  const dice = diceFor("harakeke", one.name);
  const net = cents(dice.between(60_000, 240_000));
  const total = one.kind === "Overpayment" ? net : net + taxOn(net, GST);
  const id = idFor("harakeke", one.name);
  const date = one.kind === "CreditNote" ? addDays(one.date, -2) : nextWorkday(addDays(one.date, 17));
  const isUsed = (one.outcome === "allocated" || one.outcome === "partly") && date <= month.today;
  const share = one.outcome === "partly" ? (total / 30_000n) * 10_000n : total;
  const later = date > one.date ? date : one.date;
  const invoice = isUsed ? [invoiceFor(one, date, later)] : [];
  const Allocations = isUsed
    ? [{ AllocationID: idFor(id, "allocation"), Amount: share, Date: later, Invoice: { InvoiceID: idFor(one.name, "invoice") } }]
    : [];
  const rest = isUsed ? restOf(one, share, date, month.today) : [];
  const refundDay = nextWorkday(addDays(one.date, 9));
  const refund = one.outcome === "refunded" && refundDay <= month.today ? [refundOf(one, id, total, refundDay)] : [];
  const last = refund.length > 0 ? refundDay : isUsed ? later : one.date;
  const credit = creditFor(one, id, net, Allocations, last);
  const receipt = one.kind === "CreditNote" ? [] : receiptFor(one, id, net, month);
  return { Invoices: invoice, Payments: [...refund, ...rest], BankTransactions: receipt, [`${one.kind}s`]: [credit] };
}

function creditFor(one: Plan, id: string, net: bigint, Allocations: readonly Written[], last: Day): Written {
  const shared = {
    Contact: contactNamed(one.customer.name),
    Date: one.date,
    Status: "AUTHORISED",
    CurrencyCode: "NZD",
    CurrencyRate: rateOn("NZD", one.date),
    ...{ Allocations, Reference: "", HasAttachments: false, UpdatedDateUTC: stamp(last, id) },
  };
  const [LineItems, LineAmountTypes] = [linesFor(one, net), one.kind === "Overpayment" ? "NoTax" : "Exclusive"];
  if (one.kind === "CreditNote") {
    const CreditNoteNumber = `CN-${one.number}`;
    return { CreditNoteID: id, CreditNoteNumber, Type: "ACCRECCREDIT", ...shared, LineItems, LineAmountTypes };
  }
  return { [`${one.kind}ID`]: id, Type: `RECEIVE-${one.kind.toUpperCase()}`, ...shared, LineItems, LineAmountTypes };
}

function linesFor(one: Plan, net: bigint): readonly Written[] {
  const tax = { type: "OUTPUT2", amount: taxOn(net, GST) };
  if (one.kind === "CreditNote") return [line("Goodwill discount", "200", net, tax)];
  if (one.kind === "Prepayment") return [line("Deposit for work to come", "835", net, tax)];
  return [line("Paid in excess", "610", net, { type: "NONE", amount: 0n })];
}

function receiptFor(one: Plan, id: string, net: bigint, month: Month): readonly Written[] {
  const more = {
    LineAmountTypes: one.kind === "Overpayment" ? "NoTax" : "Exclusive",
    [`${one.kind}ID`]: id,
  };
  return transaction(month, one.name, one.date, one.customer.name, `RECEIVE-${one.kind.toUpperCase()}`, linesFor(one, net), more);
}

function refundOf(one: Plan, id: string, Amount: bigint, date: Day): Written {
  const PaymentID = idFor(id, "refund");
  const type = { CreditNote: "ARCREDITPAYMENT", Prepayment: "ARPREPAYMENTPAYMENT", Overpayment: "AROVERPAYMENTPAYMENT" }[one.kind];
  return {
    ...{ PaymentID, PaymentType: type, Status: "AUTHORISED", Date: date, Amount, BankAmount: Amount, Account: { Code: "090" } },
    ...{ [one.kind]: { [`${one.kind}ID`]: id }, Reference: "Refund", IsReconciled: true, UpdatedDateUTC: stamp(date, PaymentID) },
  };
}

// What the credit does not cover is paid like every other invoice.
function restOf(one: Plan, credited: bigint, date: Day, today: Day): readonly Written[] {
  const paidOn = nextWorkday(addDays(date, 30 + one.customer.lateness));
  if (paidOn > today) return [];
  const net = followUpNet(one);
  const Amount = net + taxOn(net, GST) - credited;
  const [InvoiceID, PaymentID] = [idFor(one.name, "invoice"), idFor(one.name, "rest")];
  return [
    {
      ...{ PaymentID, PaymentType: "ACCRECPAYMENT", Status: "AUTHORISED", Date: paidOn, Amount, BankAmount: Amount },
      ...{ Account: { Code: "090" }, Invoice: { InvoiceID }, IsReconciled: true, UpdatedDateUTC: stamp(paidOn, PaymentID) },
    },
  ];
}

// Large enough for any credit.
function followUpNet(one: Plan): bigint {
  return cents(diceFor("harakeke", one.name, "invoice").between(300_000, 700_000));
}

function invoiceFor(one: Plan, date: Day, last: Day): Written {
  const InvoiceID = idFor(one.name, "invoice");
  const net = followUpNet(one);
  return {
    ...{ InvoiceID, InvoiceNumber: `INV-${one.number}`, Type: "ACCREC", Status: "AUTHORISED" },
    Contact: contactNamed(one.customer.name),
    Date: date,
    DueDate: addMonths(date, 1),
    CurrencyCode: "NZD",
    CurrencyRate: rateOn("NZD", date),
    ...{ LineAmountTypes: "Exclusive", LineItems: [line("Follow-up work", "200", net, { type: "OUTPUT2", amount: taxOn(net, GST) })] },
    ...{ Reference: "", HasAttachments: false, UpdatedDateUTC: stamp(last, InvoiceID) },
  };
}
