// What goes through the bank without an invoice: card purchases, fees, interest, wages, taxes, the loan, dividends, and
// transfers between the company's own accounts.

import { addDays, type Day } from "../../exact/day.ts";
import { ONE, readRate, toBase } from "../../exact/money.ts";
import { diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, nextWorkday, stamp, taxWithin, units, type Written } from "../written.ts";
import { CARD_ID } from "./chart.ts";
import { contactNamed } from "./contacts.ts";
import { netPay, payeDue } from "./payroll.ts";
import { rateOn } from "./rates.ts";

const NO_TAX = { type: "NONE", amount: 0n };
const GST = 15;
const CARD_COUNT = 9;

const CARD: readonly [readonly [string, string, number, number], ...(readonly [string, string, number, number])[]] = [
  ["Air Kiwi Wings", "493", 160, 690],
  ["City Cabs", "493", 18, 74],
  ["Corner Café", "420", 22, 180],
  ["Fuel Stop", "449", 60, 145],
  ["Hotel Lambton", "493", 190, 420],
  ["Office Pantry", "453", 35, 210],
  ["App Market", "485", 29, 320],
  ["Parking Auckland", "449", 8, 60],
];

export function moneyOf(month: Month): Documents {
  const inMonth = Number(month.label.slice(5));
  const transactions = [
    ...cardPurchases(month),
    spend(month, "fees", dayIn(month, 28), "Kiwi Commercial Bank", [
      line("Account and merchant fees", "404", cents(4_870 + inMonth * 23), NO_TAX),
    ]),
    spend(month, "wages", wagesDay(month), "Staff payroll", [line("Net pay", "814", netPay(month), NO_TAX)]),
    spend(month, "paye", dayIn(month, 20), "Inland Revenue", [line("PAYE for last month", "825", payeDue(month), NO_TAX)]),
    spend(month, "loan", dayIn(month, 15), "Kiwi Commercial Bank", [
      line("Loan repayment", "900", cents(215_000), NO_TAX),
      line("Loan interest", "437", cents(61_000 - month.index * 1_400), NO_TAX),
    ]),
    receive(month, "interest", month.end, "Kiwi Commercial Bank", [line("Interest", "270", cents(18_400 + month.index * 610), NO_TAX)]),
    ...(inMonth % 3 === 0
      ? [spend(month, "dividend", dayIn(month, 24), "Staff payroll", [line("Dividend", "980", units(36_000), NO_TAX)])]
      : []),
    ...([1, 5, 8].includes(inMonth)
      ? [spend(month, "tax", dayIn(month, 7), "Inland Revenue", [line("Provisional tax", "830", units(38_000), NO_TAX)])]
      : []),
  ];
  const transfers = transfersOf(month);
  return {
    BankTransactions: [...transactions.flat(), ...transfers.flatMap(({ rows }) => rows)],
    BankTransfers: transfers.map(({ transfer }) => transfer),
  };
}

function wagesDay(month: Month): Day {
  return dayIn(month, 27);
}

function cardPurchases(month: Month): readonly Written[] {
  return Array.from({ length: CARD_COUNT }, (_, nth) => {
    const dice = diceFor("harakeke", "card", month.label, nth);
    const [shop, code, from, to] = dice.pick(CARD);
    const amount = cents(dice.between(from * 100, to * 100));
    const date = dayIn(month, 2 + nth * 3);
    const tax = { type: "INPUT2", amount: taxWithin(amount, GST) };
    const card = { BankAccount: { AccountID: CARD_ID }, LineAmountTypes: "Inclusive" };
    return transaction(month, `card-${nth}`, date, shop, "SPEND", [line(shop, code, amount, tax)], card);
  }).flat();
}

function spend(month: Month, what: string, date: Day, payee: string, lines: readonly Written[]): readonly Written[] {
  return transaction(month, what, nextWorkday(date), payee, "SPEND", lines, {});
}

function receive(month: Month, what: string, date: Day, payer: string, lines: readonly Written[]): readonly Written[] {
  return transaction(month, what, date, payer, "RECEIVE", lines, {});
}

export function transaction(
  { label, today }: Pick<Month, "label" | "today">,
  what: string,
  date: Day,
  contact: string,
  Type: string,
  LineItems: readonly Written[],
  more: Written,
): readonly Written[] {
  if (date > today) return [];
  const BankTransactionID = idFor("harakeke", "bank", label, what);
  const isRecent = date > addDays(today, -6);
  const dice = diceFor("harakeke", "reconciled", BankTransactionID);
  return [
    {
      ...{ BankTransactionID, Type, Status: "AUTHORISED", BankAccount: { Code: "090" }, Contact: contactNamed(contact), Date: date },
      ...{ LineAmountTypes: "NoTax", LineItems, CurrencyCode: "NZD", IsReconciled: isRecent ? dice.chance(30) : !dice.chance(2) },
      ...{ Reference: "", HasAttachments: false, UpdatedDateUTC: stamp(date, BankTransactionID), ...more },
    },
  ];
}

// Transfers show twice in Xero: as themselves, and as a pair of -TRANSFER bank transactions.
function transfersOf(month: Month) {
  const inMonth = Number(month.label.slice(5));
  const cardBill = cents(134_000 + diceFor("harakeke", "card bill", month.label).between(0, 26_000));
  return [
    transfer(month, "card", dayIn(month, 18), { Code: "090" }, { AccountID: CARD_ID }, cardBill, "NZD"),
    transfer(month, "savings", dayIn(month, 29), { Code: "090" }, { Code: "091" }, units(7_500), "NZD"),
    ...(inMonth % 2 === 0 ? [transfer(month, "dollars", dayIn(month, 12), { Code: "092" }, { Code: "090" }, units(19_000), "USD")] : []),
  ].flat();
}

function transfer(month: Month, what: string, date: Day, from: Written, to: Written, Amount: bigint, currency: string) {
  if (date > month.today) return [];
  const BankTransferID = idFor("harakeke", "transfer", month.label, what);
  const [FromBankTransactionID, ToBankTransactionID] = [idFor(BankTransferID, "from"), idFor(BankTransferID, "to")];
  const CurrencyRate = rateOn(currency, date);
  const arrived = toBase(Amount, readRate(CurrencyRate.numeral) ?? ONE);
  const UpdatedDateUTC = stamp(date, BankTransferID);
  const shared = { Status: "AUTHORISED", Date: date, IsReconciled: true, LineAmountTypes: "NoTax", UpdatedDateUTC, HasAttachments: false };
  return [
    {
      transfer: {
        ...{ BankTransferID, FromBankAccount: from, ToBankAccount: to, Amount, Date: date, CurrencyRate },
        ...{ FromBankTransactionID, ToBankTransactionID, CreatedDateUTC: UpdatedDateUTC, UpdatedDateUTC, Reference: what },
        ...{ FromIsReconciled: true, ToIsReconciled: true, HasAttachments: false },
      },
      rows: [
        {
          ...shared,
          BankTransactionID: FromBankTransactionID,
          Type: "SPEND-TRANSFER",
          BankAccount: from,
          SubTotal: Amount,
          Total: Amount,
          CurrencyCode: currency,
          CurrencyRate,
        },
        {
          ...shared,
          BankTransactionID: ToBankTransactionID,
          Type: "RECEIVE-TRANSFER",
          BankAccount: to,
          SubTotal: arrived,
          Total: arrived,
          CurrencyCode: "NZD",
        },
      ],
    },
  ];
}
