// How a statement writes its figures: whole units in groups of three, negatives in parentheses; cents are a hover or a click away.
import { amountInSentence } from "#lib/amount-label.ts";
import { absolute, decimal, type Money, money, quotient } from "#lib/money.ts";
import type { Unit } from "#lib/reports/unit.ts";

const unit = 10_000n;

/** 12345000n → "1,235"; without its sign. */
export function wholeUnits(amount: Money): string {
  return grouped(quotient(absolute(amount), unit).toString());
}

/** 12345000n → "1,234.50"; with a minus sign. */
export function inFull(amount: Money): string {
  const [whole = "", fraction = ""] = decimal(absolute(amount)).split(".");
  return `${amount < 0n ? "−" : ""}${grouped(whole)}.${fraction}`;
}

/** A figure that is no money, as it stands alone: "45.30%", "31.0 days", "1.25", "14". With a minus sign. */
export function inUnit(value: string, unit: Exclude<Unit, "money">): string {
  const [whole = "", fraction] = value.replace("-", "").split(".");
  const digits = `${value.startsWith("-") ? "−" : ""}${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
  return `${digits}${unit === "percent" ? "%" : unit === "days" ? (digits === "1" ? " day" : " days") : ""}`;
}

/** Any figure within a sentence, to its last decimal; "n/m" where there is none. */
export function figureInSentence(value: string | null, unit: Unit): string {
  if (value === null) return "n/m";
  return unit === "money" ? amountInSentence(money(value)) : inUnit(value, unit);
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
