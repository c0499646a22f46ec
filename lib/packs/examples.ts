// The pack of the API reference: a draft with one report, commented on, issued, and made again.
import type { z } from "zod";
import { contentHash } from "#lib/canonical.ts";
import type { issuedPackSchema } from "#lib/packs/issued-pack.ts";
import type { listedPackSchema, packSchema } from "#lib/packs/pack.ts";
import { exampleTemplate } from "#lib/packs/templates/examples.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";

export const exampleRow = "total:totalIncome";

export const examplePart: z.input<typeof packSchema>["parts"][number] = {
  id: "01990000-0000-7000-8000-000000000b11",
  reportId: exampleStoredReport.id,
  type: "PROFIT_LOSS",
  title: "Profit and Loss",
  name: exampleStoredReport.name,
  reportHash: exampleStoredReport.contentHash,
  stale: false,
  changedDocuments: 0,
  commentary: "",
  notes: [],
};

export const examplePack: z.input<typeof packSchema> = {
  id: "01990000-0000-7000-8000-000000000b10",
  tenantId: exampleStoredReport.tenantId,
  status: "draft",
  name: `${exampleTemplate.name}, Oct 2026`,
  month: "2026-10",
  templateName: exampleTemplate.name,
  madeBy: "Ada Wright",
  issuedBy: null,
  issuedAt: null,
  contentHash: null,
  supersedesId: null,
  stale: false,
  createdAt: "2026-11-20T21:05:00.000Z",
  updatedAt: "2026-11-20T21:05:00.000Z",
  cover: exampleTemplate.cover,
  successorId: null,
  parts: [examplePart],
  issued: null,
};

const notes = [{ row: exampleRow, label: "Total Trading Income", text: "Two new clients in October." }];
export const exampleCommentedPack = { ...examplePack, parts: [{ ...examplePart, notes }] };

const issued: z.input<typeof issuedPackSchema> = {
  schemaVersion: 1,
  tenantId: examplePack.tenantId,
  name: examplePack.name,
  month: examplePack.month,
  cover: examplePack.cover,
  issuedBy: "Ada Wright",
  issuedAt: "2026-11-21T07:30:00.000Z",
  supersedesId: null,
  reports: [{ id: examplePart.reportId, contentHash: examplePart.reportHash, commentary: "", notes: notes.map(({ row, text }) => ({ row, text })) }],
};

export const exampleIssuedPack: z.input<typeof packSchema> = {
  ...exampleCommentedPack,
  status: "issued",
  issuedBy: issued.issuedBy,
  issuedAt: issued.issuedAt,
  contentHash: contentHash(issued),
  updatedAt: issued.issuedAt,
  issued,
};

export const exampleSuccessor: z.input<typeof packSchema> = { ...exampleCommentedPack, id: "01990000-0000-7000-8000-000000000b20", supersedesId: exampleIssuedPack.id };

const { cover: _cover, successorId: _successorId, parts, issued: _issued, ...summary } = exampleIssuedPack;
export const exampleListedPack: z.input<typeof listedPackSchema> = { ...summary, reports: parts.length };
