// The values a books file may hold: amounts and rates as numbers or strings, days and instants in ISO form or as Xero
// writes them. Each field reads to one exact form, and reads its own output again, so that an edit can be laid over it.

import { z } from "zod";
import { readDay, readInstant } from "../exact/day.ts";
import { isNumeral, type Numeral } from "../exact/json.ts";
import { ONE, readMoney, readRate } from "../exact/money.ts";

const written = z.custom<string | Numeral>((value) => typeof value === "string" || isNumeral(value), {
  error: "should be a number",
});

export const amount = z.union([z.bigint(), written]).transform((value, context) => {
  const money = typeof value === "bigint" ? value : readMoney(textOf(value));
  if (money !== undefined) return money;
  context.addIssue({ code: "custom", message: "should be an amount with at most four decimals" });
  return z.NEVER;
});

// Quantities, prices, percentages and rates are kept as they were written.
export const decimal = written.transform((value, context) => {
  const text = textOf(value);
  if (/^-?\d+(\.\d+)?$/.test(text)) return { numeral: text };
  context.addIssue({ code: "custom", message: "should be a decimal number" });
  return z.NEVER;
});

export const rate = decimal.refine((value) => readRate(value.numeral) !== undefined, {
  error: "should be a rate above zero with at most ten decimals (units of the currency for one of the base currency)",
});

export const day = z.string().transform((text, context) => {
  const read = readDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `should be a date (YYYY-MM-DD or /Date(…)/), not "${text}"` });
  return z.NEVER;
});

export const instant = z.union([z.number(), z.string()]).transform((value, context) => {
  const read = typeof value === "number" ? value : readInstant(value);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `should be a date and time, not "${value}"` });
  return z.NEVER;
});

export const count = z.union([z.number(), written]).transform((value) => (typeof value === "number" ? value : Number(textOf(value))));

// Codes look like numbers and are not; one written as a number is taken for its text.
export const code = written.transform(textOf);

export const id = z
  .string()
  .min(1)
  .transform((text) => text.toLowerCase());

export function rateOf(document: { readonly CurrencyRate?: Numeral | undefined }): bigint {
  return readRate(document.CurrencyRate?.numeral ?? "1") ?? ONE;
}

function textOf(value: string | Numeral): string {
  return isNumeral(value) ? value.numeral : value;
}
