// Columns are stretches of days. A period is cut into its months, or into the quarters or years of the financial year; a comparison is the same stretch moved back by the months it spans, or by
// a year, so that it keeps its place in the financial year: month ends stay month ends (31 Mar → 28 Feb), 29 Feb 2024 becomes 28 Feb 2023.
import { addDays, addMonths, type Day, firstDayOf, lastDayOf, monthOf, monthsFrom } from "#lib/day.ts";
import { dayLabel, rangeLabel, shortDayLabel } from "#lib/day-label.ts";
import { type YearEnd, yearEndOnOrAfter, yearStartOf } from "#lib/financial-year.ts";
import type { Column, ColumnKind, Comparison } from "#lib/reports/report.ts";

export type Stretch = { start: Day; end: Day };
export type Plan = { from: Day; to: Day; columns: ColumnKind; compare: Comparison; today: Day; yearEnd: YearEnd };

/** For a statement of movements: a column a part (or none), the total, and the same again for the comparison. */
export function movementColumns(plan: Plan): Column[] {
  const whole = { start: plan.from, end: plan.to };
  const parts = partsWithin(whole, plan).map((stretch) => periodColumn(stretch, plan));
  const columns = [...parts, totalColumn(whole, plan.today)];
  const step = stepBack(whole, plan.compare);
  return step === 0 ? columns : [...columns, ...columns.map((column) => comparedMovement(column, step, plan.columns))];
}

/** For a statement of balances: a column at each part's end up to the last day (or that day alone), and the same again for the comparison. */
export function balanceColumns(plan: Plan): Column[] {
  const whole = { start: plan.columns === "total" ? plan.to : plan.from, end: plan.to };
  const days = plan.columns === "total" ? [plan.to] : partsWithin(whole, plan).map(({ end }) => end);
  const columns = days.map((day) => balanceColumn(day, plan.today));
  const step = stepBack(whole, plan.compare);
  return step === 0 ? columns : [...columns, ...days.map((day) => comparedBalance(monthsBack(day, step)))];
}

/** For key figures: the months to the last day, and what the last of them is compared with. */
export function dashboardColumns({ compare, ...plan }: Omit<Plan, "yearEnd" | "columns"> & { columns: "month" }): Column[] {
  const months = monthsWithin({ start: plan.from, end: plan.to }).map((stretch) => periodColumn(stretch, plan));
  const last = months.at(-1);
  const step = last ? stepBack({ start: last.start ?? last.end, end: last.end }, compare) : 0;
  return last && step > 0 ? [...months, comparedMovement(last, step, "month")] : months;
}

/** What a whole period is compared with; null when with nothing. */
export function comparedWith(whole: Stretch, compare: Comparison): Stretch | null {
  const step = stepBack(whole, compare);
  return step === 0 ? null : moved(whole, step);
}

function partsWithin(whole: Stretch, { columns, yearEnd }: Pick<Plan, "columns" | "yearEnd">): Stretch[] {
  if (columns === "total") return [];
  return columns === "month" ? monthsWithin(whole) : partsOfYears(whole, columns, yearEnd);
}

/** Quarters are counted from the first day of the financial year. */
function partsOfYears({ start, end }: Stretch, kind: "quarter" | "year", yearEnd: YearEnd): Stretch[] {
  const months = kind === "quarter" ? 3 : 12;
  const firsts: Day[] = [];
  for (let year = yearStartOf(start, yearEnd); year <= end; year = addDays(yearEndOnOrAfter(year, yearEnd), 1)) {
    for (let passed = 0; passed < 12; passed += months) firsts.push(addMonths(year, passed));
  }
  const parts = firsts.map((first, index) => ({ start: first, end: addDays(firsts[index + 1] ?? addMonths(first, months), -1) }));
  return parts.filter((part) => part.end >= start && part.start <= end).map((part) => ({ start: part.start > start ? part.start : start, end: part.end < end ? part.end : end }));
}

function monthsWithin({ start, end }: Stretch): Stretch[] {
  return monthsFrom(monthOf(start), monthOf(end)).map((month) => ({
    start: month === monthOf(start) ? start : firstDayOf(month),
    end: month === monthOf(end) ? end : lastDayOf(month),
  }));
}

/** The same day some months back; a month end stays one. */
export function monthsBack(day: Day, months: number): Day {
  const before = addMonths(day, -months);
  return day === lastDayOf(monthOf(day)) ? lastDayOf(monthOf(before)) : before;
}

function stepBack(whole: Stretch, compare: Comparison): number {
  if (compare === "none") return 0;
  return compare === "previousYear" ? 12 : monthsSpanned(whole);
}

/** As long a stretch before this one or, with a step of 1, after it. Months that have not ended yet count as whole. */
export function neighbour({ start, end }: Stretch, step: -1 | 1): Stretch {
  const whole = { start, end: start === firstDayOf(monthOf(start)) ? lastDayOf(monthOf(end)) : end };
  return moved(whole, -step * monthsSpanned(whole));
}

/** The fewest months that cover a stretch: 1–21 Nov spans one, 6 Apr to 5 Apr twelve. */
function monthsSpanned({ start, end }: Stretch): number {
  const touched = monthsFrom(monthOf(start), monthOf(end)).length;
  return touched > 1 && addMonths(start, touched - 1) > end ? touched - 1 : touched;
}

export function moved({ start, end }: Stretch, months: number): Stretch {
  return { start: addMonths(start, -months), end: monthsBack(end, months) };
}

function periodColumn({ start, end }: Stretch, { columns, today }: Pick<Plan, "columns" | "today">): Column {
  return { id: partId(start, columns), kind: "period", label: runningLabel({ start, end }, columns, today), start, end };
}

/** A month is called by itself, 2026-03; a quarter or year by its first day. */
function partId(start: Day, columns: ColumnKind): string {
  return columns === "quarter" || columns === "year" ? `${columns}:${start}` : monthOf(start);
}

/** A month that still runs goes by its name: Nov 2026, to 21 Nov, incomplete. */
function runningLabel({ start, end }: Stretch, columns: ColumnKind, today: Day): string {
  if (end < today) return rangeLabel(start, end);
  if (columns !== "month") return `${rangeLabel(start, end)}, incomplete`;
  const named = start === firstDayOf(monthOf(end)) ? rangeLabel(start, lastDayOf(monthOf(end))) : rangeLabel(start, end);
  return `${named}, to ${shortDayLabel(end)}, incomplete`;
}

function totalColumn({ start, end }: Stretch, today: Day): Column {
  return { id: "total", kind: "total", label: end < today ? "Total" : `Total to ${shortDayLabel(end)}, incomplete`, start, end };
}

function comparedMovement({ id, start, end }: Column, step: number, columns: ColumnKind): Column {
  const before = moved({ start: start ?? end, end }, step);
  const label = rangeLabel(before.start, before.end);
  if (id === "total") return { id: "compare:total", kind: "compare", label: `Total ${label}`, ...before };
  return { id: `compare:${partId(before.start, columns)}`, kind: "compare", label, ...before };
}

function balanceColumn(day: Day, today: Day): Column {
  return { id: `asAt:${day}`, kind: "period", label: day < today ? dayLabel(day) : `${dayLabel(day)}, incomplete`, start: null, end: day };
}

function comparedBalance(day: Day): Column {
  return { id: `compare:asAt:${day}`, kind: "compare", label: dayLabel(day), start: null, end: day };
}
