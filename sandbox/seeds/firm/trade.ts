// The invoices and bills of a firm's month, and what has been paid of them by today.

import { addDays, type Day } from "../../exact/day.ts";
import { ONE, readRate, toBase } from "../../exact/money.ts";
import { type Dice, diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, nextWorkday, stamp, taxOn, type Written } from "../written.ts";
import { type Firm, NO_TAX, type Party } from "./firm.ts";

type Kind = "ACCREC" | "ACCPAY";
type Deal = { readonly invoice: Written; readonly payments: readonly Written[] };
// `number` is what a person calls it.
export type Wanted = {
  readonly kind: Kind;
  readonly party: Party;
  readonly number: string;
  readonly date: Day;
  readonly amount: bigint;
  readonly today: Day;
  readonly dice: Dice;
};

export function tradeOf(firm: Firm, month: Month): Documents {
  const deals = [...dealsOf(firm, "ACCREC", month), ...dealsOf(firm, "ACCPAY", month)];
  return written(deals);
}

export function written(deals: readonly Deal[]): Documents {
  return { Invoices: deals.map(({ invoice }) => invoice), Payments: deals.flatMap(({ payments }) => payments) };
}

export function contactOf(firm: Pick<Firm, "key">, name: string): Written {
  return { ContactID: idFor(firm.key, "contact", name), Name: name };
}

const promiseOf = { ACCREC: "ExpectedPaymentDate", ACCPAY: "PlannedPaymentDate" } as const;

// One invoice or bill, and its payment where the day for it has come.
export function deal(firm: Firm, { kind, party, number, date, amount, today, dice }: Wanted): Deal {
  const InvoiceID = idFor(firm.key, kind, number);
  const [DueDate, Status] = [addDays(date, party.terms), statusOf(firm, dice, date, today)];
  const tax = taxOf(firm, kind, party, amount);
  const paidOn = nextWorkday(addDays(DueDate, party.late + dice.between(-3, 4)));
  const isPaid = Status === "AUTHORISED" && paidOn <= today && !dice.chance(party.unpaid ?? 0);
  const money = moneyOf(firm, party, date);
  const invoice = {
    ...{ InvoiceID, InvoiceNumber: number, Type: kind, Status, Contact: contactOf(firm, party.name), Date: date, DueDate, ...money },
    ...(party.promised && DueDate < today && Status === "AUTHORISED" && !isPaid ? { [promiseOf[kind]]: nextWorkday(addDays(today, party.promised)) } : {}),
    LineAmountTypes: tax.type === NO_TAX.type ? "NoTax" : "Exclusive",
    LineItems: [line(party.what, party.code, amount, tax)],
    UpdatedDateUTC: stamp(isPaid ? paidOn : date, InvoiceID),
  };
  return { invoice, payments: isPaid ? [payment(firm, { kind, party, InvoiceID, paidOn, amount: amount + tax.amount, today })] : [] };
}

function dealsOf(firm: Firm, kind: Kind, month: Month): readonly Deal[] {
  const parties = kind === "ACCREC" ? firm.customers : firm.suppliers;
  return parties.flatMap((party, nth) => {
    const isTheirs = party.months?.includes(Number(month.label.slice(5))) ?? true;
    return isTheirs ? party.days.flatMap((day) => dealOn(firm, kind, party, month, day, nth)) : [];
  });
}

function dealOn(firm: Firm, kind: Kind, party: Party, month: Month, day: number, nth: number): readonly Deal[] {
  const date = nextWorkday(dayIn(month, day));
  if (date > month.today) return [];
  const dice = diceFor(firm.key, kind, party.name, month.label, day);
  const amount = cents(dice.between(party.from * 100, party.to * 100));
  const inMonth = `${month.label.slice(2).replace("-", "")}${String(day).padStart(2, "0")}`;
  const number = kind === "ACCREC" ? `${firm.prefix}-${inMonth}${nth + 1}` : `${initialsOf(party.name)}${dice.between(100, 999)}-${inMonth}`;
  return [deal(firm, { kind, party, number, date, amount, today: month.today, dice })];
}

function initialsOf(name: string): string {
  return name
    .split(/[^A-Za-z]+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join("");
}

function statusOf({ voided, drafts, draftDays }: Firm, dice: Dice, date: Day, today: Day): string {
  if (dice.chance(voided)) return "VOIDED";
  return date > addDays(today, -draftDays) && dice.chance(drafts) ? "DRAFT" : "AUTHORISED";
}

function taxOf(firm: Firm, kind: Kind, party: Party, amount: bigint): { type: string; amount: bigint } {
  const { type, percent } = party.isUntaxed ? NO_TAX : kind === "ACCREC" ? firm.sales : firm.purchases;
  return { type, amount: taxOn(amount, percent) };
}

function moneyOf(firm: Firm, { currency = firm.currency }: Party, day: Day): Written {
  const rate = currency === firm.currency ? undefined : firm.rateOn?.(currency, day);
  return rate ? { CurrencyCode: currency, CurrencyRate: rate } : { CurrencyCode: currency };
}

type Payable = {
  readonly kind: Kind;
  readonly party: Party;
  readonly InvoiceID: string;
  readonly paidOn: Day;
  readonly amount: bigint;
  readonly today: Day;
};

// Everything goes through the one account, which is in base currency.
function payment(firm: Firm, { kind, party, InvoiceID, paidOn, amount, today }: Payable): Written {
  const PaymentID = idFor(InvoiceID, "payment");
  const rate = party.currency && firm.rateOn?.(party.currency, paidOn);
  const foreign = rate ? { CurrencyRate: rate, BankAmount: toBase(amount, readRate(rate.numeral) ?? ONE) } : { BankAmount: amount };
  return {
    ...{ PaymentID, PaymentType: `${kind}PAYMENT`, Status: "AUTHORISED", Date: paidOn, Amount: amount, ...foreign },
    ...{ Account: { Code: "090" }, Invoice: { InvoiceID }, IsReconciled: paidOn < addDays(today, -firm.unreconciledDays) },
    UpdatedDateUTC: stamp(paidOn, PaymentID),
  };
}
