// A day is a day: an accounting date is the text YYYY-MM-DD, without a time or a time zone, and compares as text. A month is YYYY-MM.
// Calendar arithmetic is done here and nowhere else: by Temporal, save for counting days and months, which is asked of each document and figure. A day is
// counted as the instant at which it begins at Greenwich; elsewhere Date is for instants only.
import { Temporal } from "temporal-polyfill";

/** YYYY-MM-DD. */
export type Day = string;
/** YYYY-MM. */
export type Month = string;

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** By rule, because it is asked of each day of each document that is read. */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (lengths[month - 1] ?? 0);
}

const millisecondsOfDay = 86_400_000;

/** A RangeError for what is no day. */
export function addDays(day: Day, days: number): Day {
  return new Date(beginningAtGreenwich(day) + days * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when it lies before. A RangeError for what is no day. */
export function daysBetween(from: Day, to: Day): number {
  return (beginningAtGreenwich(to) - beginningAtGreenwich(from)) / millisecondsOfDay;
}

function beginningAtGreenwich(day: Day): number {
  if (!isDay(day)) throw new RangeError(`${day} is not a day.`);
  return Date.parse(day);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const last = lastDayOf(addToMonth(monthOf(day), months));
  const same = `${monthOf(last)}${day.slice(7)}`;
  return same < last ? same : last;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function addToMonth(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}

export function firstDayOf(month: Month): Day {
  return `${month}-01`;
}

export function lastDayOf(month: Month): Day {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${month}-${String(daysInMonth(year, number)).padStart(2, "0")}`;
}

/** Every month from the first to the last, both included; none when the last lies before the first. */
export function monthsFrom(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addToMonth(month, 1)) months.push(month);
  return months;
}

/** Which day it is somewhere on earth. `timeZone` is an IANA name. */
export function todayIn(timeZone: string, now: Date = new Date()): Day {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant at which a day begins somewhere on earth. `timeZone` is an IANA name. */
export function beginningOf(day: Day, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/** The calendar day of an instant at Greenwich: how Xero writes a date that has no time. */
export function dayAtGreenwich(epochMilliseconds: number): Day {
  return todayIn("UTC", new Date(epochMilliseconds));
}
