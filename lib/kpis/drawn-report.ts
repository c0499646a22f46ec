// What a page needs of a stored dashboard: its figures without their proofs, which are nine tenths of the document and are read when somebody
// opens one. The whole document passed its schema when it was stored.
import { z } from "zod";
import type { ReportRow } from "#lib/reports/queries.ts";
import { cellSchema, dashboardSchema, rowSchema } from "#lib/reports/report.ts";

const { type, parameters, currency, basis, period, columns, quality, tieOut } = dashboardSchema.shape;
const { column, value, reason, unit } = cellSchema.shape;
const { id, kind, label } = rowSchema.shape;

const drawnSchema = z.object({ type, parameters, currency, basis, period, columns, quality, tieOut, rows: z.array(z.object({ id, kind, label, cells: z.array(z.object({ column, value, reason, unit })) })) });

export type DrawnReport = z.output<typeof drawnSchema>;
export type DrawnRow = DrawnReport["rows"][number];
/** Of the state that its books were in at `dataVersion`. */
export type DrawnDashboard = { id: string; tenantId: string; dataVersion: number; report: DrawnReport };

/** ZodError, which is a bug, when what was stored is no report. */
export function toDrawnDashboard({ id: reportId, tenantId, dataVersion, data: document }: ReportRow): DrawnDashboard {
  return { id: reportId, tenantId, dataVersion, report: drawnSchema.parse(document) };
}
