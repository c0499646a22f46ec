// What a report says of tracking: which options it is of, or which category it is told apart by.
import type { Report, StatementParameters, Tracked } from "#lib/reports/report.ts";
import type { ChosenTracking } from "#lib/reports/tracking/chosen-tracking.ts";
import { withinOf } from "#lib/reports/tracking/tracked-lines.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

/** Some of its options by name: "Region: Auckland, Wellington". */
export function optionWords({ category, options }: Pick<Tracked, "category" | "options">, ids: readonly string[]): string {
  const names = options.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return `${category}: ${names.join(", ")}`;
}

/** Whether a report is of a part of the books only, which Xero's trial balance does not know. */
export function isOfSome(parameters: object): boolean {
  return "trackingOptionIds" in parameters || "trackingWithin" in parameters;
}

type Names = Pick<Tracked, "category" | "options">;
type Said = { tracking: Names | null | undefined; within: Names | null | undefined };
type Asked = Pick<StatementParameters, "columns" | "trackingOptionIds">;

/** The options that its lines carry, of one category or of two, and the category that it is told apart by. */
function askedWords({ tracking, within }: Said, { columns, trackingOptionIds }: Asked): string[] {
  const only = onlyOf({ tracking, within }, trackingOptionIds);
  return [...(only === "" ? [] : [`only ${only}`]), ...(tracking && columns === "tracking" ? [`by ${tracking.category}`] : [])];
}

/** Empty where every line counts. */
function onlyOf({ tracking, within }: Said, options: readonly string[] | undefined): string {
  return [...(tracking && options ? [optionWords(tracking, options)] : []), ...(within ? [allWords(within)] : [])].join(" and ");
}

function allWords(within: Names): string {
  return optionWords(within, within.options.map(({ id }) => id));
}

/** For the head of a report. */
export function trackingWords(report: Report): string[] {
  if ("tracking" in report && report.tracking) return askedWords({ tracking: report.tracking, within: report.trackingWithin }, report.parameters);
  const within = withinOf(report);
  return within ? [`only ${allWords(within)}`] : [];
}

/** For the name of a report, which has no room for many options. */
export function trackingName(chosen: ChosenTracking | null, parameters: Asked): string[] {
  if (!chosen) return [];
  const { all, optionIds = [], within } = chosen;
  return shortened(askedWords({ tracking: all, within }, parameters), [{ category: all.category, count: optionIds.length }, ...heapOf(within)]);
}

/** As a budget of just these options is called; null for the whole. */
export function withinWords(within: Names | null): string | null {
  return within && allWords(within);
}

/** For that of one which is not by tracking itself. */
export function withinName(within: Names | null): string[] {
  return within ? shortened([`only ${allWords(within)}`], heapOf(within)) : [];
}

type Heap = { category: string; count: number };

function heapOf(within: Names | null): Heap[] {
  return within ? [{ category: within.category, count: within.options.length }] : [];
}

function shortened(words: string[], heaps: readonly Heap[]): string[] {
  const counts = heaps.filter(({ count }) => count > 0);
  const isLong = counts.some(({ count }) => count > mostNamed) || words.join().length > mostLetters;
  return isLong && counts.length > 0 ? [counts.map(({ category, count }) => `${count} options of ${category}`).join(" and ")] : words;
}

const [mostNamed, mostLetters] = [3, 120];

/** Which lines a proof is of: those of some options, and of those that the whole report is within. */
export function carryingWords(report: Report, options: readonly string[] | undefined): string[] {
  const only = onlyOf({ tracking: "tracking" in report ? report.tracking : null, within: withinOf(report) }, options);
  return only === "" ? [] : [only];
}

type Chosen = { tracking: Names | null; trackingWithin: Names | null };

/** What to keep in mind with it. */
export function trackingNotes({ tracking, trackingWithin: within }: Chosen, chosen?: readonly string[]): string[] {
  if (tracking && !chosen && !within) return [`What carries no option of ${tracking.category} is unassigned, and so is what Xero posted by itself: its trial balance is not kept by tracking.`];
  const only = onlyOf({ tracking, within }, chosen);
  if (only === "") return [];
  const hasUnassigned = (!chosen || chosen.includes(unassigned)) && (!within || within.options.some(({ id }) => id === unassigned));
  const besides = hasUnassigned ? "what Xero posted by itself stands with what is unassigned" : "what Xero posted by itself carries no option and is in none of these figures";
  return [`Only lines of ${only}. Xero's trial balance is not kept by tracking, so none of this is compared with it; ${besides}. Drafts and bank transactions not reconciled are counted for the whole organisation.`];
}
