// What makes the audit a chain: each row's hash is of what the row says and of the hash before it. Whoever changes, removes or inserts a row
// has to write every later one again, and so cannot keep a head that somebody noted down, on a report for instance. The references to a
// person and an organisation (userId, tenantId) may be forgotten and are not hashed; actorId and organisationId say the same and are.
import type { NewAuditRow } from "#lib/audit/queries.ts";
import { contentHash } from "#lib/canonical.ts";

export type Head = { sequence: number; hash: string };
/** A row without its links and its hashes. */
export type Said = Omit<NewAuditRow, "userId" | "tenantId" | "prevHash" | "hash">;

/** SHA-256 of the RFC 8785 form of these fields; docs/audit.md describes it for others to compute. */
export function chainHash(prevHash: string | null, said: Said): string {
  const { id, action, details, ipAddress, userAgent, actorId, organisationId, actorType, category, severity, status, resourceType, resourceId, correlationId, sequence, createdAt } = said;
  const hashed = { id, action, details, ipAddress, userAgent, actorId, organisationId, actorType, category, severity, status, resourceType, resourceId, correlationId, sequence };
  return contentHash({ ...hashed, createdAt: createdAt.toISOString(), prevHash });
}

/** A head as it is printed: `12:9f86d0…`. */
export function headInWords({ sequence, hash }: Head): string {
  return `${sequence}:${hash}`;
}

export function headIn(text: string): Head | undefined {
  const [, sequence, hash] = /^(\d{1,10}):([0-9a-f]{64})$/.exec(text) ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash } : undefined;
}
