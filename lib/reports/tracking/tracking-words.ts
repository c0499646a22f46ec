// What a report says of tracking: which options it is of, or which category it is told apart by.
import type { Report, StatementParameters, Tracked } from "#lib/reports/report.ts";
import type { ChosenTracking } from "#lib/reports/tracking/chosen-tracking.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

/** Some of its options by name: "Region: Auckland, Wellington". */
export function optionWords({ category, options }: Pick<Tracked, "category" | "options">, ids: readonly string[]): string {
  const names = options.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return `${category}: ${names.join(", ")}`;
}

/** For the head of a report. */
export function trackingWords(report: Report): string[] {
  return "tracking" in report && report.tracking ? askedWords(report.tracking, report.parameters) : [];
}

/** For the name of a report, which has no room for many options. */
export function trackingName(chosen: ChosenTracking | null, parameters: Asked): string[] {
  if (!chosen) return [];
  const { all: { category, options }, optionIds = [] } = chosen;
  const isLong = optionIds.length > mostNamed || optionWords({ category, options }, optionIds).length > 120;
  return isLong ? [`${optionIds.length} options of ${category}`] : askedWords({ category, options }, parameters);
}

type Asked = Pick<StatementParameters, "columns" | "trackingOptionIds">;
const mostNamed = 3;

function askedWords(tracking: Pick<Tracked, "category" | "options">, { columns, trackingOptionIds }: Asked): string[] {
  return [...(trackingOptionIds ? [`only ${optionWords(tracking, trackingOptionIds)}`] : []), ...(columns === "tracking" ? [`by ${tracking.category}`] : [])];
}

/** What to keep in mind with it. */
export function trackingNotes(tracking: Tracked | null, chosen: readonly string[] | undefined): string[] {
  if (!tracking) return [];
  const { category } = tracking;
  if (!chosen) return [`What carries no option of ${category} is unassigned, and so is what Xero posted by itself: its trial balance is not kept by tracking.`];
  const besides = chosen.includes(unassigned) ? "what Xero posted by itself stands with what is unassigned" : "what Xero posted by itself carries no option and is in none of these figures";
  return [`Only lines of ${optionWords(tracking, chosen)}. Xero's trial balance is not kept by tracking, so this statement is not compared with it; ${besides}. Drafts and bank transactions not reconciled are counted for the whole organisation.`];
}
