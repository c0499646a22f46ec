// A day is the text YYYY-MM-DD and belongs to the organisation's calendar; text order is calendar order. An instant is
// milliseconds since 1970 in UTC. Xero writes both as /Date(ms+0000)/: a day as midnight UTC of that calendar day.

export type Day = string;

const DOT_NET_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;
const DAY_IN_MS = 86_400_000;

export function readDay(text: string): Day | undefined {
  const instant = readInstant(text);
  return instant === undefined ? undefined : dayOf(instant);
}

export function readInstant(text: string): number | undefined {
  const dotNet = DOT_NET_DATE.exec(text);
  if (dotNet) return Number(dotNet[1]);
  const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (!iso) return undefined;
  const hasZone = iso[4] !== undefined || iso[1] === undefined;
  const instant = Date.parse(hasZone ? text : `${text.replace(" ", "T")}Z`);
  if (Number.isNaN(instant) || !isOnCalendar(text.slice(0, 10))) return undefined;
  return instant;
}

export function dayOf(instant: number): Day {
  return new Date(instant).toISOString().slice(0, 10);
}

export function startOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

export function addDays(day: Day, days: number): Day {
  return dayOf(startOf(day) + days * DAY_IN_MS);
}

// A month's last day steps to last days (31 March, 28 February, 31 January); any other day keeps its number where it can.
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const target = year * 12 + (month - 1) + months;
  const [targetYear, targetMonth] = [Math.floor(target / 12), (((target % 12) + 12) % 12) + 1];
  const last = daysInMonth(targetYear, targetMonth);
  return dayFrom(targetYear, targetMonth, isMonthEnd(day) ? last : Math.min(dayOfMonth, last));
}

export function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

export function monthEnd(day: Day): Day {
  const { year, month } = partsOf(day);
  return dayFrom(year, month, daysInMonth(year, month));
}

function isMonthEnd(day: Day): boolean {
  return day === monthEnd(day);
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

// Monday is 1 and Sunday 7.
export function weekday(day: Day): number {
  return new Date(startOf(day)).getUTCDay() || 7;
}

function isOnCalendar(day: Day): boolean {
  const { year, month, dayOfMonth } = partsOf(day);
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}
