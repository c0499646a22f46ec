// Reading the audit, latest first: of the organisations one may read it of, and of the installation itself for those who manage its members.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { auditActorTypes, auditSeverities, auditStatuses } from "#db/vocabulary.ts";
import { actionNames } from "#lib/audit/actions.ts";
import { type AuditPlace, type AuditRow, listAuditRows, listInstallationRows, type Wanted } from "#lib/audit/queries.ts";
import { operation } from "#lib/operation.ts";
import { namesOf } from "#lib/people/names.ts";
import { cursorOf, placeIn } from "#lib/reports/cursor.ts";
import { many, none } from "#lib/scope.ts";

const detail = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const auditLogSchema = z
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
    details: z.record(z.string(), detail).nullable(),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
    correlationId: z.uuid().nullable(),
    prevHash: z.string().nullable(),
    hash: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "AuditLog" });
export type AuditLog = z.output<typeof auditLogSchema>;

const list = z.strictObject({ data: z.array(auditLogSchema), nextCursor: z.string().nullable(), hasMore: z.boolean() });
export type AuditPage = z.output<typeof list>;

const filters = {
  action: z.array(z.enum(actionNames)).optional(),
  actorId: z.uuid().optional(),
  status: z.enum(auditStatuses).optional(),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};
const installationInput = z.strictObject(filters);
type Asked = z.output<typeof installationInput>;

export const listAudit = operation({
  name: "audit.list",
  describe: "Who did what in your organisations, latest first. `from` is included, `to` is not.",
  needs: "audit:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.uuid()).optional(), ...filters }),
  output: list,
  http: { method: "GET", path: "/audit-logs" },
  run: (scopes, asked) => pageOf(asked, (wanted, after, limit) => readMany(scopes, (q) => listAuditRows(q, wanted, after, limit))),
});

export const listInstallationAudit = operation({
  name: "audit.listInstallation",
  describe: "What belongs to no organisation: sign-ins, members, keys, set-up. Latest first.",
  needs: "members:manage",
  scope: none,
  effect: "read",
  input: installationInput,
  output: list,
  http: { method: "GET", path: "/installation/audit-logs" },
  run: (_caller, asked) => pageOf(asked, (wanted, after, limit) => systemRead((q) => listInstallationRows(q, wanted, after, limit))),
});

const place = z.strictObject({ createdAt: z.iso.datetime(), id: z.uuid() });

async function pageOf({ limit, cursor, from, to, ...rest }: Asked, find: (wanted: Wanted, after: AuditPlace | null, limit: number) => Promise<AuditRow[]>): Promise<AuditPage> {
  const at = placeIn(place, cursor);
  const wanted = { ...rest, from: from === undefined ? from : new Date(from), to: to === undefined ? to : new Date(to) };
  const rows = await find(wanted, at && { id: at.id, createdAt: new Date(at.createdAt) }, limit + 1);
  const shown = rows.slice(0, limit);
  const names = await namesOf(shown.flatMap(({ actorId }) => actorId ?? []));
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return { data: shown.map((row) => toAuditLog(row, names)), hasMore, nextCursor: hasMore && last ? cursorOf({ createdAt: last.createdAt.toISOString(), id: last.id }) : null };
}

function toAuditLog(row: AuditRow, names: ReadonlyMap<string, string>): AuditLog {
  const { userId: _, organisationId, createdAt, actorId, ...rest } = row;
  const actorName = row.actorType === "system" ? null : (names.get(actorId ?? "") ?? null);
  return auditLogSchema.parse({ ...rest, tenantId: organisationId, actorId, actorName, createdAt: createdAt.toISOString() });
}
