// One report of a template: its type, what is asked of it, and its period as seen from the month of the pack, so that next month, and for another
// organisation, the same words ask for the right days.
import { z } from "zod";
import { addMonths, type Day, firstDayOf, lastDayOf, type Month } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { quarterStartOf } from "#lib/reports/presets.ts";
import { isLayout, layoutTitles } from "#lib/reports/named/layouts.ts";
import { kindOf } from "#lib/reports/kinds.ts";
import type { Stretch } from "#lib/reports/periods.ts";
import { titles, typeSchema } from "#lib/reports/report-types.ts";

/** Each ends with the last day of the pack's month. Quarters are those of the financial year. */
export const choicePeriods = ["month", "quarterToDate", "yearToDate", "lastTwelveMonths"] as const;
export type ChoicePeriod = (typeof choicePeriods)[number];

/** Said by the pack, or true of one organisation only. */
const notOfTemplates = new Map([
  ...["from", "to", "asAt", "knownOn"].map((name) => [name, "The days of a report come from the month of its pack and from its period."] as const),
  ...["budgetId", "accountId", "definitionId", "trackingCategoryId", "trackingOptionIds", "trackingWithin"].map((name) => [name, `A template is for many organisations: ${name} is of one of them.`] as const),
]);

const someMonth: Stretch = { start: "2026-01-01", end: "2026-01-31" };

/** As it is kept. */
export const choiceSchema = z.strictObject({
  type: typeSchema,
  period: z.enum(choicePeriods, { error: `A period can be ${choicePeriods.join(", ")}.` }).default("month"),
  parameters: z.record(z.string(), z.unknown()).default({}),
});
export type Choice = z.output<typeof choiceSchema>;

/** As somebody may ask for it: what its type of report takes, and what holds in every organisation. */
export const askedChoiceSchema = choiceSchema.superRefine(({ type, parameters }, context) => {
  const foreign = Object.keys(parameters).filter((name) => notOfTemplates.has(name));
  for (const name of foreign) context.addIssue({ code: "custom", path: ["parameters", name], message: notOfTemplates.get(name) ?? "" });
  if (foreign.length > 0) return;
  const read = kindOf(type, parameters).wishes.safeParse(wishesWithin(type, parameters, someMonth));
  for (const issue of read.error?.issues ?? []) context.addIssue({ ...issue, path: ["parameters", ...issue.path] });
});

export function titleOfChoice({ type, parameters: { layout } }: Choice): string {
  return isLayout(layout) ? layoutTitles[layout] : titles[type];
}

/** What is asked of the report for a pack of this month. */
export function wishesOf({ type, period, parameters }: Choice, month: Month, yearEnd: YearEnd): Record<string, unknown> {
  return wishesWithin(type, parameters, stretchOf(period, month, yearEnd));
}

export function stretchOf(period: ChoicePeriod, month: Month, yearEnd: YearEnd): Stretch {
  const end = lastDayOf(month);
  const starts: Record<ChoicePeriod, Day> = {
    month: firstDayOf(month),
    quarterToDate: quarterStartOf(end, yearEnd),
    yearToDate: yearStartOf(end, yearEnd),
    lastTwelveMonths: addMonths(firstDayOf(month), -11),
  };
  return { start: starts[period], end };
}

/** A report that covers days is asked for by two; one that stands on a day by that alone. */
function wishesWithin(type: Choice["type"], parameters: Choice["parameters"], { start, end }: Stretch): Record<string, unknown> {
  const { shape } = kindOf(type, parameters).wishes;
  return { ...parameters, ...("from" in shape ? { from: start, to: end } : { asAt: end }) };
}
