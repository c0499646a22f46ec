// A month at Bramble & Finch: five sales, six bills, their payments, and the standing orders of the bank account.

import { addDays, type Day } from "../../exact/day.ts";
import { diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, stamp, taxOn, taxWithin, units, type Written } from "../written.ts";

const VAT = 20;
const NO_TAX = { type: "NONE", amount: 0n };
const CUSTOMERS: readonly [string, ...string[]] = [
  "Ashdown Hotel",
  "Bookmark Cafés",
  "Coombe Primary School",
  "Dalby & Sons",
  "Elmwood Interiors",
  "Foxglove Cottage Lets",
  "Mrs Grantham",
  "Harbour Gallery",
];
const SUPPLIERS: readonly [string, string, number, number][] = [
  ["High Street Lettings", "469", 1_250, 1_250],
  ["Severn Timber", "310", 900, 2_300],
  ["Brass & Hinge", "310", 150, 480],
  ["Moorland Couriers", "320", 220, 520],
  ["County Power", "445", 160, 340],
  ["Ledger Cloud", "453", 45, 45],
];
const KINDS: readonly [[string, string, boolean], ...[string, string, boolean][]] = [
  ["200", "Oak table", true],
  ["200", "Set of chairs", true],
  ["210", "Restoration of a dresser", true],
  ["220", "Books and prints", false],
];

export function tradeOf(month: Month): Documents {
  const sales = [0, 1, 2, 3, 4].flatMap((nth) => sale(month, nth));
  const bills = SUPPLIERS.flatMap((_, nth) => bill(month, nth));
  const traded = [...sales, ...bills];
  return {
    Invoices: traded.map(({ invoice }) => invoice),
    Payments: traded.flatMap(({ payment }) => payment),
    BankTransactions: standing(month),
    ManualJournals: depreciation(month),
  };
}

export function contactNames(): readonly string[] {
  return [...CUSTOMERS, ...SUPPLIERS.map(([name]) => name), "HM Revenue & Customs", "Staff", "The owners", "Severnside Bank"];
}

export function contact(name: string): Written {
  return { ContactID: idFor("bramble", "contact", name), Name: name };
}

function sale(month: Month, nth: number) {
  const dice = diceFor("bramble", "sale", month.label, nth);
  const [code, what, isTaxed] = dice.pick(KINDS);
  const amount = cents(dice.between(75_000, 460_000));
  const isInclusive = nth % 3 === 2;
  const tax = { type: isTaxed ? "OUTPUT2" : "ZERORATEDOUTPUT", amount: isTaxed ? (isInclusive ? taxWithin : taxOn)(amount, VAT) : 0n };
  const number = `BF-${month.label.slice(2).replace("-", "")}${nth + 1}`;
  const types = isInclusive ? "Inclusive" : "Exclusive";
  const total = isInclusive ? amount : amount + tax.amount;
  return traded(month, { number, type: "ACCREC", who: dice.pick(CUSTOMERS), types, total, day: 2 + nth * 5, wait: dice.between(5, 55) }, [
    line(what, code, amount, tax),
  ]);
}

function bill(month: Month, nth: number) {
  const [who, code, from, to] = SUPPLIERS[nth] ?? ["", "", 0, 0];
  const dice = diceFor("bramble", "bill", month.label, who);
  const amount = cents(dice.between(from * 100, to * 100));
  const isRent = code === "469";
  const tax = isRent ? { type: "EXEMPTEXPENSES", amount: 0n } : { type: "INPUT2", amount: taxOn(amount, VAT) };
  const number = `${who.slice(0, 2).toUpperCase()}${month.label.replace("-", "")}`;
  const types = isRent ? "NoTax" : "Exclusive";
  const total = amount + (isRent ? 0n : tax.amount);
  return traded(month, { number, type: "ACCPAY", who, types, total, day: 3 + nth * 4, wait: 21 }, [line(who, code, amount, tax)]);
}

