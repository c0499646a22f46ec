// How a day, a month and a stretch of days are written out on statements: 21 Nov 2026, Nov 2026, 6–30 Apr 2026.
import { type Day, firstDayOf, lastDayOf, monthOf } from "#lib/day.ts";

const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function dayLabel(day: Day): string {
  return `${dayOfMonth(day)} ${monthName(day)} ${day.slice(0, 4)}`;
}

/** Without the year: 21 Nov. */
export function shortDayLabel(day: Day): string {
  return `${dayOfMonth(day)} ${monthName(day)}`;
}

export function monthLabel(month: string): string {
  return `${monthName(month)} ${month.slice(0, 4)}`;
}

export function rangeLabel(start: Day, end: Day): string {
  if (isWholeMonth(start, end)) return monthLabel(monthOf(start));
  if (monthOf(start) === monthOf(end)) return `${dayOfMonth(start)}–${dayLabel(end)}`;
  return `${dayLabel(start)} – ${dayLabel(end)}`;
}

function isWholeMonth(start: Day, end: Day): boolean {
  return start === firstDayOf(monthOf(start)) && end === lastDayOf(monthOf(start));
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

function monthName(day: string): string {
  return names[Number(day.slice(5, 7)) - 1] ?? "";
}
