// Xero takes an edited or voided document back on the day it had been posted on (18 of 18 voided bills), so that a closed month can move.
import type { Day } from "#lib/day.ts";

export function reversalDay(original: { date: Day }): Day {
  return original.date;
}
