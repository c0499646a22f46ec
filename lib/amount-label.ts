// How an amount is written for a reader: groups of three, two decimals, negatives in parentheses with the figures still in line, zero as
// a dash.
import { absolute, decimal, type Money, type Rate, rateText, roundToCents } from "#lib/money.ts";

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

/** A price to the decimals it has, of up to four: "84.4375", "149.00", "(0.0125)". `decimals` keeps those of a column under each other. */
export function priceInColumn(price: Money, decimals: 2 | 4): string {
  const [whole = "", fraction = ""] = decimal(absolute(price)).split(".");
  const text = `${inThrees(whole)}.${fraction.padEnd(decimals, "0")}`;
  return price < 0n ? `(${text})` : `${text}\u2007`;
}

/** 2.5 → "2.5", 1200 → "1,200", without the decimals that a rate or quantity does not have. */
export function quantityInColumn(quantity: Rate): string {
  const [whole = "", fraction] = rateText(quantity).split(".");
  return [inThrees(whole), fraction].filter((part) => part !== undefined).join(".");
}

/** 12345 → "12,345". Not by `Intl`, whose first use costs a browser as much as laying out a whole dashboard. */
export function countInWords(count: number): string {
  return inThrees(String(count));
}

function grouped(amount: Money): string {
  const [whole = "", fraction = "00"] = decimal(absolute(amount)).split(".");
  return `${inThrees(whole)}.${fraction}`;
}

/** "1234567" → "1,234,567". */
export function inThrees(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
