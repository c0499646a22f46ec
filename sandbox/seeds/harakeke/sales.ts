// A month of sales: who is invoiced, for what, and when they pay. Business is slow in January and brisk before the
// financial year ends in March.

import { addDays, addMonths, type Day } from "../../exact/day.ts";
import type { Numeral } from "../../exact/json.ts";
import { readRate, toBase, ONE } from "../../exact/money.ts";
import { type Dice, diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, nextWorkday, stamp, taxOn, taxWithin, type Written } from "../written.ts";
import { contactNamed, type Customer, CUSTOMERS } from "./contacts.ts";
import { sold } from "./items.ts";
import { rateOn } from "./rates.ts";
import { tracking } from "./tracking.ts";

const GST = 15;
const SEASON = [62, 96, 124, 92, 103, 101, 98, 104, 106, 108, 112, 88];
const COUNT = 29;
const WORK: readonly [readonly [string, string, string], ...(readonly [string, string, string])[]] = [
  ["200", "Advisory work", "ADVICE"],
  ["200", "Process review", "REVIEW"],
  ["205", "Monthly retainer", "RETAINER"],
  ["210", "Workshop, one day", "WS-KIT"],
  ["220", "Licence resale", "LICENCE"],
];

export function salesOf(month: Month): Documents {
  const sold = Array.from({ length: COUNT }, (_, nth) => sale(month, nth)).filter((one) => one !== undefined);
  return {
    Invoices: sold.map(({ invoice }) => invoice),
    Payments: sold.flatMap(({ payments }) => payments),
  };
}

type Sale = { readonly invoice: Written; readonly payments: readonly Written[] };

function sale(month: Month, nth: number): Sale | undefined {
  const dice = diceFor("harakeke", "sale", month.label, nth);
  const date = nextWorkday(dayIn(month, dice.between(1, 28)));
  if (date > month.today || date > month.end) return undefined;
  const customer = CUSTOMERS[nth % CUSTOMERS.length] ?? CUSTOMERS[0];
  const number = `INV-${month.label.slice(2).replace("-", "")}${String(nth + 1).padStart(2, "0")}`;
  const InvoiceID = idFor("harakeke", number);
  const DueDate = dayIn({ ...month, label: addMonths(month.start, 1).slice(0, 7), end: addDays(addMonths(month.start, 2), -1) }, 20);
  const CurrencyRate = rateOn(customer.currency, date);
  const LineAmountTypes = typesFor(customer);
  const LineItems = linesFor(customer, month, dice, LineAmountTypes, number);
  const Total = totalOf(LineItems, LineAmountTypes);
  const status = isDisputed(month, nth) ? "AUTHORISED" : statusOf(dice, month, date);
  const isPaid = status === "AUTHORISED" && !isDisputed(month, nth);
  const payments = isPaid ? paymentsFor({ customer, InvoiceID, number, Total, DueDate, date, CurrencyRate }, dice, month.today) : [];
  const lastDay = payments.reduce((latest, { Date: paid }) => (String(paid) > latest ? String(paid) : latest), date);
  const invoice = {
    InvoiceID,
    InvoiceNumber: number,
    Type: "ACCREC",
    Status: status,
    Reference: dice.chance(60) ? `PO ${dice.between(1000, 9999)}` : "",
    ...{ Contact: contactNamed(customer.name), Date: date, DueDate, CurrencyCode: customer.currency, CurrencyRate },
    ...{ LineAmountTypes, LineItems, SentToContact: true, HasAttachments: false, UpdatedDateUTC: stamp(lastDay, InvoiceID) },
  };
  return { invoice, payments };
}

function typesFor(customer: Customer): "Inclusive" | "Exclusive" | "NoTax" {
  if (customer.currency === "AUD") return "NoTax";
  return customer.isInclusive ? "Inclusive" : "Exclusive";
}

