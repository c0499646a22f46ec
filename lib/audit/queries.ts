// The audit's rows and the heads of its chains. A chain belongs to an organisation; the one of the installation has no organisation, and its
// head is kept under the nil UUID.
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { AuditChains, AuditLogs, XeroTenants } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";
import type { auditStatuses } from "#db/vocabulary.ts";
import type { Head } from "#lib/audit/chain.ts";

export type AuditRow = typeof AuditLogs.$inferSelect;
/** Every column given. */
export type NewAuditRow = AuditRow;
type Writer = Pick<Transaction | SystemTransaction, "insert" | "update">;

const installation = "00000000-0000-0000-0000-000000000000";

/**
 * Moves a chain's head by one and gives its new sequence with the hash before. Whoever comes second waits here for the first to commit,
 * so that sequences have neither gaps nor doubles.
 */
export async function advanceChain(tx: Writer, organisationId: string | null): Promise<{ sequence: number; prevHash: string | null }> {
  const [head] = await tx
    .insert(AuditChains)
    .values({ id: organisationId ?? installation, sequence: 1 })
    .onConflictDoUpdate({ target: AuditChains.id, set: { sequence: sql`${AuditChains.sequence} + 1` } })
    .returning({ sequence: AuditChains.sequence, prevHash: AuditChains.headHash });
  if (!head) throw new Error("The head of the audit chain was not written.");
  return head;
}

export async function insertAuditRow(tx: Writer, row: NewAuditRow): Promise<void> {
  await tx.insert(AuditLogs).values(row);
  await tx.update(AuditChains).set({ headHash: row.hash }).where(eq(AuditChains.id, row.organisationId ?? installation));
}

/** Where the chain of an organisation stands; undefined before its first row. */
export async function findHead(q: Query): Promise<Head | undefined> {
  const [head] = await q.select({ sequence: AuditChains.sequence, hash: AuditChains.headHash }).from(AuditChains).where(eq(AuditChains.id, q.tenantId));
  return head?.hash ? { sequence: head.sequence, hash: head.hash } : undefined;
}

export type Wanted = { action?: string[] | undefined; actorId?: string | undefined; status?: (typeof auditStatuses)[number] | undefined; from?: Date | undefined; to?: Date | undefined };
export type AuditPlace = { createdAt: Date; id: string };

/** In one organisation, latest first. `from` is included, `to` is not. */
export function listAuditRows(q: Query, wanted: Wanted, after: AuditPlace | null, limit: number) {
  return latest(q, AuditLogs.tenantId, eq(AuditLogs.tenantId, q.tenantId), wanted, after, limit);
}

/** Of the installation itself. */
export function listInstallationRows(q: SystemQuery, wanted: Wanted, after: AuditPlace | null, limit: number) {
  return latest(q, AuditLogs.organisationId, isNull(AuditLogs.organisationId), wanted, after, limit);
}

/**
 * A walk along the index that begins with `owner`, from behind a place. All rows have the same owner, so to order by it changes nothing; where
 * that is null PostgreSQL sees only so that the index is in order.
 */
function latest(q: Pick<Reader, "select">, owner: typeof AuditLogs.tenantId | typeof AuditLogs.organisationId, whose: SQL, wanted: Wanted, after: AuditPlace | null, limit: number) {
  return q
    .select()
    .from(AuditLogs)
    .where(and(whose, isWanted(wanted), after ? isBefore(after) : undefined))
    .orderBy(desc(owner), desc(AuditLogs.createdAt), desc(AuditLogs.id))
    .limit(limit);
}

function isWanted({ action, actorId, status, from, to }: Wanted): SQL | undefined {
  return and(
    action && action.length > 0 ? inArray(AuditLogs.action, action) : undefined,
    actorId ? eq(AuditLogs.actorId, actorId) : undefined,
    status ? eq(AuditLogs.status, status) : undefined,
    from ? gte(AuditLogs.createdAt, from) : undefined,
    to ? lt(AuditLogs.createdAt, to) : undefined,
  );
}

function isBefore(place: AuditPlace): SQL {
  const { createdAt, id } = AuditLogs;
  return sql`(${createdAt}, ${id}) < (${sql.param(place.createdAt, createdAt)}, ${sql.param(place.id, id)})`;
}

/** The ids of everybody who did something in these organisations. */
export async function actorsWithin(q: Reader): Promise<string[]> {
  const rows = await q.selectDistinct({ id: AuditLogs.actorId }).from(AuditLogs).where(and(inArray(AuditLogs.tenantId, [...q.tenantIds]), isNotNull(AuditLogs.actorId)));
  return rows.flatMap(({ id }) => id ?? []);
}

export async function actorsOfInstallation(q: SystemQuery): Promise<string[]> {
  const rows = await q.selectDistinct({ id: AuditLogs.actorId }).from(AuditLogs).where(and(isNull(AuditLogs.organisationId), isNotNull(AuditLogs.actorId)));
  return rows.flatMap(({ id }) => id ?? []);
}

export type Chain = { organisationId: string | null; name: string | null; head: { sequence: number; hash: string | null } | null };

/** Every chain that has a head or a row, the installation's first. */
export async function allChains(q: SystemQuery): Promise<Chain[]> {
  const rows = await q.selectDistinct({ id: AuditLogs.organisationId }).from(AuditLogs);
  const heads = await q.select({ id: AuditChains.id, sequence: AuditChains.sequence, hash: AuditChains.headHash }).from(AuditChains);
  const names = new Map((await q.select({ id: XeroTenants.id, name: XeroTenants.tenantName }).from(XeroTenants)).map(({ id, name }) => [id, name]));
  const ids = new Set([...rows.map(({ id }) => id ?? installation), ...heads.map(({ id }) => id)]);
  return [...ids].toSorted().map((id) => {
    const head = heads.find((one) => one.id === id);
    return { organisationId: id === installation ? null : id, name: names.get(id) ?? null, head: head ? { sequence: head.sequence, hash: head.hash } : null };
  });
}

/** The rows of one chain in their order, from beyond a sequence. */
export async function rowsOfChain(q: SystemQuery, organisationId: string | null, beyond: number, limit: number): Promise<AuditRow[]> {
  const whose = organisationId === null ? isNull(AuditLogs.organisationId) : eq(AuditLogs.organisationId, organisationId);
  return q
    .select()
    .from(AuditLogs)
    .where(and(whose, gt(AuditLogs.sequence, beyond)))
    .orderBy(asc(AuditLogs.sequence), asc(AuditLogs.id))
    .limit(limit);
}

export async function findRowOfChain(q: SystemQuery, organisationId: string, sequence: number): Promise<AuditRow | undefined> {
  const [row] = await q.select().from(AuditLogs).where(and(eq(AuditLogs.organisationId, organisationId), eq(AuditLogs.sequence, sequence)));
  return row;
}
