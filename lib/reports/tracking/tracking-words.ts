// What a report says of tracking: which options it is of, or which category it is told apart by.
import type { Report, StatementParameters, Tracked } from "#lib/reports/report.ts";
import type { ChosenTracking } from "#lib/reports/tracking/chosen-tracking.ts";
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

/** The options that its lines carry, of one category or of two, and the category that it is told apart by. */
function askedWords({ tracking, within }: Said, { columns, trackingOptionIds }: Asked): string[] {
  const only = [...(trackingOptionIds ? [optionWords(tracking, trackingOptionIds)] : []), ...(within ? [allWords(within)] : [])];
  return [...(only.length > 0 ? [`only ${only.join(" and ")}`] : []), ...(columns === "tracking" ? [`by ${tracking.category}`] : [])];
}

type Names = Pick<Tracked, "category" | "options">;
type Said = { tracking: Names; within: Names | null | undefined };
type Asked = Pick<StatementParameters, "columns" | "trackingOptionIds">;

function allWords(within: Names): string {
  return optionWords(within, within.options.map(({ id }) => id));
}

/** For the head of a report. */
export function trackingWords(report: Report): string[] {
  return "tracking" in report && report.tracking ? askedWords({ tracking: report.tracking, within: report.trackingWithin }, report.parameters) : [];
}

/** For the name of a report, which has no room for many options. */
export function trackingName(chosen: ChosenTracking | null, parameters: Asked): string[] {
  if (!chosen) return [];
  const { all, optionIds = [], within } = chosen;
  const words = askedWords({ tracking: all, within }, parameters);
  const counts = [{ category: all.category, count: optionIds.length }, { category: within?.category, count: within?.options.length ?? 0 }].filter(({ count }) => count > 0);
  const isLong = counts.some(({ count }) => count > mostNamed) || words.join().length > mostLetters;
  return isLong && counts.length > 0 ? [counts.map(({ category, count }) => `${count} options of ${category}`).join(" and ")] : words;
}

const [mostNamed, mostLetters] = [3, 120];

/** Which lines a proof is of: those of some options, and of those that the whole report is within. */
export function carryingWords(report: Report, options: readonly string[] | undefined): string[] {
  if (!("tracking" in report) || !report.tracking) return [];
  const { tracking, trackingWithin: within } = report;
  const words = [...(options ? [optionWords(tracking, options)] : []), ...(within ? [allWords(within)] : [])];
  return words.length > 0 ? [words.join(" and ")] : [];
}

type Chosen = { tracking: Tracked | null; trackingWithin: Tracked | null };

/** What to keep in mind with it. */
export function trackingNotes({ tracking, trackingWithin: within }: Chosen, chosen: readonly string[] | undefined): string[] {
  if (!tracking) return [];
  const { category } = tracking;
  const hasUnassigned = (!chosen || chosen.includes(unassigned)) && (!within || within.options.some(({ id }) => id === unassigned));
  if (!chosen && !within) return [`What carries no option of ${category} is unassigned, and so is what Xero posted by itself: its trial balance is not kept by tracking.`];
  const besides = hasUnassigned ? "what Xero posted by itself stands with what is unassigned" : "what Xero posted by itself carries no option and is in none of these figures";
  const only = [...(chosen ? [optionWords(tracking, chosen)] : []), ...(within ? [allWords(within)] : [])].join(" and ");
  return [`Only lines of ${only}. Xero's trial balance is not kept by tracking, so this statement is not compared with it; ${besides}. Drafts and bank transactions not reconciled are counted for the whole organisation.`];
}
