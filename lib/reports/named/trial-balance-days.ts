// The days a trial balance is of: the month of its day, the financial year up to it, all before that year, and all there ever was.
import { addDays, type Day, firstDayOf, monthOf } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import type { Ledger, Span } from "#lib/reports/books.ts";
import type { Account } from "#lib/reports/sections.ts";

export type Days = { month: Span; year: Span; before: Span; ever: Span };
export type OpenTrialBalance = { accounts: readonly Account[]; ledger: Ledger; days: Days };

/** Days whose lines the report needs. */
export function spansOf(asAt: Day, yearEnd: YearEnd): Span[] {
  return Object.values(daysOf(asAt, yearEnd));
}

export function daysOf(asAt: Day, yearEnd: YearEnd): Days {
  const start = yearStartOf(asAt, yearEnd);
  return { month: { start: firstDayOf(monthOf(asAt)), end: asAt }, year: { start, end: asAt }, before: { start: null, end: addDays(start, -1) }, ever: { start: null, end: asAt } };
}
