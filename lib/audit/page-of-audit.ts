// The audit a page at a time, latest first. A page begins behind the place where the one before ended, so what is written in between neither
// hides a row nor shows one twice.
import { z } from "zod";
import type { Reader } from "#db/index.ts";
import { type AuditListing, type AuditLog, toAuditLog } from "#lib/audit/audit-log.ts";
import { type AuditPlace, type AuditRow, listAuditRows, type Wanted } from "#lib/audit/queries.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { type Page, pageOf } from "#lib/listing.ts";
import { namesOf } from "#lib/people/names.ts";
import { wireInstant } from "#lib/wire-values.ts";

const place = z.strictObject({ createdAt: wireInstant, id: z.uuid() });

/** `find` gives up to `limit` rows that are wanted, behind a place. */
export async function pageOfAudit({ limit, cursor, ...wanted }: AuditListing, find: (wanted: Wanted, after: AuditPlace | null, limit: number) => Promise<AuditRow[]>): Promise<Page<AuditLog>> {
  const { data, ...rest } = pageOf(await find(wanted, placeIn(place, cursor), limit + 1), limit, ({ createdAt, id }) => cursorOf({ createdAt: createdAt.toISOString(), id }));
  const names = await namesOf(data.flatMap(({ actorId, resourceType, resourceId }) => [actorId ?? [], resourceType === "User" ? (resourceId ?? []) : []].flat()));
  return { ...rest, data: data.map((row) => toAuditLog(row, names)) };
}

/** Each organisation is walked by itself, for only so does an index lead; what they give is merged. */
export async function auditRowsWithin(q: Reader, wanted: Wanted, after: AuditPlace | null, limit: number): Promise<AuditRow[]> {
  const tenantIds = [...new Set(q.tenantIds)];
  const found: AuditRow[] = [];
  for (const tenantId of tenantIds) found.push(...(await listAuditRows({ ...q, tenantId }, wanted, after, limit)));
  return tenantIds.length > 1 ? found.toSorted(latestFirst) : found;
}

function latestFirst(one: AuditRow, other: AuditRow): number {
  const between = other.createdAt.getTime() - one.createdAt.getTime();
  return between === 0 ? (one.id < other.id ? 1 : -1) : between;
}
