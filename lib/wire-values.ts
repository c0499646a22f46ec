// Values as JSON has them, each one way for all operations: money as a decimal string, days as YYYY-MM-DD, instants with an offset. In code they
// are bigints, days and Dates.
import { z } from "zod";
import { isDay } from "#lib/day.ts";
import { decimal, money } from "#lib/money.ts";

export const wireMoney = z.codec(z.string().regex(/^-?\d{1,14}(\.\d{1,4})?$/, "An amount is written as a plain decimal number: 1234.50."), z.bigint(), { decode: money, encode: decimal });

export const wireDay = z.string().refine(isDay, "A day is written as year, month and day: 2026-11-21.");

const moment = z.iso
  .datetime({ offset: true, error: "A moment is written with its offset: 2026-11-21T07:12:00Z." })
  .refine((text) => new Date(text).getUTCFullYear() > 0, "There was no year 0.");

export const wireInstant = z.codec(moment, z.date(), {
  decode: (text) => new Date(text),
  encode: (at) => at.toISOString(),
});

/** Text somebody asks for. No database of ours keeps the character U+0000, and one refuses to be asked for it. */
export function wireText(longest: number) {
  return z.string().max(longest, `This may have ${longest} characters at most.`).refine((text) => !text.includes("\0"), "This holds a character that no text here can have.");
}
