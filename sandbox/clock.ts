// The stand-in's time. It runs like any clock and can be moved forward, so that tokens expire and rate windows open
// without anybody waiting. `today` may be pinned to a day, for books whose months must not move.

import { addDays, type Day, dayOf } from "./exact/day.ts";

export type Clock = {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  readonly offset: () => number;
  readonly today: (timezone?: string) => Day;
};

const DAY_IN_MS = 86_400_000;

// Xero's names for the zones that seeds and typical books use; an unknown one counts as UTC.
const ZONES: Readonly<Record<string, string>> = {
  NEWZEALANDSTANDARDTIME: "Pacific/Auckland",
  AUSEASTERNSTANDARDTIME: "Australia/Sydney",
  EAUSTRALIASTANDARDTIME: "Australia/Brisbane",
  WAUSTRALIASTANDARDTIME: "Australia/Perth",
  GMTSTANDARDTIME: "Europe/London",
  EASTERNSTANDARDTIME: "America/New_York",
  CENTRALSTANDARDTIME: "America/Chicago",
  MOUNTAINSTANDARDTIME: "America/Denver",
  PACIFICSTANDARDTIME: "America/Los_Angeles",
  SINGAPORESTANDARDTIME: "Asia/Singapore",
  SOUTHAFRICASTANDARDTIME: "Africa/Johannesburg",
};

export function startClock(pinnedToday?: Day, startOffset = 0): Clock {
  let offset = startOffset;
  const now = () => Date.now() + offset;
  return {
    now,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    offset: () => offset,
    today: (timezone) => (pinnedToday ? addDays(pinnedToday, Math.floor(offset / DAY_IN_MS)) : dayIn(timezone, now())),
  };
}

function dayIn(timezone: string | undefined, instant: number): Day {
  const timeZone = ZONES[timezone ?? ""];
  if (!timeZone) return dayOf(instant);
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(instant);
}
