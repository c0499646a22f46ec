// Xero posts no closing entry. A year's profit becomes retained earnings by the calendar alone, so the first day of the
// financial year decides where every report draws the line. A year end of 29 February is the last day of February.

import { addDays, type Day, dayFrom, daysInMonth, partsOf } from "./day.ts";

export type YearEnd = { readonly day: number; readonly month: number };

export function yearEndIn(year: number, { day, month }: YearEnd): Day {
  return dayFrom(year, month, Math.min(day, daysInMonth(year, month)));
}

export function fiscalYearStart(day: Day, yearEnd: YearEnd): Day {
  const { year } = partsOf(day);
  const endThisYear = yearEndIn(year, yearEnd);
  return addDays(endThisYear < day ? endThisYear : yearEndIn(year - 1, yearEnd), 1);
}
