// When a delivery is tried again: ten attempts within three days, with a little chance in each wait, so that a receiver who comes back is not
// met by everybody at once. 2xx alone is success; 410 means never again; who says when to come back is not disturbed before.

/** Seconds before each attempt. */
export type Timetable = readonly number[];

const [minute, hour] = [60, 3_600];
export const timetable: Timetable = [0, 5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour];

const longestWait = 24 * hour;

type Attempt = { attempts: number; status: number | null; retryAfter: string | null };
export type Outcome = { status: "delivered" | "failed"; nextAttemptAt: null } | { status: "pending"; nextAttemptAt: Date };

/** What follows from an attempt; `attempts` counts it already. `chance` is from 0 to 1. */
export function outcomeOf({ attempts, status, retryAfter }: Attempt, now: Date, waits: Timetable, chance: number): Outcome {
  if (isTaken(status)) return { status: "delivered", nextAttemptAt: null };
  const wait = waits[attempts];
  if (wait === undefined || status === 410) return { status: "failed", nextAttemptAt: null };
  const seconds = Math.max(wait * (1 + chance / 10), Math.min(secondsIn(retryAfter, now), longestWait));
  return { status: "pending", nextAttemptAt: new Date(now.getTime() + seconds * 1_000) };
}

export function isTaken(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** Retry-After is a number of seconds or a date; anything else asks for nothing. */
function secondsIn(retryAfter: string | null, now: Date): number {
  if (retryAfter === null) return 0;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1_000);
}
