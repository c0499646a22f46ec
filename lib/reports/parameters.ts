// What somebody asks of a statement, and what it becomes: every default is filled in here, so that a stored report says exactly which days
// it covers. Without any wish: the last closed month with its financial year to date.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { addDays, type Day, firstDayOf, monthOf, monthsFrom } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { refuse } from "#lib/refusal.ts";
import type { StatementType } from "#lib/reports/report-types.ts";
import { type ColumnKind, columnKinds, statementComparisons, type StatementParameters } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";

/** So many columns, of so many months each. */
export const mostColumns = 36;
const monthsOf: Record<ColumnKind, number> = { month: 1, quarter: 3, year: 12, total: 12 };

export const wishesSchema = z.strictObject({
  from: daySchema.optional(),
  to: daySchema.optional(),
  asAt: daySchema.optional(),
  columns: z.enum(columnKinds, { error: "Columns can be total, month, quarter or year." }).default("month"),
  compare: z.enum(statementComparisons, { error: "A statement can be compared with none, previousPeriod, previousYear or budget." }).default("none"),
  budgetId: z.uuid().optional(),
  basis: z.enum(bases, { error: "Statements are made on accrual or on cash basis." }).default("accrual"),
  hideZero: z.boolean().default(true),
  knownOn: daySchema.optional(),
});
type Wishes = z.output<typeof wishesSchema>;

/** Days after today are cut off: what has not happened is in no statement. Refusal "invalid" where the days make no sense. */
export function resolveParameters(type: StatementType, wishes: Wishes, today: Day, yearEnd: YearEnd): StatementParameters & { columns: ColumnKind } {
  const { columns, compare, basis, hideZero, knownOn } = wishes;
  refuseBudget(type, wishes);
  if (wishes.asAt !== undefined && type === "PROFIT_LOSS") fault("asAt", "A profit and loss covers days: give from and to.");
  const to = lastDay(wishes, today);
  const from = type === "BALANCE_SHEET" && columns === "total" ? null : (wishes.from ?? yearStartOf(to, yearEnd));
  if (from !== null) refuseImpossible(from, to, columns);
  return { from, to, columns, compare, basis, hideZero, ...(knownOn === undefined ? {} : { knownOn }) };
}

function refuseBudget(type: StatementType, { compare, budgetId, knownOn }: Wishes): void {
  if (compare === "budget" && type === "BALANCE_SHEET") fault("compare", "A budget is of income and costs: a balance sheet cannot be compared with one.");
  if (compare === "budget" && knownOn !== undefined) fault("compare", "A budget is not kept as it was known on a day: compare with something else, or leave out knownOn.");
  if (compare !== "budget" && budgetId !== undefined) fault("budgetId", "A budget is named only where compare is budget.");
}

/** The last day of the month before the one that runs. */
export function lastClosedDay(today: Day): Day {
  return addDays(firstDayOf(monthOf(today)), -1);
}

/** The last closed day unless somebody asks for another, or begins after it; today at the latest. */
export function lastDay({ from, to, asAt }: { from?: Day | undefined; to?: Day | undefined; asAt?: Day | undefined }, today: Day): Day {
  if (asAt !== undefined && to !== undefined) fault("asAt", "Give either asAt or to, not both.");
  const closed = lastClosedDay(today);
  const asked = asAt ?? to ?? (from !== undefined && from > closed ? today : closed);
  return asked > today ? today : asked;
}

export function refuseImpossible(from: Day, to: Day, columns: ColumnKind): void {
  if (from > to) fault("from", `The first day, ${from}, lies after the last, ${to}.`);
  const months = monthsFrom(monthOf(from), monthOf(to)).length;
  const most = mostColumns * monthsOf[columns];
  if (months > most) fault("from", `With these columns a statement can have ${most} months at most; this would be ${months}.`);
}

export function fault(field: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/parameters/${field}`, detail }] });
}
