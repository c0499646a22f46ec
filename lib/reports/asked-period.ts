// A period as people write it, in an address or in a field: the name of a preset, "FY2026", "2026-Q3", "2026-03", or two days,
// "2026-01-15..2026-03-31". What is yet to come is cut off where a report is made.
import { addDays, addMonths, type Day, firstDayOf, isDay, lastDayOf, monthOf } from "#lib/day.ts";
import { type YearEnd, yearEndIn, yearStartOf } from "#lib/financial-year.ts";
import type { Stretch } from "#lib/reports/periods.ts";
import { daysOf, presets } from "#lib/reports/presets.ts";
import { dashboardType } from "#lib/reports/report-types.ts";

/** Null where it cannot be understood. */
export function askedPeriod(text: string, today: Day, yearEnd: YearEnd): Stretch | null {
  const written = text.trim();
  const preset = presets.find((name) => name === written);
  if (preset) return daysOf(preset, today, yearEnd);
  const [, year, quarter, month] = /^(?:FY)?(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/i.exec(written) ?? [];
  if (year === undefined) return daysBetweenDots(written);
  if (month !== undefined) return monthStretch(`${year}-${month}`);
  const start = yearStartOf(yearEndIn(Number(year), yearEnd), yearEnd);
  return quarter === undefined ? { start, end: yearEndIn(Number(year), yearEnd) } : quarterOf(start, Number(quarter));
}

/** The shortest way to write it. */
export function writtenPeriod({ start, end }: Stretch): string {
  const isMonth = start === firstDayOf(monthOf(end)) && end === lastDayOf(monthOf(end));
  return isMonth ? monthOf(end) : `${start}..${end}`;
}

/** That of a stored report; a dashboard's is its last month. */
export function periodOfReport({ type, periodStart, periodEnd }: { type: string; periodStart: Day | null; periodEnd: Day }): string {
  return periodStart === null || type === dashboardType ? monthOf(periodEnd) : writtenPeriod({ start: periodStart, end: periodEnd });
}

/** Quarters are those of the financial year: 2026-Q3 is the third of the year that ends in 2026. */
function quarterOf(yearStart: Day, quarter: number): Stretch {
  const start = addMonths(yearStart, 3 * (quarter - 1));
  return { start, end: addDays(addMonths(yearStart, 3 * quarter), -1) };
}

function monthStretch(month: string): Stretch {
  return { start: firstDayOf(month), end: lastDayOf(month) };
}

function daysBetweenDots(text: string): Stretch | null {
  const [start = "", end = "", ...more] = text.split("..");
  return isDay(start) && isDay(end) && start <= end && more.length === 0 ? { start, end } : null;
}
