// How a page asks for a report: by the name of a period, or once more with the parameters of one that is stored.
import { read } from "#db/index.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { daySchema } from "#lib/reports/report.ts";
import { reportableTypes, statementTypes, wishesSchema } from "#lib/reports/parameters.ts";
import { daysOf, presets } from "#lib/reports/presets.ts";
import { getReport } from "#lib/reports/read-reports.ts";
import { readOrganisation } from "#lib/reports/read-books.ts";
import { comparisons } from "#lib/reports/report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { refuse } from "#lib/refusal.ts";
import { permit, type Scope } from "#lib/scope.ts";
import { z } from "zod";

const day = z.union([z.literal(""), daySchema]);
const formSchema = z.object({
  type: z.enum(statementTypes),
  period: z.enum(presets),
  from: day,
  to: day,
  columns: z.enum(["total", "month"]),
  compare: z.enum(comparisons),
});

/** Every account is kept, so that those without an amount can be shown and hidden. Refusal "invalid" with a sentence. */
export async function orderReport(scope: Scope, asked: Record<string, string>): Promise<StoredReport> {
  permit(scope, "reports:write");
  const form = formSchema.safeParse(asked);
  if (!form.success) return refuse("invalid", "Choose a statement, a period and a comparison; days are written as YYYY-MM-DD.");
  const { type, period, from, to, columns, compare } = form.data;
  const { today, yearEnd } = await read(scope, readOrganisation);
  const days = daysOf(period, today, yearEnd) ?? customDays(from, to);
  return createReport.run(scope, { tenantId: scope.tenantId, type, parameters: { from: days.start, to: days.end, columns, compare, hideZero: false } });
}

/** The same statement of the books as they are now. */
export async function remakeReport(scope: Scope, id: string): Promise<StoredReport> {
  const { type, name, parameters } = await getReport.run([scope], { id });
  const { from, ...rest } = parameters;
  const wishes = wishesSchema.parse(from === null ? rest : { from, ...rest });
  const kind = reportableTypes.find((candidate) => candidate === type) ?? refuse("invalid", "This kind of report cannot be made again yet.");
  return createReport.run(scope, { tenantId: scope.tenantId, type: kind, name, parameters: wishes });
}

function customDays(from: string, to: string) {
  if (from === "" || to === "") return refuse("invalid", "For a custom period give its first and its last day.");
  return { start: from, end: to };
}
