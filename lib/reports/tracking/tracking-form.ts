// What a form asks by tracking: columns called "tracking:" and a category, and options as "category:option", several with spaces between.
import { z } from "zod";
import { refuse } from "#lib/refusal.ts";
import { columnKinds, type StatementParameters } from "#lib/reports/report.ts";

const prefix = "tracking:";

export const trackingFields = { columns: z.union([z.enum(columnKinds), z.string().startsWith(prefix).max(60)]), trackingOptionIds: z.string().max(50_000).default("") };
type Fields = { [Name in keyof typeof trackingFields]: z.output<(typeof trackingFields)[Name]> };
type OfTracking = Pick<StatementParameters, "columns" | "trackingCategoryId" | "trackingOptionIds" | "trackingWithin">;

/** Options of the category that columns are by narrow those; of another one, the whole. Refusal "invalid" for more categories than two. */
export function trackingAsked({ columns, trackingOptionIds }: Fields): OfTracking {
  const { data: plain } = z.enum(columnKinds).safeParse(columns);
  const options = trackingOptionIds.split(" ").filter(Boolean).map((pair) => ({ category: pair.split(":")[0] ?? "", id: pair.split(":")[1] ?? "" }));
  const [first, second, third] = new Set([...(plain ? [] : [columns.slice(prefix.length)]), ...options.map(({ category }) => category)]);
  if (third !== undefined) refuse("invalid", "Choose options of two tracking categories at most, that of the columns among them.");
  const optionsOf = (asked: string) => options.filter(({ category }) => category === asked).map(({ id }) => id);
  const own = first === undefined ? [] : optionsOf(first);
  return {
    columns: plain ?? "tracking",
    ...(first ? { trackingCategoryId: first } : {}),
    ...(own.length > 0 ? { trackingOptionIds: own } : {}),
    ...(second ? { trackingWithin: { categoryId: second, optionIds: optionsOf(second) } } : {}),
  };
}

/** Of a report that is not by tracking itself. Refusal "invalid" for more categories than one. */
export function withinAsked(trackingOptionIds: string): Pick<OfTracking, "trackingWithin"> {
  const { trackingCategoryId: categoryId, trackingOptionIds: optionIds, trackingWithin } = trackingAsked({ columns: "total", trackingOptionIds });
  if (trackingWithin) refuse("invalid", "Choose options of one tracking category: only a profit and loss can be of two.");
  return categoryId && optionIds ? { trackingWithin: { categoryId, optionIds } } : {};
}

/** As a form says it, to ask for another period of the same. */
export function trackingShown({ columns, trackingCategoryId, trackingOptionIds = [], trackingWithin }: OfTracking): Fields {
  const own = trackingOptionIds.map((id) => `${trackingCategoryId}:${id}`);
  const within = (trackingWithin?.optionIds ?? []).map((id) => `${trackingWithin?.categoryId}:${id}`);
  return { columns: columns === "tracking" ? `${prefix}${trackingCategoryId ?? ""}` : columns, trackingOptionIds: [...own, ...within].join(" ") };
}
