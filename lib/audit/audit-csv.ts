// The audit as a file: everything the filters let through, page after page, so that its length costs no memory.
import type { AuditLog } from "#lib/audit/audit-log.ts";
import { csvLine } from "#lib/csv.ts";
import type { Page } from "#lib/listing.ts";

const columns = ["createdAt", "sequence", "action", "status", "actorType", "actorName", "actorId", "resourceType", "resourceId", "resourceName", "details", "ipAddress", "userAgent", "correlationId", "prevHash", "hash"] as const;
/** Spreadsheets take a file without it for another alphabet. */
const byteOrderMark = "\uFEFF";

/** `page` fetches the page at a cursor. */
export async function* auditCsv(page: (cursor: string | undefined) => Promise<Page<AuditLog>>): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns);
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await page(cursor);
    yield data.map(lineOf).join("");
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function lineOf(row: AuditLog): string {
  const written = { ...row, createdAt: row.createdAt.toISOString(), details: row.details && JSON.stringify(row.details) };
  return csvLine(columns.map((name) => written[name]));
}
