// By which category a profit and loss is told apart, or of which of its options it is, and within which options of a second one; and within which options of a category another report is. A
// balance sheet is never filtered: control accounts carry no tracking, so that its two sides would not balance.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { contentHash } from "#lib/canonical.ts";
import { refuse } from "#lib/refusal.ts";
import { alphabetical } from "#lib/reports/books.ts";
import { fault } from "#lib/reports/parameters.ts";
import { type Column, type Report, statementColumnKinds, type StatementParameters, type Tracked, trackingWithinSchema } from "#lib/reports/report.ts";
import type { StatementType } from "#lib/reports/report-types.ts";
import { noColumns, type OptionOf, optionOf } from "#lib/reports/tracking/option-of-set.ts";
import { withinOf } from "#lib/reports/tracking/tracked-lines.ts";
import { trackingCategories, trackingSetOptions } from "#lib/tracking/queries.ts";
import { trackedOption, type TrackingCategory, unassigned } from "#lib/tracking/tracking.ts";

const categoryId = z.uuid({ error: "A tracking category is named by its id." });
const someOptions = z.array(trackedOption).min(1, "Name at least one option, or leave the field out.").max(500);

/** Of a report that is not told apart by tracking. */
export const withinWishes = { trackingWithin: trackingWithinSchema.extend({ categoryId, optionIds: someOptions }).optional() };

export const trackingWishes = {
  columns: z.enum(statementColumnKinds, { error: "Columns can be total, month, quarter, year or tracking." }).default("month"),
  trackingCategoryId: categoryId.optional(),
  trackingOptionIds: someOptions.optional(),
  ...withinWishes,
};

type OfTracking = Pick<StatementParameters, "trackingCategoryId" | "trackingOptionIds" | "trackingWithin">;
type Asked = OfTracking & Pick<StatementParameters, "columns" | "compare">;
/**
 * `all` has every option of the category and what is unassigned; `optionIds` where it is of some only, in their order there, each once. `within` are the
 * options of a second category that every line has one of.
 */
export type ChosenTracking = { all: Tracked; optionIds: string[] | undefined; within: Tracked | null };

/** Null where nothing is asked by tracking. Refusal "invalid" with the field for what is not there, "conflict" where Xero has no category at all. */
export async function chosenTracking(q: Query, type: StatementType, asked: Asked): Promise<ChosenTracking | null> {
  refuseImpossible(type, asked);
  const { columns, trackingCategoryId, trackingOptionIds, trackingWithin } = asked;
  if (columns !== "tracking" && trackingCategoryId === undefined) return null;
  const all = await trackedBy(q, await categoryOf(q, trackingCategoryId, "trackingCategoryId"));
  const optionIds = trackingOptionIds && knownAmong(all, trackingOptionIds, "trackingOptionIds");
  return { all, optionIds, within: await chosenWithin(q, trackingWithin) };
}

/** Null where nothing is asked. Refusal "invalid" with the field for what is not there. */
export async function chosenWithin(q: Query, asked: Asked["trackingWithin"]): Promise<Tracked | null> {
  if (!asked) return null;
  const { categoryId: id, optionIds } = asked;
  const all = await trackedBy(q, await categoryOf(q, id, "trackingWithin/categoryId"));
  const known = knownAmong(all, optionIds, "trackingWithin/optionIds");
  return { ...all, options: all.options.filter((option) => known.includes(option.id)) };
}

/** In the order of the category, each once. */
function knownAmong({ category, options }: Tracked, asked: readonly string[], field: string): string[] {
  const known = options.map(({ id }) => id);
  const stray = asked.findIndex((id) => !known.includes(id));
  if (stray >= 0) fault(`${field}/${stray}`, `There is no such option of “${category}”.`);
  return known.filter((id) => asked.includes(id));
}

/** Another name of a category or an option makes another report. */
export function hashOfNames({ category, options }: Tracked): string {
  return contentHash([category, ...options.map(({ name }) => name)]);
}

