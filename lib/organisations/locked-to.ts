import type { Day } from "#lib/day.ts";

/** The last day for which Xero lets nobody change the books: the later of its two lock dates. Null without either. */
export function lockedTo({ periodLockDate, endOfYearLockDate }: { periodLockDate: Day | null; endOfYearLockDate: Day | null }): Day | null {
  return [periodLockDate, endOfYearLockDate].filter((date) => date !== null).toSorted().at(-1) ?? null;
}
