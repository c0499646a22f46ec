// The days that a form asks for, as every form of reports sends them.
import { z } from "zod";
import { read } from "#db/index.ts";
import { type Choice, chosenDays } from "#lib/reports/chosen-days.ts";
import type { Stretch } from "#lib/reports/periods.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { comparisons } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";
import type { Scope } from "#lib/scope.ts";

export const dayOfForm = z.union([z.literal(""), daySchema]);

/** Not every form lets one type a period, or step to the next. */
export const choiceForm = z.object({ period: z.string().max(50), typed: z.string().trim().max(50).default(""), from: dayOfForm, to: dayOfForm, step: z.enum(["", "-1", "1"]).default(""), compare: z.enum(comparisons) });

/** Refusal "invalid" with a sentence. */
export async function daysIn(scope: Scope, choice: Choice): Promise<Stretch> {
  const { today, yearEnd } = await read(scope, readOrganisation);
  return chosenDays(choice, today, yearEnd);
}
