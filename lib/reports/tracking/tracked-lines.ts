// From the options of a proof to the tracking sets that lines carry, by what the report itself says: options may be renamed and sets be added since. In a
// report that is within options of a second category, every line is of a set that has one of those as well.
import type { LineGroup } from "#lib/reports/line-queries.ts";
import type { Proof, Report, Tracked } from "#lib/reports/report.ts";
import { hasOneOf } from "#lib/reports/tracking/option-of-set.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

type Lines = Omit<Extract<Proof, { kind: "lines" }>, "kind">;

export function linesOf(report: Report, { tracking, ...lines }: Lines): LineGroup {
  const sets = setsOf(report, tracking);
  return sets ? { ...lines, sets } : lines;
}

/** Of some options, or of whatever the report is within; null for no set at all. Undefined where lines of any set count. */
export function setsOf(report: Report, options: readonly string[] | undefined): (string | null)[] | undefined {
  const within = withinOf(report);
  const named = options && setsWith("tracking" in report ? report.tracking : undefined, options);
  if (!within) return named;
  return named ? named.filter(hasOneOf(within)) : setsWith(within, within.options.map(({ id }) => id));
}

export function withinOf(report: Report): Tracked | undefined {
  return "trackingWithin" in report ? report.trackingWithin : undefined;
}

function setsWith(tracked: Tracked | undefined, options: readonly string[]): (string | null)[] {
  const sets = (tracked?.options ?? []).filter(({ id }) => options.includes(id)).flatMap((option) => option.sets);
  return options.includes(unassigned) ? [...sets, null] : sets;
}
