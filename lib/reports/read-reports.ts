// Reports as they are stored: one, a list, and the proof of one cell. All of them over the organisations the caller may read reports of.
import { z } from "zod";
import { read, readMany } from "#db/index.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { env } from "#lib/env.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { exampleCell, exampleFile, exampleListedReport, exampleProof, exampleReport, exampleStoredReport } from "#lib/reports/examples.ts";
import { exportFormats, mediaTypes } from "#lib/reports/export/formats.ts";
import { papers, paperUsedIn } from "#lib/reports/export/pdf/paper.ts";
import { reportFile } from "#lib/reports/export/report-file.ts";
import { flatRows, flatRowSchema } from "#lib/reports/flat-rows.ts";
import { instantOfPlace, linePlaceIn } from "#lib/reports/cursor.ts";
import { placeOf } from "#lib/reports/proof.ts";
import { proofSchema } from "#lib/reports/proof-schema.ts";
import { proveCell } from "#lib/reports/prove-cell.ts";
import { findReport, listReports } from "#lib/reports/queries.ts";
import { typeSchema } from "#lib/reports/report-types.ts";
import { listedReportSchema, type StoredReport, storedReportSchema, toListedReport, toStoredReport } from "#lib/reports/stored-report.ts";
import { many, type Scope } from "#lib/scope.ts";

const organisations = z.array(z.uuid()).optional();
const limit = z.int().min(1).max(200).default(50);
const cursor = z.string().max(500).optional();

export const getReport = operation({
  name: "reports.get",
  describe: "One stored report with its document.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: organisations }),
  output: storedReportSchema,
  http: { method: "GET", path: "/reports/{id}" },
  example: { input: { id: exampleStoredReport.id }, output: exampleStoredReport },
  run: (scopes, { id }) => storedReport(scopes, id),
});

export const getReportRows = operation({
  name: "reports.rows",
  describe: "One stored report as flat rows, for spreadsheets: a line for each row and period, its comparison and variance beside it.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: organisations }),
  output: z.strictObject({ data: z.array(flatRowSchema) }),
  http: { method: "GET", path: "/reports/{id}/rows" },
  example: { input: { id: exampleStoredReport.id }, output: { data: flatRows(exampleReport) } },
  run: async (scopes, { id }) => ({ data: flatRows((await storedReport(scopes, id)).data) }),
});

export const exportReport = operation({
  name: "reports.export",
  describe: "One stored report as a file: a tagged PDF on the paper of the organisation's country or another; a workbook with live totals and checks, comma-separated values, or the document itself.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), format: z.enum(exportFormats), paper: z.enum(papers).optional(), tenantId: organisations }),
  output: z.file(),
  http: { method: "GET", path: "/reports/{id}/export", files: Object.values(mediaTypes) },
  example: { input: { id: exampleStoredReport.id, format: "xlsx" }, output: exampleFile },
  async run(scopes, { id, format, paper }) {
    const row = await reportRow(scopes, id);
    return reportFile(toStoredReport(row), format, paper ?? paperUsedIn(row.countryCode));
  },
});

const reportPlace = z.strictObject({ createdAt: instantOfPlace, id: z.uuid() });

export const listStoredReports = operation({
  name: "reports.list",
  describe: "Stored reports, newest first, without their documents.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: organisations, type: z.array(typeSchema).optional(), limit, cursor }),
  output: z.object({ data: z.array(listedReportSchema), nextCursor: z.string().nullable(), hasMore: z.boolean() }),
  http: { method: "GET", path: "/reports" },
  example: { input: { type: ["PROFIT_LOSS"], limit: 1 }, output: { data: [exampleListedReport], nextCursor: null, hasMore: false } },
  async run(scopes, input) {
    const place = placeIn(reportPlace, input.cursor);
    const after = place && { id: place.id, createdAt: new Date(place.createdAt) };
    const rows = await readMany(scopes, (q) => listReports(q, input.type, after, input.limit + 1));
    const page = rows.slice(0, input.limit).map(toListedReport);
    const last = page.at(-1);
    const hasMore = rows.length > input.limit;
    return { data: page, hasMore, nextCursor: hasMore && last ? cursorOf({ createdAt: last.createdAt, id: last.id }) : null };
  },
});

export const proveReportCell = operation({
  name: "reports.proof",
  describe: "What a cell is made of: its formula, the cells or differences it sums, and the journal lines and documents behind it.",
  needs: "reports:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), cell: z.string().max(500), tenantId: organisations, limit, cursor }),
  output: proofSchema,
  http: { method: "GET", path: "/reports/{id}/proof" },
  example: { input: { id: exampleStoredReport.id, cell: exampleCell }, output: exampleProof },
  async run(scopes, input) {
    const after = linePlaceIn(input.cursor);
    const { data: report, tenantId } = await storedReport(scopes, input.id);
    const place = placeOf(report, input.cell) ?? refuse("notFound", "There is no such cell in this report. A cell is named by its row, a bar, and its column.");
    const { lines, ...proof } = await read({ tenantId }, (q) => proveCell(q, report, place, after, input.limit));
    const next = lines.next && nextPage(input.id, input.cell, input.limit, cursorOf(lines.next));
    return { ...proof, lines: { data: lines.data, next } };
  },
});

/** Refusal "notFound" for what is not there and for what is not theirs. */
async function reportRow(scopes: readonly Scope[], id: string) {
  const row = await readMany(scopes, (q) => findReport(q, id));
  return row ?? refuse("notFound", "There is no such report, or it is not yours.");
}

async function storedReport(scopes: readonly Scope[], id: string): Promise<StoredReport> {
  return toStoredReport(await reportRow(scopes, id));
}

function nextPage(id: string, cell: string, limit: number, cursor: string): string {
  const query = new URLSearchParams({ cell, limit: String(limit), cursor });
  return `${env().APP_URL}/api/v1/reports/${id}/proof?${query}`;
}
