// What a form asks by tracking: columns called "tracking:" and a category, and options as "category:option", several with spaces between.
import { z } from "zod";
import { refuse } from "#lib/refusal.ts";
import { columnKinds, type StatementParameters } from "#lib/reports/report.ts";

const prefix = "tracking:";

export const trackingFields = { columns: z.union([z.enum(columnKinds), z.string().startsWith(prefix).max(60)]), trackingOptionIds: z.string().max(50_000).default("") };
type Fields = { [Name in keyof typeof trackingFields]: z.output<(typeof trackingFields)[Name]> };
type Asked = Pick<StatementParameters, "columns" | "trackingCategoryId"> & { trackingOptionIds?: string[] };

/** Refusal "invalid" where two categories are mixed: what is told apart by one cannot be of the options of another. */
export function trackingAsked({ columns, trackingOptionIds }: Fields): Asked {
  const { data: plain } = z.enum(columnKinds).safeParse(columns);
  const options = trackingOptionIds.split(" ").filter(Boolean).map((pair) => ({ category: pair.split(":")[0] ?? "", id: pair.split(":")[1] ?? "" }));
  const categories = [...new Set([...(plain ? [] : [columns.slice(prefix.length)]), ...options.map(({ category }) => category)])];
  if (categories.length > 1) refuse("invalid", "Choose options of one tracking category at a time, and columns by the same one or by time.");
  const [trackingCategoryId] = categories;
  return { columns: plain ?? "tracking", ...(trackingCategoryId ? { trackingCategoryId } : {}), ...(options.length > 0 ? { trackingOptionIds: options.map(({ id }) => id) } : {}) };
}

/** As a form says it, to ask for another period of the same. */
export function trackingShown({ columns, trackingCategoryId, trackingOptionIds }: Pick<StatementParameters, "columns" | "trackingCategoryId" | "trackingOptionIds">): Fields {
  return { columns: columns === "tracking" ? `${prefix}${trackingCategoryId ?? ""}` : columns, trackingOptionIds: (trackingOptionIds ?? []).map((id) => `${trackingCategoryId}:${id}`).join(" ") };
}
