// Beside each column of what happened stand its budget, the variance and the variance in percent.
import { type Day, firstDayOf, monthOf } from "#lib/day.ts";
import { dayLabel } from "#lib/day-label.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { movementColumns } from "#lib/reports/periods.ts";
import type { Column, VarianceParameters } from "#lib/reports/report.ts";

export type Quartet = { actual: Column; budget: Column; variance: Column; percent: Column };

/** The budgets of all the days there are: of the period, and of the year to date. */
export const wholeBudgets: readonly string[] = ["budget:total", "budget:ytd"];

/** The columns of what happened: the period, by month or whole, and the financial year from its start to the last day. */
export function actualColumns({ from, to, columns }: Pick<VarianceParameters, "from" | "to" | "columns">, today: Day, yearEnd: YearEnd): Column[] {
  const start = yearStartOf(to, yearEnd);
  const label = `Year to ${to < today ? "date" : `${dayLabel(to)}, incomplete`}`;
  return [...movementColumns({ from, to, columns, compare: "none", today, yearEnd }), { id: "ytd", kind: "total", label, start, end: to }];
}

export function quartets(columns: readonly Column[]): Quartet[] {
  return columns.map((actual) => {
    const beside = (kind: "budget" | "variance" | "percent", words: string): Column => ({ ...actual, id: `${kind}:${actual.id}`, kind, label: `${words} ${actual.label}` });
    return { actual, budget: beside("budget", "Budget"), variance: beside("variance", "Variance"), percent: beside("percent", "Variance %") };
  });
}

/** Each column followed by what stands beside it. */
export function besideEach(columns: readonly Quartet[]): Column[] {
  return columns.flatMap(({ actual, budget, variance, percent }) => [actual, budget, variance, percent]);
}

/** The first day of the month, which a budget is of. */
export function monthStart(day: Day): Day {
  return firstDayOf(monthOf(day));
}
