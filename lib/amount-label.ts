// How an amount is written for a reader: groups of three, two decimals, negatives in parentheses with the figures still in line, zero as
// a dash.
import { absolute, decimal, type Money, roundToCents } from "#lib/money.ts";

/** For a column of figures: "1,234.50", "(31.40)", "–". A figure space keeps the last digits of both under each other. */
export function amountInColumn(amount: Money): string {
  const cents = roundToCents(amount);
  if (cents === 0n) return "–\u2007";
  return cents < 0n ? `(${grouped(cents)})` : `${grouped(cents)}\u2007`;
}

/** Within a sentence: "1,234.50", "−31.40", "0.00". */
export function amountInSentence(amount: Money): string {
  const cents = roundToCents(amount);
  return `${cents < 0n ? "−" : ""}${grouped(cents)}`;
}

/** 12345 → "12,345". */
export function countInWords(count: number): string {
  return count.toLocaleString("en-NZ");
}

function grouped(amount: Money): string {
  const [whole = "", fraction = "00"] = decimal(absolute(amount)).split(".");
  return `${inThrees(whole)}.${fraction}`;
}

/** "1234567" → "1,234,567". */
export function inThrees(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
