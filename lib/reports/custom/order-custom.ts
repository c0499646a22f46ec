// How a page asks for a custom report: one that is written down, or another period of one that is stored.
import { z } from "zod";
import { bases } from "#db/vocabulary.ts";
import { choiceForm, daysIn } from "#lib/reports/choice-form.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { getReport } from "#lib/reports/read-reports.ts";
import { columnKinds } from "#lib/reports/report.ts";
import { customType } from "#lib/reports/report-types.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { trackingFields, withinAsked } from "#lib/reports/tracking/tracking-form.ts";
import { refuse } from "#lib/refusal.ts";
import type { Scope } from "#lib/scope.ts";

const customForm = choiceForm.extend({ columns: z.enum(columnKinds), basis: z.enum(bases), trackingOptionIds: trackingFields.trackingOptionIds });

/** Refusal "invalid" with a sentence. */
export function orderWritten(scope: Scope, definitionId: string, asked: Record<string, string>): Promise<StoredReport> {
  return order(scope, { definitionId }, asked);
}

/** Of the same rows and the same name as the stored one, whatever is written down by now. */
export async function orderLike(scope: Scope, id: string, asked: Record<string, string>): Promise<StoredReport> {
  const { parameters } = await getReport.run([scope], { id });
  if (!("rows" in parameters)) return refuse("invalid", "Only a custom report is made of rows: choose another report.");
  return order(scope, { title: parameters.title, rows: parameters.rows }, asked);
}

async function order(scope: Scope, content: object, asked: Record<string, string>): Promise<StoredReport> {
  const form = customForm.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a period, columns and a comparison other than a budget; days are written as YYYY-MM-DD.");
  const { columns, compare, basis, trackingOptionIds } = form.data;
  const { start, end } = await daysIn(scope, form.data);
  return createReport.run(scope, { tenantId: scope.tenantId, type: customType, parameters: { ...content, from: start, to: end, columns, compare, basis, ...withinAsked(trackingOptionIds) } });
}
