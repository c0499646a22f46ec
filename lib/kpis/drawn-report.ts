// What a page needs of a stored dashboard: its figures without their proofs, which are nine tenths of the document and are read when somebody
// opens one. The whole document passed its schema when it was stored.
import { z } from "zod";
import type { ReportRow } from "#lib/reports/queries.ts";
import { type Column, cellSchema, dashboardSchema, rowSchema } from "#lib/reports/report.ts";

const { type, parameters, currency, basis, period, columns, quality, tieOut, targets } = dashboardSchema.shape;
const { column, value, reason, unit } = cellSchema.shape;
const { id, parent, kind, label, sign } = rowSchema.shape;

const drawnSchema = z.object({ type, parameters, currency, basis, period, columns, quality, tieOut, targets, rows: z.array(z.object({ id, parent, kind, label, sign, cells: z.array(z.object({ column, value, reason, unit })) })) });

export type DrawnReport = z.output<typeof drawnSchema>;
export type DrawnRow = DrawnReport["rows"][number];
/** Of the state that its books were in at `dataVersion`. */
export type DrawnDashboard = { id: string; tenantId: string; dataVersion: number; report: DrawnReport };

/** The last of its months, and the one that it is compared with, if any. */
export function comparedIn({ columns }: Pick<DrawnReport, "columns">): { last: Column | undefined; before: Column | undefined } {
  return { last: columns.findLast(({ kind }) => kind === "period"), before: columns.find(({ kind }) => kind === "compare") };
}

export function valueIn({ cells }: Pick<DrawnRow, "cells">, column: string): string | null {
  return cells.find((cell) => cell.column === column)?.value ?? null;
}

/** ZodError, which is a bug, when what was stored is no report. */
export function toDrawnDashboard({ id: reportId, tenantId, dataVersion, data: document }: ReportRow): DrawnDashboard {
  return { id: reportId, tenantId, dataVersion, report: drawnSchema.parse(document) };
}