export function parametersOf({ all, optionIds, within }: ChosenTracking): OfTracking {
  return { trackingCategoryId: all.categoryId, ...(optionIds ? { trackingOptionIds: optionIds } : {}), ...withinParameters(within) };
}

export function withinParameters(within: Tracked | null): Pick<OfTracking, "trackingWithin"> {
  return within ? { trackingWithin: { categoryId: within.categoryId, optionIds: within.options.map(({ id }) => id) } } : {};
}

/** Those options alone that some columns are of. */
export function trackedIn({ all }: ChosenTracking, columns: readonly Column[]): Tracked {
  const shown = new Set(columns.flatMap(({ tracking }) => tracking ?? []));
  return { ...all, options: all.options.filter(({ id }) => shown.has(id)) };
}

function refuseImpossible(type: StatementType, asked: Asked): void {
  const { columns, compare, trackingCategoryId, trackingOptionIds, trackingWithin } = asked;
  const isAsked = columns === "tracking" || trackingCategoryId !== undefined || trackingOptionIds !== undefined || trackingWithin !== undefined;
  if (isAsked && type === "BALANCE_SHEET") fault(columns === "tracking" ? "columns" : "trackingCategoryId", "A balance sheet is never told apart by tracking: receivables, payables and banks carry none, so it would not balance. Ask for a profit and loss.");
  if (trackingOptionIds !== undefined && trackingCategoryId === undefined) fault("trackingCategoryId", "Tracking options are of a category: name it as well.");
  if (trackingCategoryId !== undefined && columns !== "tracking" && trackingOptionIds === undefined) fault("trackingOptionIds", "Name the options that the statement is to be of, or ask for columns by tracking.");
  if (columns === "tracking" && compare === "budget") fault("compare", "A budget is of the whole or of one option: name that option in trackingOptionIds, with other columns.");
  refuseSecond(asked);
}

function refuseSecond({ compare, trackingCategoryId, trackingWithin: second }: Asked): void {
  if (!second) return;
  if (trackingCategoryId === undefined) fault("trackingCategoryId", "Of two categories name both: this one for the columns or its own options.");
  if (second.categoryId === trackingCategoryId) fault("trackingWithin/categoryId", "This is the category that is asked by already. Name its options in trackingOptionIds, or another category here.");
  if (compare === "budget") fault("compare", "A budget is of the whole or of one option: leave out trackingWithin.");
}

/** Unless one is named, the first that is in use, by name. */
async function categoryOf(q: Query, id: string | undefined, field: string): Promise<TrackingCategory> {
  const categories = await trackingCategories(q);
  if (id !== undefined) return categories.find((category) => category.id === id) ?? fault(field, "There is no such tracking category, or it is not yours.");
  return categories.find(({ status }) => status === "ACTIVE") ?? categories[0] ?? refuse("conflict", "There is no tracking category in these books. Make one in Xero and sync; then make the report.");
}

async function trackedBy(q: Query, category: TrackingCategory): Promise<Tracked> {
  return { categoryId: category.id, category: category.name, options: optionsOf(category, await trackingSetOptions(q)) };
}

/** Of which option of a stored report each set is today, for some came since. Undefined where it is not by tracking. */
export async function optionOfToday(q: Query, report: Report): Promise<OptionOf | undefined> {
  const [tracking, within] = ["tracking" in report ? report.tracking : undefined, withinOf(report)];
  if (!tracking && !within) return undefined;
  const ofCategory = async ({ categoryId: id }: Tracked) => trackedBy(q, await categoryOf(q, id, "trackingCategoryId"));
  const known = new Set(within?.options.map(({ id }) => id));
  return optionOf(tracking ? await ofCategory(tracking) : noColumns, within && { options: (await ofCategory(within)).options.filter(({ id }) => known.has(id)) });
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
