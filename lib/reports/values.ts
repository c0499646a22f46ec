// How values are written in a report: amounts are decimal strings, days are YYYY-MM-DD, numbers are safe integers.
import { z } from "zod";
import { isDay } from "#lib/day.ts";

export const daySchema = z.string().refine(isDay, "This is no calendar day in the form YYYY-MM-DD.").meta({ format: "date" });
export const instant = z.iso.datetime();
export const amount = z.string().regex(/^-?\d+\.\d{2,4}$/);
/** Of any unit: an amount, a percentage or a ratio with two decimals, days with one, a count with none. */
export const figure = z.string().regex(/^-?\d+(\.\d{1,4})?$/);
export const count = z.int().min(0);
export const sign = z.union([z.literal(1), z.literal(-1)]);
