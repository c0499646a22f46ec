// How a statement writes its figures: whole units in groups of three, negatives in parentheses; cents are a hover or a click away.
import { inThrees } from "#lib/amount-label.ts";
import { absolute, decimal, type Money, quotient } from "#lib/money.ts";

const unit = 10_000n;

/** 12345000n → "1,235"; without its sign. */
export function wholeUnits(amount: Money): string {
  return inThrees(quotient(absolute(amount), unit).toString());
}

/** 12345000n → "1,234.50"; with a minus sign. */
export function inFull(amount: Money): string {
  const [whole = "", fraction = ""] = decimal(absolute(amount)).split(".");
  return `${amount < 0n ? "−" : ""}${inThrees(whole)}.${fraction}`;
}
