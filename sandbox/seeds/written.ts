// Small words for writing seed documents: amounts in whole units or cents, tax as a percentage, lines and months.

import { identify } from "../books/identify.ts";
import { addDays, addMonths, type Day, monthEnd, startOf, weekday } from "../exact/day.ts";
import { numeral } from "../exact/json.ts";
import { roundedQuotient } from "../exact/money.ts";

export type Written = Readonly<Record<string, unknown>>;
export type Month = { readonly start: Day; readonly end: Day; readonly label: string; readonly index: number; readonly today: Day };
export type Documents = { readonly [collection: string]: readonly Written[] };

const CENTS = 100n;

export function units(amount: number): bigint {
  return cents(amount * 100);
}

export function cents(amount: number): bigint {
  return BigInt(amount) * CENTS;
}

export function taxOn(net: bigint, percent: number): bigint {
  return roundedQuotient(net * BigInt(percent), 100n * CENTS) * CENTS;
}

export function taxWithin(gross: bigint, percent: number): bigint {
  return roundedQuotient(gross * BigInt(percent), BigInt(100 + percent) * CENTS) * CENTS;
}

export function line(
  description: string,
  AccountCode: string,
  LineAmount: bigint,
  tax: { type: string; amount: bigint },
  more: Written = {},
): Written {
  const UnitAmount = numeral(`${LineAmount / 10_000n}.${String(LineAmount % 10_000n).padStart(4, "0")}`);
  const price = LineAmount >= 0n ? { Quantity: numeral("1.0000"), UnitAmount } : {};
  return { Description: description, AccountCode, LineAmount, TaxAmount: tax.amount, TaxType: tax.type, ...price, ...more };
}

// So many months up to and including the one of `today`.
export function monthsUpTo(today: Day, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => {
    const start = addMonths(`${today.slice(0, 8)}01`, index - count + 1);
    return { start, end: monthEnd(start), label: start.slice(0, 7), index, today };
  });
}

export function dayIn(month: Month, dayOfMonth: number): Day {
  const day = `${month.label}-${String(dayOfMonth).padStart(2, "0")}`;
  return day > month.end ? month.end : day;
}

export function nextWorkday(day: Day): Day {
  const beyond = weekday(day) - 5;
  return beyond <= 0 ? day : addDays(day, 3 - beyond);
}

// Somebody entered it during the working day, at a minute that its id decides.
export function stamp(day: Day, id: string): number {
  const minutes = Number.parseInt(id.slice(0, 4), 16) % 480;
  return startOf(day) + (20 * 60 + minutes - 24 * 60) * 60_000;
}

export function idFor(...parts: readonly (string | number)[]): string {
  return identify("seed", ...parts);
}

export function together(parts: readonly Documents[]): Documents {
  const names = [...new Set(parts.flatMap((part) => Object.keys(part)))];
  return Object.fromEntries(names.map((name) => [name, parts.flatMap((part) => part[name] ?? [])]));
}
