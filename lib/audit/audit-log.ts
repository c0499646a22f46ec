// A row of the audit as it is handed out, to pages, files and programs alike.
import { z } from "zod";
import { auditActorTypes, auditSeverities, auditStatuses } from "#db/vocabulary.ts";
import { actionNames } from "#lib/audit/actions.ts";
import type { AuditRow } from "#lib/audit/queries.ts";
import { paging } from "#lib/listing.ts";
import { wireInstant } from "#lib/wire-values.ts";

const detail = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const auditLogSchema = z
  .strictObject({
    id: z.uuid(),
    /** The organisation; null for what belongs to the installation. */
    tenantId: z.uuid().nullable(),
    sequence: z.int(),
    action: z.string(),
    category: z.string(),
    severity: z.enum(auditSeverities),
    status: z.enum(auditStatuses),
    actorType: z.enum(auditActorTypes),
    actorId: z.uuid().nullable(),
    /** What they are called today; null for Daybook itself, and for whom nobody knows any more. */
    actorName: z.string().nullable(),
    resourceType: z.string().nullable(),
    resourceId: z.string().nullable(),
    /** Of a person: what they are called today. */
    resourceName: z.string().nullable(),
    details: z.record(z.string(), detail).nullable(),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
    correlationId: z.uuid().nullable(),
    prevHash: z.string().nullable(),
    hash: z.string(),
    createdAt: wireInstant,
  })
  .meta({ id: "AuditLog" });
export type AuditLog = z.output<typeof auditLogSchema>;

const filters = {
  action: z.array(z.enum(actionNames)).optional(),
  actorId: z.uuid().optional(),
  status: z.enum(auditStatuses).optional(),
  from: wireInstant.optional(),
  to: wireInstant.optional(),
};

export const auditListing = z.strictObject({ ...paging, ...filters });
export const installationListing = auditListing.omit({ tenantId: true });
export type AuditListing = z.output<typeof installationListing>;

/** `names` are what people are called, by their id. */
export function toAuditLog({ userId: _, organisationId, actorId, details, ...row }: AuditRow, names: ReadonlyMap<string, string>): AuditLog {
  const actorName = row.actorType === "system" ? null : (names.get(actorId ?? "") ?? null);
  const resourceName = row.resourceType === "User" ? (names.get(row.resourceId ?? "") ?? null) : null;
  return { ...row, tenantId: organisationId, actorId, actorName, resourceName, details: auditLogSchema.shape.details.parse(details) };
}
