// Of which option a tracking set is, in a category, and whether it is within the options of a second one.
import type { Tracked } from "#lib/reports/report.ts";
import { unassigned } from "#lib/tracking/tracking.ts";

type Options = Pick<Tracked, "options">;
/** Null for a set that is left out. No set at all is asked for as null, and is unassigned. */
export type OptionOf = (trackingSetId: string | null) => string | null;

/** Of a report without a column an option. */
export const noColumns: Options = { options: [] };

export function optionOf({ options }: Options, within: Options | null | undefined): OptionOf {
  const bySet = new Map(options.flatMap(({ id, sets }) => sets.map((set) => [set, id])));
  const isWithin = within ? hasOneOf(within) : () => true;
  return (set) => (isWithin(set) ? (bySet.get(set ?? "") ?? unassigned) : null);
}

export function hasOneOf({ options }: Options): (trackingSetId: string | null) => boolean {
  const sets = new Set<string | null>(options.flatMap((option) => option.sets));
  if (options.some(({ id }) => id === unassigned)) sets.add(null);
  return (set) => sets.has(set);
}
