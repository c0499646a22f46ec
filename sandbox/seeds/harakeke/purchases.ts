// A month of bills. Most are paid on the twentieth of the month after; foreign ones from the account that suits them.

import { addDays, addMonths, type Day } from "../../exact/day.ts";
import { ONE, readRate, toBase } from "../../exact/money.ts";
import { type Dice, diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, nextWorkday, stamp, taxOn, taxWithin, type Written } from "../written.ts";
import { ARCHIVED_CODE } from "./chart.ts";
import { contactNamed, type Supplier, SUPPLIERS } from "./contacts.ts";
import { rateOn } from "./rates.ts";
import { totalOf } from "./sales.ts";
import { tracking } from "./tracking.ts";

const GST = 15;
// The courier account was in use for the first eight months only.
const COURIER_MONTHS = 8;

export function purchasesOf(month: Month): Documents {
  const inMonth = Number(month.label.slice(5));
  const billing = SUPPLIERS.filter(
    ({ months, account }) => months.includes(inMonth) && (account !== ARCHIVED_CODE || month.index < COURIER_MONTHS),
  );
  const bought = billing.map((supplier) => purchase(supplier, month)).filter((one) => one !== undefined);
  return { Invoices: bought.map(({ bill }) => bill), Payments: bought.flatMap(({ payments }) => payments) };
}

function purchase(supplier: Supplier, month: Month) {
  const dice = diceFor("harakeke", "bill", month.label, supplier.name);
  const date = nextWorkday(dayIn(month, dice.between(2, 26)));
  if (date > month.today || date > month.end) return undefined;
  const InvoiceID = idFor("harakeke", "bill", month.label, supplier.name);
  const currency = supplier.currency ?? "NZD";
  const types = supplier.types ?? "Exclusive";
  const LineItems = linesFor(supplier, dice, types, InvoiceID);
  const Total = totalOf(LineItems, types);
  const DueDate = `${addMonths(month.start, 1).slice(0, 8)}20`;
  const Status = statusOf(dice, date, month.today);
  const payments =
    Status === "AUTHORISED" && !dice.chance(2) ? paymentFor(supplier, InvoiceID, Total, nextWorkday(DueDate), month.today) : [];
  const last = String(payments[0]?.["Date"] ?? date);
  const InvoiceNumber = `${supplier.name.slice(0, 2).toUpperCase()}-${dice.between(10_000, 99_999)}`;
  const bill = {
    ...{ InvoiceID, InvoiceNumber, Type: "ACCPAY", Status },
    ...{ Contact: contactNamed(supplier.name), Date: date, DueDate, CurrencyCode: currency, CurrencyRate: rateOn(currency, date) },
    ...{ LineAmountTypes: types, LineItems, Attachments: dice.chance(40) ? scansOf(InvoiceNumber) : [], UpdatedDateUTC: stamp(last, InvoiceID) },
  };
  return { bill, payments };
}

// The bill as it was scanned; now and then with what was delivered.
function scansOf(number: string): readonly Written[] {
  const dice = diceFor("harakeke", "scan", number);
  const bill = { FileName: `${number}.pdf`, MimeType: "application/pdf", ContentLength: dice.between(38_000, 960_000) };
  const note = { FileName: `${number} delivery note.jpg`, MimeType: "image/jpeg", ContentLength: dice.between(420_000, 2_900_000) };
  return dice.chance(25) ? [bill, note] : [bill];
}

function linesFor(supplier: Supplier, dice: Dice, types: string, InvoiceID: string): readonly Written[] {
  const amount = cents(dice.between(supplier.from * 100, supplier.to * 100));
  const split = supplier.account === "310" && dice.chance(35) ? (amount / 30_000n) * 10_000n : 0n;
  const Tracking = tracking(dice.pick(["Auckland", "Auckland", "Wellington", "South Island"]), "200");
  const row = (LineAmount: bigint, code: string, what: string, nth: number) =>
    line(what, code, LineAmount, taxFor(supplier, LineAmount, types), { LineItemID: idFor(InvoiceID, nth), Tracking });
  const first = row(amount - split, supplier.account, supplier.name, 0);
  return split === 0n ? [first] : [first, row(split, "320", "Travel recharged", 1)];
}

function taxFor(supplier: Supplier, amount: bigint, types: string): { type: string; amount: bigint } {
  if (types === "NoTax" || supplier.currency) return { type: "NONE", amount: 0n };
  return { type: "INPUT2", amount: types === "Inclusive" ? taxWithin(amount, GST) : taxOn(amount, GST) };
}

function statusOf(dice: Dice, date: Day, today: Day): string {
  if (date > addDays(today, -12) && dice.chance(25)) return dice.chance(50) ? "DRAFT" : "SUBMITTED";
  return dice.chance(2) ? "VOIDED" : "AUTHORISED";
}

function paymentFor(supplier: Supplier, InvoiceID: string, amount: bigint, date: Day, today: Day): readonly Written[] {
  if (date > today) return [];
  const PaymentID = idFor(InvoiceID, "payment");
  const currency = supplier.currency ?? "NZD";
  const CurrencyRate = rateOn(currency, date);
  const BankAmount = currency === "AUD" ? toBase(amount, readRate(CurrencyRate.numeral) ?? ONE) : amount;
  return [
    {
      ...{ PaymentID, Status: "AUTHORISED", Date: date, Amount: amount, BankAmount, CurrencyRate, PaymentType: "ACCPAYPAYMENT" },
      ...{ Account: { Code: currency === "USD" ? "092" : "090" }, Invoice: { InvoiceID } },
      ...{ Reference: "Payment run", IsReconciled: date < addDays(today, -6), UpdatedDateUTC: stamp(date, PaymentID) },
    },
  ];
}
