import type { Day } from "#lib/day.ts";
import { dayLabel } from "#lib/day-label.ts";

/** For names and heads. */
export function knownOnWords(knownOn: Day | undefined): string[] {
  return knownOn === undefined ? [] : [`as known on ${dayLabel(knownOn)}`];
}
