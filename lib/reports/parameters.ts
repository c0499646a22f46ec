// What somebody asks of a statement, and what it becomes: every default is filled in here, so that a stored report says exactly which days
// it covers. Without any wish: the last closed month with its financial year to date.
import { z } from "zod";
import { addDays, addMonths, type Day, firstDayOf, monthOf, monthsFrom } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { refuse } from "#lib/refusal.ts";
import { columnKinds, comparisons, daySchema, type Parameters } from "#lib/reports/report.ts";

export const statementTypes = ["PROFIT_LOSS", "BALANCE_SHEET"] as const;
export type StatementType = (typeof statementTypes)[number];
/** Every kind of report that can be made. */
export const reportableTypes = [...statementTypes, "KPI_DASHBOARD"] as const;
export type ReportableType = (typeof reportableTypes)[number];

const mostMonths = 36;

export const typeSchema = z.enum(reportableTypes, { error: "This kind of report cannot be made yet. Ask for PROFIT_LOSS, BALANCE_SHEET or KPI_DASHBOARD." });

export const wishesSchema = z.strictObject({
  from: daySchema.optional(),
  to: daySchema.optional(),
  asAt: daySchema.optional(),
  columns: z.enum(columnKinds, { error: "Columns can be total or month; quarters, years and tracking options are not available yet." }).default("month"),
  compare: z.enum(comparisons, { error: "A statement can be compared with none, previousPeriod or previousYear; budgets are not available yet." }).optional(),
  basis: z.literal("accrual", { error: "Statements are made on accrual basis; cash basis is not available yet." }).default("accrual"),
  hideZero: z.boolean().default(true),
});
export type Wishes = z.output<typeof wishesSchema>;

/** Days after today are cut off: what has not happened is in no statement. Refusal "invalid" where the days make no sense. */
export function resolveParameters(type: ReportableType, wishes: Wishes, today: Day, yearEnd: YearEnd): Parameters {
  if (type === "KPI_DASHBOARD") return dashboardParameters(wishes, today);
  const { columns, compare = "none", basis, hideZero } = wishes;
  const to = lastDay(type, wishes, today);
  const from = type === "BALANCE_SHEET" && columns === "total" ? null : (wishes.from ?? yearStartOf(to, yearEnd));
  if (from !== null) refuseImpossible(from, to);
  return { from, to, columns, compare, basis, hideZero };
}

/** Always the twelve months to its last day, compared with last year unless somebody asks otherwise. */
function dashboardParameters(wishes: Wishes, today: Day): Parameters {
  const { columns, compare = "previousYear", basis, hideZero } = wishes;
  const to = lastDay("KPI_DASHBOARD", { ...wishes, from: undefined }, today);
  const from = addMonths(firstDayOf(monthOf(to)), -11);
  if (wishes.from !== undefined && wishes.from !== from) fault("from", `A dashboard has the twelve months to its last day, here from ${from}: give that day alone, as asAt or to.`);
  if (columns !== "month") fault("columns", "A dashboard has a column for each month.");
  return { from, to, columns, compare, basis, hideZero };
}

/** The last day of the month before the one that runs. */
export function lastClosedDay(today: Day): Day {
  return addDays(firstDayOf(monthOf(today)), -1);
}

function lastDay(type: ReportableType, { from, to, asAt }: Wishes, today: Day): Day {
  if (asAt !== undefined && type === "PROFIT_LOSS") fault("asAt", "A profit and loss covers days: give from and to.");
  if (asAt !== undefined && to !== undefined) fault("asAt", "Give either asAt or to, not both.");
  const closed = lastClosedDay(today);
  const asked = asAt ?? to ?? (from !== undefined && from > closed ? today : closed);
  return asked > today ? today : asked;
}

function refuseImpossible(from: Day, to: Day): void {
  if (from > to) fault("from", `The first day, ${from}, lies after the last, ${to}.`);
  const months = monthsFrom(monthOf(from), monthOf(to)).length;
  if (months > mostMonths) fault("from", `A statement can have ${mostMonths} months at most; this would be ${months}.`);
}

function fault(field: string, detail: string): never {
  return refuse("invalid", detail, { faults: [{ pointer: `/parameters/${field}`, detail }] });
}
