// How a page asks for a report: a statement, a variance or a dashboard by its period, an aged report by its day, one of Xero's by its name.
import { bases } from "#db/vocabulary.ts";
import { choiceForm, dayOfForm, daysIn } from "#lib/reports/choice-form.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { methods } from "#lib/reports/cash-flow/method.ts";
import { orderLike, orderWritten } from "#lib/reports/custom/order-custom.ts";
import { definitionOfForm, reportOfForm } from "#lib/reports/custom/saved/in-forms.ts";
import { layoutOfForm } from "#lib/reports/named/layouts.ts";
import { orderNamed } from "#lib/reports/named/order-named.ts";
import { ageingDays, bucketKinds, columnKinds, statementComparisons } from "#lib/reports/report.ts";
import { agedTypes, cashFlowType, dashboardType, statementTypes, varianceType } from "#lib/reports/report-types.ts";
import { trackingAsked, trackingFields, withinAsked } from "#lib/reports/tracking/tracking-form.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { refuse } from "#lib/refusal.ts";
import { permit, type Scope } from "#lib/scope.ts";
import { z } from "zod";

const knownOn = dayOfForm.default("");
const chosenBudget = z.union([z.literal(""), z.uuid()]).default("");
const statementForm = choiceForm.extend({ type: z.enum(statementTypes), ...trackingFields, basis: z.enum(bases), compare: z.enum(statementComparisons), budgetId: chosenBudget, knownOn });
const varianceForm = choiceForm.extend({ type: z.literal(varianceType), columns: z.enum(columnKinds), compare: z.enum(statementComparisons), budgetId: chosenBudget, trackingOptionIds: trackingFields.trackingOptionIds });
const cashFlowForm = choiceForm.extend({ type: z.literal(cashFlowType), columns: z.enum(columnKinds), method: z.enum(methods), knownOn });
const dashboardForm = choiceForm.extend({ type: z.literal(dashboardType) });
/** An unticked box is not sent at all. */
const agedForm = z.object({ type: z.enum(agedTypes), asAt: dayOfForm, ageBy: z.enum(ageingDays), buckets: z.enum(bucketKinds), showCredits: z.enum(["", "yes"]), knownOn });

/** Refusal "invalid" with a sentence. */
export async function orderReport(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  permit(scope, "reports:write");
  if (asked["type"] === dashboardType) return orderDashboard(scope, asked);
  if (asked["type"] === varianceType) return orderVariance(scope, asked);
  if (asked["type"] === cashFlowType) return orderCashFlow(scope, asked);
  const definitionId = definitionOfForm(asked["type"]);
  if (definitionId) return orderWritten(scope, definitionId, asked);
  const reportId = reportOfForm(asked["type"]);
  if (reportId) return orderLike(scope, reportId, asked);
  const layout = layoutOfForm(asked["type"]);
  if (layout) return orderNamed(scope, layout, asked);
  return agedTypes.some((type) => type === asked["type"]) ? orderAgedReport(scope, asked) : orderStatement(scope, asked);
}

/** Every account is kept, so that those without an amount can be shown and hidden. */
async function orderStatement(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  const form = statementForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a statement, a period and a comparison; days are written as YYYY-MM-DD.");
  const { type, compare, basis, budgetId, knownOn: known } = form.data;
  // Options are not offered for a balance sheet, whatever is still ticked.
  const tracking = trackingAsked(type === "PROFIT_LOSS" ? form.data : { ...form.data, trackingOptionIds: "" });
  const budget = compare === "budget" && budgetId !== "" ? { budgetId } : {};
  const { start, end } = await daysIn(scope, form.data);
  return createReport.run(scope, { tenantId: scope.tenantId, type, parameters: { from: start, to: end, ...tracking, compare, ...budget, basis, hideZero: false, ...knownBy(known) } });
}

/** Empty is as known now. */
function knownBy(day: string): { knownOn?: string } {
  return day === "" ? {} : { knownOn: day };
}

/** Without a budget chosen, the usual one. */
async function orderVariance(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  const form = varianceForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a budget and a period; days are written as YYYY-MM-DD.");
  const { columns, budgetId, trackingOptionIds } = form.data;
  const { start, end } = await daysIn(scope, form.data);
  return createReport.run(scope, { tenantId: scope.tenantId, type: varianceType, parameters: { ...(budgetId === "" ? {} : { budgetId }), from: start, to: end, columns, hideZero: false, ...withinAsked(trackingOptionIds) } });
}

async function orderCashFlow(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  const form = cashFlowForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a period, columns, a comparison and a method; days are written as YYYY-MM-DD.");
  const { type, columns, compare, method, knownOn: known } = form.data;
  const { start, end } = await daysIn(scope, form.data);
  return createReport.run(scope, { tenantId: scope.tenantId, type, parameters: { from: start, to: end, columns, compare, method, hideZero: true, ...knownBy(known) } });
}

/** The twelve months to the last day of a period. */
async function orderDashboard(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  const form = dashboardForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a period and a comparison.");
  const { end } = await daysIn(scope, form.data);
  return createReport.run(scope, { tenantId: scope.tenantId, type: dashboardType, parameters: { to: end, compare: form.data.compare } });
}

function orderAgedReport(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  const form = agedForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a report, what it ages by and its columns; days are written as YYYY-MM-DD.");
  const { type, asAt, ageBy, buckets, showCredits, knownOn: known } = form.data;
  const day = asAt === "" ? {} : { asAt };
  return createReport.run(scope, { tenantId: scope.tenantId, type, parameters: { ...day, ageBy, buckets, showCredits: showCredits === "yes", ...knownBy(known) } });
}
