// Every profit and loss and balance sheet that an organisation keeps, for who wants to check them all.
import type { Query } from "#db/index.ts";
import { findReportDocuments } from "#lib/reports/queries.ts";
import { type Report, reportSchema } from "#lib/reports/report.ts";
import { statementTypes } from "#lib/reports/report-types.ts";

/** Oldest first. ZodError, which is a bug, when what was stored is no report. */
export async function storedStatements(q: Query): Promise<Report[]> {
  return (await findReportDocuments(q, statementTypes)).map(({ data }) => reportSchema.parse(data));
}
