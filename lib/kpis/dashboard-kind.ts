// The dashboard among the types of report: always the twelve months to its last day, compared with last year unless somebody asks otherwise.
import { z } from "zod";
import { contentHash } from "#lib/canonical.ts";
import { addMonths, type Day, firstDayOf, monthOf } from "#lib/day.ts";
import { weeksAhead } from "#lib/cash-ahead/cash-ahead.ts";
import { dayLabel } from "#lib/day-label.ts";
import { computeDashboard } from "#lib/kpis/compute-dashboard.ts";
import { definitions } from "#lib/kpis/definitions.ts";
import { findTargets, type TargetRow } from "#lib/kpis/queries.ts";
import { statedTargets } from "#lib/kpis/target.ts";
import { reportKindThatReads } from "#lib/reports/kind.ts";
import { fault, lastDay, wishesSchema } from "#lib/reports/parameters.ts";
import { comparisons, type DashboardParameters } from "#lib/reports/report.ts";
import { dashboardType, titles } from "#lib/reports/report-types.ts";

const dashboardWishesSchema = wishesSchema.omit({ budgetId: true }).extend({
  columns: z.literal("month", { error: "A dashboard has a column for each month." }).default("month"),
  basis: z.literal("accrual", { error: "A dashboard is made on accrual basis." }).default("accrual"),
  compare: z.enum(comparisons, { error: "A dashboard can be compared with none, previousPeriod or previousYear." }).default("previousYear"),
});

export const dashboardKind = reportKindThatReads(dashboardWishesSchema, async (wishes, organisation, q) => {
  const parameters = parametersOf(wishes, organisation.today);
  const name = `${titles[dashboardType]} to ${dayLabel(parameters.to)}`;
  const targets = await findTargets(q);
  return { parameters, end: parameters.to, name, compute: (reader) => computeDashboard(reader, organisation, parameters, statedTargets(targets)), definitions: hashOfDefinitions(organisation.today, targets) };
});

/** With the week that cash to come is counted from, and when targets were last set: another week or target makes another dashboard. */
function hashOfDefinitions(today: Day, targets: readonly TargetRow[]): string {
  const set = targets.map(({ kpi, setAt }) => [kpi, setAt.toISOString()]);
  return contentHash({ definitions, week: weeksAhead(today).at(0)?.end ?? today, ...(set.length > 0 ? { targets: set } : {}) });
}

function parametersOf({ from: asked, to: until, asAt, ...choices }: z.output<typeof dashboardWishesSchema>, today: Day): DashboardParameters {
  const to = lastDay({ to: until, asAt }, today);
  const from = addMonths(firstDayOf(monthOf(to)), -11);
  if (asked !== undefined && asked !== from) fault("from", `A dashboard has the twelve months to its last day, here from ${from}: give that day alone, as asAt or to.`);
  return { from, to, ...choices };
}
