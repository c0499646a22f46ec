// The periods people ask for by name, counted from today on the organisation's own calendar.
import { addDays, addMonths, type Day, firstDayOf, monthOf } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { lastClosedDay } from "#lib/reports/parameters.ts";
import type { Stretch } from "#lib/reports/periods.ts";

export const presets = ["yearToLastMonth", "lastMonth", "thisMonth", "lastQuarter", "thisQuarter", "yearToDate", "lastYear", "rollingTwelve", "custom"] as const;
type Preset = (typeof presets)[number];

/** Null for a custom period, whose days somebody gives. */
export function daysOf(preset: Preset, today: Day, yearEnd: YearEnd): Stretch | null {
  const closed = lastClosedDay(today);
  const quarter = quarterStartOf(today, yearEnd);
  const yearStart = yearStartOf(today, yearEnd);
  const stretches: Record<Preset, Stretch | null> = {
    yearToLastMonth: { start: yearStartOf(closed, yearEnd), end: closed },
    lastMonth: { start: firstDayOf(monthOf(closed)), end: closed },
    thisMonth: { start: firstDayOf(monthOf(today)), end: today },
    lastQuarter: { start: addMonths(quarter, -3), end: addDays(quarter, -1) },
    thisQuarter: { start: quarter, end: today },
    yearToDate: { start: yearStart, end: today },
    lastYear: { start: yearStartOf(addDays(yearStart, -1), yearEnd), end: addDays(yearStart, -1) },
    rollingTwelve: { start: addMonths(firstDayOf(monthOf(closed)), -11), end: closed },
    custom: null,
  };
  return stretches[preset];
}

/** The first day of the quarter that a day lies in. Quarters are those of the financial year. */
export function quarterStartOf(today: Day, yearEnd: YearEnd): Day {
  const yearStart = yearStartOf(today, yearEnd);
  const starts = [0, 3, 6, 9].map((months) => addMonths(yearStart, months));
  return starts.findLast((start) => start <= today) ?? yearStart;
}
