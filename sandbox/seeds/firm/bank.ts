// What a firm's bank account does without a document: wages, takings, loans, and the tax of the quarter before.

import { addDays, addMonths, type Day } from "../../exact/day.ts";
import { magnitude } from "../../exact/money.ts";
import { diceFor } from "../dice.ts";
import { cents, dayIn, type Documents, idFor, line, type Month, nextWorkday, stamp, type Written } from "../written.ts";
import type { Firm, Standing } from "./firm.ts";
import { contactOf } from "./trade.ts";

const WITHOUT_TAX = { type: "NONE", amount: 0n };
const UNIT = 10_000n;
type Movement = Pick<Standing, "what" | "who" | "code"> & { readonly date: Day; readonly today: Day; readonly amount: bigint; readonly comesIn: boolean };

export function bankOf(firm: Firm, month: Month): Documents {
  const inMonth = Number(month.label.slice(5));
  const due = firm.standing.filter(({ months }) => months?.includes(inMonth) ?? true);
  return { BankTransactions: due.flatMap((standing) => standing.days.flatMap((day) => movementOn(firm, standing, month, day))) };
}

export function movement(firm: Firm, { what, who, code, date, today, amount, comesIn }: Movement): readonly Written[] {
  if (date > today || amount === 0n) return [];
  const BankTransactionID = idFor(firm.key, "bank", what, date);
  return [
    {
      ...{ BankTransactionID, Type: comesIn ? "RECEIVE" : "SPEND", Status: "AUTHORISED", BankAccount: { Code: "090" } },
      ...{ Contact: contactOf(firm, who), Date: date, LineAmountTypes: "NoTax", LineItems: [line(what, code, amount, WITHOUT_TAX)] },
      ...{ IsReconciled: date < addDays(today, -firm.unreconciledDays), UpdatedDateUTC: stamp(date, BankTransactionID) },
    },
  ];
}

// In the month after each quarter: what was charged less what was claimed, in whole units as a return rounds it.
export function taxReturns(firm: Firm, who: string, documents: Documents, months: readonly Month[]): Documents {
  const after = months.filter(({ label, index }) => Number(label.slice(5)) % 3 === 1 && index >= 3);
  return { BankTransactions: after.flatMap((month) => taxReturn(firm, who, documents, month)) };
}

function movementOn(firm: Firm, { what, who, code, from, to, comesIn = false }: Standing, month: Month, day: number): readonly Written[] {
  const dice = diceFor(firm.key, "standing", what, month.label, day);
  const amount = cents(dice.between(from * 100, to * 100));
  return movement(firm, { what, who, code, date: dayIn(month, day), today: month.today, amount, comesIn });
}

function taxReturn(firm: Firm, who: string, documents: Documents, month: Month): readonly Written[] {
  const [from, to] = [addMonths(month.start, -3), addDays(month.start, -1)];
  const filed = (documents["Invoices"] ?? []).filter((row) => row["Status"] === "AUTHORISED" && String(row["Date"]) >= from && String(row["Date"]) <= to);
  const owed = filed.reduce((sum, row) => sum + (row["Type"] === "ACCREC" ? taxIn(row) : -taxIn(row)), 0n);
  const amount = (magnitude(owed) / UNIT) * UNIT;
  return movement(firm, { what: "Tax return", who, code: "820", date: nextWorkday(dayIn(month, 25)), today: month.today, amount, comesIn: owed < 0n });
}

function taxIn({ LineItems }: Written): bigint {
  const lines: readonly unknown[] = Array.isArray(LineItems) ? LineItems : [];
  return lines.reduce<bigint>((sum, one) => sum + (isTaxed(one) ? one.TaxAmount : 0n), 0n);
}

function isTaxed(value: unknown): value is { readonly TaxAmount: bigint } {
  return typeof value === "object" && value !== null && "TaxAmount" in value && typeof value.TaxAmount === "bigint";
}