function linesFor(customer: Customer, month: Month, dice: Dice, types: string, number: string): readonly Written[] {
  const season = SEASON[Number(month.label.slice(5)) - 1] ?? 100;
  const growth = 84 + month.index;
  const count = dice.pick([1, 1, 2, 2, 3]);
  return Array.from({ length: count }, (_, nth) => {
    const share = nth === 0 ? 100 - 22 * (count - 1) : 22;
    const percent = dice.between(70, 130);
    const amount = cents(Math.trunc((customer.size * share * season * growth * percent) / 1_000_000) + dice.between(0, 99));
    const [code, work, item] = dice.pick(WORK);
    const LineItemID = idFor("harakeke", number, nth);
    return line(`${work}, ${month.label}`, code, amount, taxFor(customer, amount, types), {
      LineItemID,
      ...sold(item, amount, number, nth),
      Tracking: tracking(customer.region, code),
    });
  });
}

function taxFor(customer: Customer, amount: bigint, types: string): { type: string; amount: bigint } {
  if (types === "NoTax") return { type: "NONE", amount: 0n };
  if (customer.currency !== "NZD") return { type: "ZERORATED", amount: 0n };
  return { type: "OUTPUT2", amount: types === "Inclusive" ? taxWithin(amount, GST) : taxOn(amount, GST) };
}

export function totalOf(lines: readonly Written[], types: string): bigint {
  return lines.reduce((sum, { LineAmount, TaxAmount }) => {
    const [amount, tax] = [asMoney(LineAmount), asMoney(TaxAmount)];
    return sum + amount + (types === "Exclusive" ? tax : 0n);
  }, 0n);
}

function asMoney(value: unknown): bigint {
  return typeof value === "bigint" ? value : 0n;
}

// Twice a year a client does not accept an invoice: it stays open below the lock date, and may yet be voided.
function isDisputed(month: Month, nth: number): boolean {
  return (month.label.endsWith("-03") || month.label.endsWith("-09")) && nth === 11;
}

function statusOf(dice: Dice, month: Month, date: Day): string {
  const isRecent = date > addDays(month.today, -21);
  if (isRecent && dice.chance(22)) return dice.chance(50) ? "DRAFT" : "SUBMITTED";
  if (dice.chance(2)) return "VOIDED";
  return dice.chance(1) ? "DELETED" : "AUTHORISED";
}

type Payable = {
  readonly customer: Customer;
  readonly InvoiceID: string;
  readonly number: string;
  readonly Total: bigint;
  readonly DueDate: Day;
  readonly date: Day;
  readonly CurrencyRate: Numeral;
};

// Most pay at once, some in two parts, a few never; and now and then a payment was entered and taken back.
function paymentsFor(owed: Payable, dice: Dice, today: Day): readonly Written[] {
  const first = nextWorkday(addDays(owed.DueDate, owed.customer.lateness + dice.between(-6, 9)));
  const inParts = dice.chance(9);
  if (dice.chance(1)) return [];
  const half = inParts ? (owed.Total / 20_000n) * 10_000n : owed.Total;
  const rest = owed.Total - half;
  const taken = dice.chance(2) ? [payment(owed, 9, addDays(first, -1), owed.Total, "DELETED", today)] : [];
  const second = rest > 0n ? [payment(owed, 1, nextWorkday(addDays(first, 24)), rest, "AUTHORISED", today)] : [];
  return [...taken, payment(owed, 0, first, half, "AUTHORISED", today), ...second].flat();
}

function payment(owed: Payable, nth: number, date: Day, amount: bigint, Status: string, today: Day): readonly Written[] {
  if (date > today || amount === 0n) return [];
  const PaymentID = idFor("harakeke", owed.number, "payment", nth);
  const { currency } = owed.customer;
  const CurrencyRate = rateOn(currency, date);
  const BankAmount = currency === "AUD" ? toBase(amount, readRate(CurrencyRate.numeral) ?? ONE) : amount;
  return [
    {
      ...{ PaymentID, Status, Date: date, Amount: amount, BankAmount, CurrencyRate, PaymentType: "ACCRECPAYMENT" },
      ...{ Account: { Code: currency === "USD" ? "092" : "090" }, Invoice: { InvoiceID: owed.InvoiceID } },
      ...{ Reference: owed.number, IsReconciled: date < addDays(today, -6), UpdatedDateUTC: stamp(date, PaymentID) },
    },
  ];
}
