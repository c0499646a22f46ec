// The dashboard among the types of report: always the twelve months to its last day, compared with last year unless somebody asks otherwise.
import { z } from "zod";
import { contentHash } from "#lib/canonical.ts";
import { addMonths, type Day, firstDayOf, monthOf } from "#lib/day.ts";
import { weeksAhead } from "#lib/cash-ahead/cash-ahead.ts";
import { dayLabel } from "#lib/day-label.ts";
import { computeDashboard } from "#lib/kpis/compute-dashboard.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import { reportKind } from "#lib/reports/kind.ts";
import { fault, lastDay, wishesSchema } from "#lib/reports/parameters.ts";
import { comparisons, type DashboardParameters } from "#lib/reports/report.ts";
import { dashboardType, titles } from "#lib/reports/report-types.ts";

const dashboardWishesSchema = wishesSchema.omit({ budgetId: true }).extend({
  columns: z.literal("month", { error: "A dashboard has a column for each month." }).default("month"),
  basis: z.literal("accrual", { error: "A dashboard is made on accrual basis." }).default("accrual"),
  compare: z.enum(comparisons, { error: "A dashboard can be compared with none, previousPeriod or previousYear." }).default("previousYear"),
});


export const dashboardKind = reportKind(dashboardWishesSchema, (wishes, organisation) => {
  const parameters = parametersOf(wishes, organisation.today);
  const name = `${titles[dashboardType]} to ${dayLabel(parameters.to)}`;
  return { parameters, end: parameters.to, name, compute: (q) => computeDashboard(q, organisation, parameters), definitions: hashOfDefinitions(organisation.today) };
});

/** With the week that cash to come is counted from: another week makes another dashboard. */
function hashOfDefinitions(today: Day): string {
  return contentHash({ definitions, week: weeksAhead(today).at(0)?.end ?? today });
}

function parametersOf({ from: asked, to: until, asAt, ...choices }: z.output<typeof dashboardWishesSchema>, today: Day): DashboardParameters {
  const to = lastDay({ to: until, asAt }, today);
  const from = addMonths(firstDayOf(monthOf(to)), -11);
  if (asked !== undefined && asked !== from) fault("from", `A dashboard has the twelve months to its last day, here from ${from}: give that day alone, as asAt or to.`);
  return { from, to, ...choices };
}
