// From the options of a proof to the tracking sets that lines carry, by what the report itself says: options may be renamed and sets be added since.
import type { LineGroup } from "#lib/reports/line-queries.ts";
import type { Proof, Report } from "#lib/reports/report.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

type Lines = Extract<Proof, { kind: "lines" }>;

export function linesOf(report: Report, { tracking, ...lines }: Lines): LineGroup {
  return tracking ? { ...lines, sets: setsOf(report, tracking) } : lines;
}

/** Null for no set at all. */
export function setsOf(report: Report, options: readonly string[]): (string | null)[] {
  const known = "tracking" in report ? (report.tracking?.options ?? []) : [];
  const sets = known.filter(({ id }) => options.includes(id)).flatMap((option) => option.sets);
  return options.includes(unassigned) ? [...sets, null] : sets;
}
