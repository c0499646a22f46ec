// The row of the API reference: a program made the report of the reference.
import type { z } from "zod";
import type { auditLogSchema } from "#lib/audit/audit-log.ts";
import { chainHash, headIn } from "#lib/audit/chain.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { exampleReport, exampleStoredReport } from "#lib/reports/examples.ts";

const before = headIn(exampleReport.source.auditHead ?? "");
const { id, type, name, contentHash, userId, createdAt } = exampleStoredReport;
const prevHash = before?.hash ?? null;

const said = {
  id: "01990000-0000-7000-8000-0000000000f2",
  sequence: (before?.sequence ?? 0) + 1,
  action: "report.created",
  category: "reports",
  severity: "info",
  status: "success",
  actorType: "key",
  actorId: userId,
  resourceType: "Report",
  resourceId: id,
  details: { type, name, contentHash, key: "Q4rT7yPz" },
  ipAddress: "203.0.113.7",
  userAgent: "n8n",
  correlationId: null,
} as const;

export const exampleAuditLog: z.input<typeof auditLogSchema> = {
  ...said,
  tenantId: exampleOrganisation.id,
  actorName: "Mere Kingi",
  resourceName: null,
  prevHash,
  hash: chainHash(prevHash, { ...said, organisationId: exampleOrganisation.id, createdAt: new Date(createdAt) }),
  createdAt,
};
