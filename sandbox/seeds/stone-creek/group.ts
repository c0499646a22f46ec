// What being in a group does to the bank account: every Monday the parent sweeps what lies above an agreed balance, or tops it up; and an
// instalment of the group's loan falls due in the seventh week from now, two weeks before a large claim is paid. By then everything else that is
// open today has come and gone, so the instalment is what leaves the account with little.

import { addDays, type Day, weekday } from "../../exact/day.ts";
import { isRecord } from "../../exact/json.ts";
import { magnitude } from "../../exact/money.ts";
import { movement } from "../firm/bank.ts";
import type { Party } from "../firm/firm.ts";
import { deal, written } from "../firm/trade.ts";
import { diceFor } from "../dice.ts";
import { type Documents, units, type Written } from "../written.ts";
import { firm, HOLDINGS, SHIRE } from "./firm.ts";

const AGREED = units(96_000);
const LEFT = units(8_600);
const HUNDRED = units(100);
const LOAN = "880";

// `documents` with the sweeps.
export function ahead(documents: Documents, first: Day, today: Day): Documents {
  const amount = ((moved(documents, first, addDays(today, 1)) + stillOpen(documents) - LEFT) / HUNDRED) * HUNDRED;
  const instalment: Party = { name: HOLDINGS, code: LOAN, what: "Loan instalment, group facility", from: 0, to: 0, days: [], terms: 55, late: 0, isUntaxed: true };
  const claim: Party = { name: SHIRE, code: "200", what: "Torquay clubrooms, progress claim 4", from: 0, to: 0, days: [], terms: 62, late: 0 };
  const certain = { ...firm, voided: 0, drafts: 0 };
  const dice = diceFor("stone-creek", "ahead");
  return written([
    deal(certain, { kind: "ACCPAY", party: instalment, number: "SCH-LOAN-06", date: addDays(today, -9), amount, today, dice }),
    deal(certain, { kind: "ACCREC", party: claim, number: "SCB-TC4", date: addDays(today, -5), amount: units(164_000), today, dice }),
  ]);
}

// Week by week, so that each sweep finds what the ones before it have left.
export function sweeps(documents: Documents, first: Day, today: Day): Documents {
  const made: Written[] = [];
  let balance = 0n;
  for (let from = first, monday = nextMonday(first); monday <= today; from = monday, monday = addDays(monday, 7)) {
    balance += moved(documents, from, monday);
    const over = balance - AGREED;
    made.push(...movement(firm, { what: over < 0n ? "Top-up from the group" : "Sweep to the group", who: HOLDINGS, code: LOAN, date: monday, today, amount: magnitude(over), comesIn: over < 0n }));
    balance -= over;
  }
  return { BankTransactions: made };
}

// What customers owe less what suppliers are owed.
function stillOpen({ Invoices = [], Payments = [] }: Documents): bigint {
  const paid = new Set(Payments.map(({ Invoice }) => JSON.stringify(Invoice)));
  const open = Invoices.filter(({ Status, InvoiceID }) => Status === "AUTHORISED" && !paid.has(JSON.stringify({ InvoiceID })));
  return open.reduce((sum, row) => sum + (row["Type"] === "ACCREC" ? linesIn(row) : -linesIn(row)), 0n);
}

// From one day up to, and without, another.
function moved(documents: Documents, from: Day, until: Day): bigint {
  const within = (row: Written) => String(row["Date"]) >= from && String(row["Date"]) < until;
  const payments = (documents["Payments"] ?? []).filter(within).map((row) => (row["PaymentType"] === "ACCRECPAYMENT" ? amountIn(row) : -amountIn(row)));
  const lines = (documents["BankTransactions"] ?? []).filter(within).map((row) => (row["Type"] === "RECEIVE" ? linesIn(row) : -linesIn(row)));
  return [...payments, ...lines].reduce((sum, amount) => sum + amount, 0n);
}

function linesIn({ LineItems }: Written): bigint {
  const lines: readonly unknown[] = Array.isArray(LineItems) ? LineItems : [];
  return lines.reduce<bigint>((sum, one) => sum + (isLine(one) ? one.LineAmount + one.TaxAmount : 0n), 0n);
}

function isLine(value: unknown): value is { readonly LineAmount: bigint; readonly TaxAmount: bigint } {
  return isRecord(value) && typeof value["LineAmount"] === "bigint" && typeof value["TaxAmount"] === "bigint";
}

function amountIn({ Amount }: Written): bigint {
  return typeof Amount === "bigint" ? Amount : 0n;
}

function nextMonday(day: Day): Day {
  return addDays(day, (8 - weekday(day)) % 7);
}
