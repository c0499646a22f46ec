// By which category a profit and loss is told apart, or of which of its options it is. A balance sheet is never filtered: control accounts carry no
// tracking, so that its two sides would not balance.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { refuse } from "#lib/refusal.ts";
import { alphabetical } from "#lib/reports/books.ts";
import { fault } from "#lib/reports/parameters.ts";
import { type Column, statementColumnKinds, type StatementParameters, type Tracked } from "#lib/reports/report.ts";
import type { StatementType } from "#lib/reports/report-types.ts";
import { trackingCategories, trackingSetOptions } from "#lib/tracking/queries.ts";
import { trackedOption, type TrackingCategory, unassigned } from "#lib/tracking/tracking.ts";

export const trackingWishes = {
  columns: z.enum(statementColumnKinds, { error: "Columns can be total, month, quarter, year or tracking." }).default("month"),
  trackingCategoryId: z.uuid({ error: "A tracking category is named by its id." }).optional(),
  trackingOptionIds: z.array(trackedOption).min(1, "Name at least one option, or leave the field out.").max(500).optional(),
};

type Asked = Pick<StatementParameters, "columns" | "compare" | "trackingCategoryId" | "trackingOptionIds">;
/** `all` has every option of the category and what is unassigned; `optionIds` where it is of some only, in their order there, each once. */
export type ChosenTracking = { all: Tracked; optionIds: string[] | undefined };

/** Null where nothing is asked by tracking. Refusal "invalid" with the field for what is not there, "conflict" where Xero has no category at all. */
export async function chosenTracking(q: Query, type: StatementType, asked: Asked): Promise<ChosenTracking | null> {
  refuseImpossible(type, asked);
  const { columns, trackingCategoryId, trackingOptionIds } = asked;
  if (columns !== "tracking" && trackingCategoryId === undefined) return null;
  const all = await trackedBy(q, await categoryOf(q, trackingCategoryId));
  const known = all.options.map(({ id }) => id);
  const stray = trackingOptionIds?.findIndex((id) => !known.includes(id)) ?? -1;
  if (stray >= 0) fault(`trackingOptionIds/${stray}`, `There is no such option of “${all.category}”.`);
  return { all, optionIds: trackingOptionIds && known.filter((id) => trackingOptionIds.includes(id)) };
}

export function parametersOf({ all, optionIds }: ChosenTracking): Pick<StatementParameters, "trackingCategoryId" | "trackingOptionIds"> {
  return { trackingCategoryId: all.categoryId, ...(optionIds ? { trackingOptionIds: optionIds } : {}) };
}

/** Those options alone that some columns are of. */
export function trackedIn({ all }: ChosenTracking, columns: readonly Column[]): Tracked {
  const shown = new Set(columns.flatMap(({ tracking }) => tracking ?? []));
  return { ...all, options: all.options.filter(({ id }) => shown.has(id)) };
}

function refuseImpossible(type: StatementType, { columns, compare, trackingCategoryId, trackingOptionIds }: Asked): void {
  const isAsked = columns === "tracking" || trackingCategoryId !== undefined || trackingOptionIds !== undefined;
  if (isAsked && type === "BALANCE_SHEET") fault(columns === "tracking" ? "columns" : "trackingCategoryId", "A balance sheet is never told apart by tracking: receivables, payables and banks carry none, so it would not balance. Ask for a profit and loss.");
  if (trackingOptionIds !== undefined && trackingCategoryId === undefined) fault("trackingCategoryId", "Tracking options are of a category: name it as well.");
  if (trackingCategoryId !== undefined && columns !== "tracking" && trackingOptionIds === undefined) fault("trackingOptionIds", "Name the options that the statement is to be of, or ask for columns by tracking.");
  if (columns === "tracking" && compare === "budget") fault("compare", "A budget is of the whole or of one option: name that option in trackingOptionIds, with other columns.");
}

/** Unless one is named, the first that is in use, by name. */
async function categoryOf(q: Query, id: string | undefined): Promise<TrackingCategory> {
  const categories = await trackingCategories(q);
  if (id !== undefined) return categories.find((category) => category.id === id) ?? fault("trackingCategoryId", "There is no such tracking category, or it is not yours.");
  return categories.find(({ status }) => status === "ACTIVE") ?? categories[0] ?? refuse("conflict", "There is no tracking category in these books. Make one in Xero and sync; then make the report.");
}

async function trackedBy(q: Query, category: TrackingCategory): Promise<Tracked> {
  return { categoryId: category.id, category: category.name, options: optionsOf(category, await trackingSetOptions(q)) };
}

/** Of which option each set is today, in the category that a report is by; sets may have come since it was made. */
export async function optionOfToday(q: Query, { categoryId }: Tracked): Promise<(trackingSetId: string | null) => string> {
  return optionOf(await trackedBy(q, await categoryOf(q, categoryId)));
}

/** Every option by name, with the sets that have it; unassigned, the last, has those without any of the category. */
function optionsOf({ options }: TrackingCategory, links: readonly { set: string; option: string | null }[]): Tracked["options"] {
  const own = new Set(options.map(({ id }) => id));
  const ofSet = new Map<string, string>(links.map(({ set }) => [set, unassigned]));
  for (const { set, option } of links) if (option !== null && own.has(option)) ofSet.set(set, option);
  const sets = Map.groupBy(ofSet.keys(), (set) => ofSet.get(set));
  const byName = options.toSorted((one, other) => alphabetical(one.name, other.name));
  return [...byName, { id: unassigned, name: "Unassigned" }].map(({ id, name }) => ({ id, name, sets: sets.get(id) ?? [] }));
}

/** Of which option a tracking set is, in one category. */
export function optionOf({ options }: Pick<Tracked, "options">): (trackingSetId: string | null) => string {
  const bySet = new Map(options.flatMap(({ id, sets }) => sets.map((set) => [set, id])));
  return (set) => bySet.get(set ?? "") ?? unassigned;
}