type Deal = {
  readonly number: string;
  readonly type: string;
  readonly who: string;
  readonly types: string;
  readonly total: bigint;
  readonly day: number;
  readonly wait: number;
};

function traded(month: Month, deal: Deal, LineItems: readonly Written[]) {
  const date = dayIn(month, deal.day);
  if (date > month.today) return [];
  const InvoiceID = idFor("bramble", deal.number);
  const dice = diceFor("bramble", "fate", deal.number);
  const Status = dice.chance(3) ? "VOIDED" : date > addDays(month.today, -10) && dice.chance(25) ? "DRAFT" : "AUTHORISED";
  const paidOn = addDays(date, deal.wait);
  const isPaid = Status === "AUTHORISED" && paidOn <= month.today;
  const invoice = {
    InvoiceID,
    InvoiceNumber: deal.number,
    Type: deal.type,
    Status,
    Contact: contact(deal.who),
    Date: date,
    DueDate: addDays(date, 30),
    ...{ LineAmountTypes: deal.types, LineItems, CurrencyCode: "GBP", UpdatedDateUTC: stamp(isPaid ? paidOn : date, InvoiceID) },
  };
  return [{ invoice, payment: isPaid ? [payment(deal, InvoiceID, paidOn, month.today)] : [] }];
}

function payment(deal: Deal, InvoiceID: string, date: Day, today: Day): Written {
  const PaymentID = idFor(InvoiceID, "payment");
  return {
    ...{ PaymentID, PaymentType: `${deal.type}PAYMENT`, Status: "AUTHORISED", Date: date, Amount: deal.total, BankAmount: deal.total },
    Account: { Code: "090" },
    Invoice: { InvoiceID },
    IsReconciled: date < addDays(today, -5),
    UpdatedDateUTC: stamp(date, PaymentID),
  };
}

function standing(month: Month): readonly Written[] {
  const quarter = Number(month.label.slice(5)) % 3 === 1;
  return [
    ...(month.index === 0
      ? bank(month, "capital", month.start, "The owners", "RECEIVE", line("Capital introduced", "970", units(25_000), NO_TAX))
      : []),
    ...bank(month, "wages", dayIn(month, 28), "Staff", "SPEND", line("Wages", "477", units(3_150), NO_TAX)),
    ...bank(month, "fees", dayIn(month, 30), "Severnside Bank", "SPEND", line("Account fee", "404", cents(1_450), NO_TAX)),
    ...bank(month, "drawings", dayIn(month, 25), "The owners", "SPEND", line("Drawings", "980", units(1_800), NO_TAX)),
    ...(quarter && month.index > 2
      ? bank(month, "vat", dayIn(month, 7), "HM Revenue & Customs", "SPEND", line("VAT", "820", units(3_400), NO_TAX))
      : []),
  ];
}

function bank(month: Month, what: string, date: Day, who: string, Type: string, one: Written): readonly Written[] {
  if (date > month.today) return [];
  const BankTransactionID = idFor("bramble", "bank", month.label, what);
  return [
    {
      ...{ BankTransactionID, Type, Status: "AUTHORISED", BankAccount: { Code: "090" }, Contact: contact(who), Date: date },
      LineAmountTypes: "NoTax",
      LineItems: [one],
      IsReconciled: date < addDays(month.today, -5),
      UpdatedDateUTC: stamp(date, BankTransactionID),
    },
  ];
}

function depreciation({ label, end, today }: Month): readonly Written[] {
  if (end > today) return [];
  const ManualJournalID = idFor("bramble", "depreciation", label);
  const row = (AccountCode: string, LineAmount: bigint): Written => ({ AccountCode, LineAmount, TaxType: "NONE", TaxAmount: 0n });
  const JournalLines = [row("416", cents(6_250)), row("721", -cents(6_250))];
  const Narration = `Depreciation ${label}`;
  return [
    {
      ManualJournalID,
      Narration,
      Date: end,
      Status: "POSTED",
      LineAmountTypes: "NoTax",
      JournalLines,
      UpdatedDateUTC: stamp(end, ManualJournalID),
    },
  ];
}
