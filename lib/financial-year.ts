// A financial year ends on a given day and month, every year: 31 March, 5 April, or 29 February, which means the last day of February.
import { addDays, type Day, daysInMonth } from "#lib/day.ts";

export type YearEnd = { month: number; day: number };

export function yearEndIn(year: number, { month, day }: YearEnd): Day {
  const last = Math.min(day, daysInMonth(year, month));
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(last).padStart(2, "0")}`;
}

/** The last day of the financial year that contains a day. */
export function yearEndOnOrAfter(day: Day, yearEnd: YearEnd): Day {
  const year = Number(day.slice(0, 4));
  const thisYear = yearEndIn(year, yearEnd);
  return thisYear >= day ? thisYear : yearEndIn(year + 1, yearEnd);
}

/** The first day of the financial year that contains a day: the day after the year end before it. */
export function yearStartOf(day: Day, yearEnd: YearEnd): Day {
  const year = Number(day.slice(0, 4));
  const before = [year, year - 1].map((candidate) => yearEndIn(candidate, yearEnd)).find((end) => end < day);
  return addDays(before ?? yearEndIn(year - 2, yearEnd), 1);
}

/** Every year end between two days, both included. */
export function yearEndsBetween(from: Day, to: Day, yearEnd: YearEnd): Day[] {
  const ends: Day[] = [];
  for (let end = yearEndOnOrAfter(from, yearEnd); end <= to; end = yearEndOnOrAfter(addDays(end, 1), yearEnd)) ends.push(end);
  return ends;
}
