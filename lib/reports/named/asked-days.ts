// The days of a report that is of some days: the last closed month unless somebody asks for others.
import { type Day, firstDayOf, monthOf } from "#lib/day.ts";
import type { Organisation } from "#lib/reports/common-parts.ts";
import { lastDay, refuseImpossible } from "#lib/reports/parameters.ts";
import { daySchema } from "#lib/reports/values.ts";

export const daysWishes = { from: daySchema.optional(), to: daySchema.optional() };

/** Days after today are cut off. Refusal "invalid" where the first lies after the last. */
export function askedDays({ from: asked, to: until }: { from?: Day | undefined; to?: Day | undefined }, { today }: Pick<Organisation, "today">): { from: Day; to: Day } {
  const to = lastDay({ from: asked, to: until }, today);
  const from = asked ?? firstDayOf(monthOf(to));
  refuseImpossible(from, to, "total");
  return { from, to };
}
