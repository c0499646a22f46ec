// Xero's own ways of writing values, turned into ours: money from the number's text, days from .NET dates without shifting them, instants,
// text without U+0000 and cut at the length its column has.
import { z } from "zod";
import { type Day, dayAtGreenwich, isDay } from "#lib/day.ts";
import { type Money, statedMoney, type Rate, rate, rateOfOne } from "#lib/money.ts";
import { remark } from "#lib/xero/remarks.ts";

const netDate = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;
/** What .NET writes for "no date": the first of January of the year 1. */
const noDate = -62_135_596_800_000;

/** A calendar day: /Date(…)/ is midnight at Greenwich of the organisation's own day. */
export const wireDay = z.string().transform((text, context): Day => {
  const day = dayFrom(text);
  if (day) return day;
  context.addIssue({ code: "custom", message: `"${text}" is not a date` });
  return z.NEVER;
});

export const optionalDay = z.string().nullish().transform((text): Day | null => (text ? dayFrom(text) : null));

/** A point in time: /Date(…)/, or ISO text, which Xero writes without its Z. */
export const wireInstant = z.string().nullish().transform((text): Date | null => (text ? instantFrom(text) : null));

export const wireMoney = z.string().transform((text, context): Money => orIssue(() => statedMoney(text), context));
export const moneyOrZero = wireMoney.nullish().transform((amount): Money => amount ?? 0n);
/** Unit prices may have more decimals than money; they are shown, never added up. */
export const wireQuantity = z.string().nullish().transform((text, context): Rate | null => orIssue(() => quantityFrom(text), context));
/** A quantity for a column: one beyond 64 bits of ten decimals is left out rather than failing its document. */
export const columnQuantity = wireQuantity.transform((value) => (value !== null && BigInt.asIntN(64, value) === value ? value : null));
export const rateOrOne = z.string().nullish().transform((text, context): Rate => orIssue(() => quantityFrom(text), context) || rateOfOne);

/** Of some objects Xero writes its flags as text. */
export const wireFlag = z.union([z.boolean(), z.enum(["true", "false"])]).nullish().transform((value) => value === true || value === "true");
export const optionalText = z.string().nullish().transform((text) => (text ? clean(text) : null));

/** Text for a column of a given length; what is longer is cut, and remarked on. */
export function textUpTo(length: number) {
  return z.string().nullish().transform((text) => {
    const cleaned = text ? clean(text) : null;
    if (cleaned !== null && cleaned.length > length) remark(`A text longer than ${length} characters was cut.`);
    return cleaned === null ? null : cut(cleaned, length);
  });
}

/** Never through the middle of a character: half of one cannot be stored. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
}

/** One of Xero's words. One we do not know stays as it came, and is remarked on. */
export function wordOf(kind: string, words: readonly string[]) {
  return textUpTo(50).transform((given) => {
    const word = given ?? "";
    if (!words.includes(word)) remark(`Xero uses "${word}" as the ${kind}, which Daybook does not know; it was kept as it came.`);
    return word;
  });
}

export function clean(text: string): string {
  return text.replaceAll("\u0000", "");
}

/** What cannot be read is the answer's fault, not a fault of ours. */
function orIssue<Value>(read: () => Value, context: z.RefinementCtx): Value {
  try {
    return read();
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : "cannot be read" });
    return z.NEVER;
  }
}

function dayFrom(text: string): Day | null {
  const [isNetDate, milliseconds] = netDate.exec(text) ?? [];
  const day = isNetDate ? dayOf(Number(milliseconds)) : text.slice(0, 10);
  return day !== null && isDay(day) ? day : null;
}

function dayOf(milliseconds: number): Day | null {
  return milliseconds === noDate || Number.isNaN(new Date(milliseconds).getTime()) ? null : dayAtGreenwich(milliseconds);
}

function instantFrom(text: string): Date | null {
  const [, milliseconds] = netDate.exec(text) ?? [];
  const instant = new Date(milliseconds === undefined ? (/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`) : Number(milliseconds));
  return Number.isNaN(instant.getTime()) || instant.getTime() === noDate ? null : instant;
}

/** Decimals beyond the tenth are cut off. */
function quantityFrom(text: string | null | undefined): Rate | null {
  if (!text) return null;
  const [whole = "", fraction = ""] = withoutExponent(text).split(".");
  return rate(`${whole}.${fraction.slice(0, 10) || "0"}`);
}

function withoutExponent(text: string): string {
  const [, digits = text, exponent = "0"] = /^(.+)[eE]([+-]?\d{1,2})$/.exec(text) ?? [];
  const [, minus = "", whole = digits, fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  const shift = Number(exponent);
  if (shift === 0) return digits;
  const all = `${"0".repeat(Math.max(0, 1 - whole.length - shift))}${whole}${fraction.padEnd(Math.max(0, shift), "0")}`;
  const point = Math.max(1, whole.length + shift);
  return `${minus}${all.slice(0, point)}.${all.slice(point)}`;
}
