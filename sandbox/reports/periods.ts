// Comparative columns step back by month, quarter or year, newest first; month ends stay month ends.

import { addDays, addMonths, type Day, monthEnd, monthStart } from "../exact/day.ts";

export type Timeframe = "MONTH" | "QUARTER" | "YEAR";
export type Range = { readonly from: Day; readonly to: Day };

const MONTHS_IN: Readonly<Record<Timeframe, number>> = { MONTH: 1, QUARTER: 3, YEAR: 12 };

export function daysBack(day: Day, periods: number, timeframe: Timeframe): readonly Day[] {
  return Array.from({ length: periods + 1 }, (_, step) => addMonths(day, -step * MONTHS_IN[timeframe]));
}

export function rangesBack(range: Range, periods: number, timeframe: Timeframe): readonly Range[] {
  return Array.from({ length: periods + 1 }, (_, step) => {
    const months = -step * MONTHS_IN[timeframe];
    // A range that starts on a first of the month keeps doing so; its end follows the rule for month ends.
    const from = addDays(addMonths(addDays(range.from, -1), months), 1);
    return { from: range.from.endsWith("-01") ? from : addMonths(range.from, months), to: addMonths(range.to, months) };
  });
}

export function monthOf(day: Day): Range {
  return { from: monthStart(day), to: monthEnd(day) };
}

export function isTimeframe(text: string): text is Timeframe {
  return Object.hasOwn(MONTHS_IN, text);
}
