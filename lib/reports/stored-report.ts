// A stored report as the doors hand it out: what identifies it, and the document itself.
import { z } from "zod";
import { reportStatuses, reportTypes } from "#db/vocabulary.ts";
import type { listReports, ReportRow } from "#lib/reports/queries.ts";
import { commonSchema, parametersSchema, reportSchema } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";

const reportSummarySchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  userId: z.uuid(),
  type: z.enum(reportTypes),
  name: z.string(),
  status: z.enum(reportStatuses),
  parameters: parametersSchema,
  periodStart: daySchema.nullable(),
  periodEnd: daySchema,
  currency: z.string(),
  dataVersion: z.int(),
  contentHash: z.string(),
  /** Something in its books has changed since; it may or may not be in this report. */
  stale: z.boolean(),
  pinned: z.boolean(),
  createdAt: z.iso.datetime(),
});
export const storedReportSchema = reportSummarySchema
  .extend({
    /** The report that this one was made in the place of, and the newest that was made in the place of this one. */
    supersedesId: z.uuid().nullable(),
    successorId: z.uuid().nullable(),
    data: reportSchema,
  })
  .meta({ id: "Report" });

/** In a list a report comes without its document, but with how complete it is and how well it ties. */
export const listedReportSchema = reportSummarySchema.extend({ period: commonSchema.shape.period, tieOut: commonSchema.shape.tieOut, quality: commonSchema.shape.quality }).meta({ id: "ListedReport" });

type ReportSummary = z.output<typeof reportSummarySchema>;
export type ListedReport = z.output<typeof listedReportSchema>;
export type StoredReport = z.output<typeof storedReportSchema>;

export function toListedReport(row: Awaited<ReturnType<typeof listReports>>[number]): ListedReport {
  return listedReportSchema.parse({ ...toReportSummary(row), period: row.period, tieOut: row.tieOut, quality: row.quality });
}

/** ZodError, which is a bug, when what was stored is no report. */
export function toStoredReport(row: Dated<ReportRow> & { successorId: string | null }): StoredReport {
  const { supersedesId, successorId } = row;
  return { ...toReportSummary(row), supersedesId, successorId, data: reportSchema.parse(row.data) };
}

/** With the version that the data of its books has by now. */
type Dated<Row> = Row & { currentDataVersion: number };

function toReportSummary(row: Dated<Omit<ReportRow, "data">>): ReportSummary {
  const { id, tenantId, userId, type, name, status, periodStart, periodEnd, currency, dataVersion, contentHash, pinned } = row;
  const parameters = parametersSchema.parse(row.parameters);
  const times = { stale: dataVersion < row.currentDataVersion, createdAt: row.createdAt.toISOString() };
  return { id, tenantId, userId, type, name, status, parameters, periodStart, periodEnd, currency, dataVersion, contentHash, pinned, ...times };
}
