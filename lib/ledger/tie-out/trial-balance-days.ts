// Which days to read Xero's trial balance at. Month-ends, and the ends of financial years that end within a month, because Xero's year to
// date begins again there. The first time from the month-end before the first document, where conversion balances show; later the current
// and the previous month.
import { addToMonth, type Day, lastDayOf, type Month, monthOf, monthsFrom } from "#lib/day.ts";
import { type YearEnd, yearEndsBetween } from "#lib/financial-year.ts";

export type TrialBalanceFacts = { firstDay: Day | null; today: Day; yearEnd: YearEnd };

/** A document dated by mistake in another century costs no thousand calls. */
const mostMonths = 180;

/** Every day, oldest first: the first sync, and the weekly look at all of them. */
export function allTrialBalanceDays({ firstDay, today, yearEnd }: TrialBalanceFacts): Day[] {
  const current = monthOf(today);
  const earliest = addToMonth(current, 1 - mostMonths);
  const first = firstDay === null || monthOf(firstDay) > current ? current : monthOf(firstDay);
  const before = addToMonth(first, -1);
  return daysOf(before > earliest ? before : earliest, current, yearEnd);
}

/** The current and the previous month. */
export function recentTrialBalanceDays({ today, yearEnd }: Pick<TrialBalanceFacts, "today" | "yearEnd">): Day[] {
  return daysOf(addToMonth(monthOf(today), -1), monthOf(today), yearEnd);
}

function daysOf(first: Month, last: Month, yearEnd: YearEnd): Day[] {
  const monthEnds = monthsFrom(first, last).map(lastDayOf);
  const [from = ""] = monthEnds;
  return [...new Set([...monthEnds, ...yearEndsBetween(from, lastDayOf(last), yearEnd)])].toSorted();
}
