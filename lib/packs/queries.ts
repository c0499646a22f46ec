// Packs and their parts.
import { and, asc, count, desc, eq, getTableColumns, inArray, lt, min, or, sql } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { PackParts, Packs, Reports, XeroTenants } from "#db/schema/index.ts";

export type PackRow = typeof Packs.$inferSelect;
export type PartRow = typeof PackParts.$inferSelect;
type NewPack = Omit<typeof Packs.$inferInsert, "tenantId">;
export type NewPart = Omit<typeof PackParts.$inferInsert, "tenantId" | "packId" | "place">;
export type FoundPack = PackRow & { currentDataVersion: number; countryCode: string | null; successorId: string | null };
export type PackPlace = { createdAt: Date; id: string };

/** One pack within reach, the country of its books, how far their data has come, and the newest pack that was made in its place. */
export async function findPack(q: Reader, id: string): Promise<FoundPack | undefined> {
  const { dataVersion, countryCode } = XeroTenants;
  const { tenantId } = Packs;
  const successor = sql<string | null>`(select "later"."id" from ${Packs} as "later" where "later"."tenantId" = ${tenantId} and "later"."supersedesId" = ${Packs.id} order by "later"."createdAt" desc, "later"."id" desc limit 1)`;
  const [pack] = await q
    .select({ ...getTableColumns(Packs), currentDataVersion: dataVersion, countryCode, successorId: successor.mapWith(Packs.id) })
    .from(Packs)
    .innerJoin(XeroTenants, eq(XeroTenants.id, tenantId))
    .where(and(inArray(tenantId, [...q.tenantIds]), eq(Packs.id, id)));
  return pack;
}

/** The parts of a pack in their order, each with its stored report. */
export function findParts(q: Reader, packId: string) {
  return q
    .select({ part: getTableColumns(PackParts), report: getTableColumns(Reports) })
    .from(PackParts)
    .innerJoin(Reports, and(eq(Reports.tenantId, PackParts.tenantId), eq(Reports.id, PackParts.reportId)))
    .where(and(inArray(PackParts.tenantId, [...q.tenantIds]), eq(PackParts.packId, packId)))
    .orderBy(asc(PackParts.place), asc(PackParts.id));
}

/** Newest first, each with how many reports it has and the state of the data that the oldest of them is of. */
export function listPacks(q: Reader, after: PackPlace | null, limit: number) {
  const { createdAt, id, tenantId } = Packs;
  const older = after ? or(lt(createdAt, after.createdAt), and(eq(createdAt, after.createdAt), lt(id, after.id))) : undefined;
  return q
    .select({ ...getTableColumns(Packs), currentDataVersion: XeroTenants.dataVersion, reports: count(PackParts.id), oldestDataVersion: min(Reports.dataVersion) })
    .from(Packs)
    .innerJoin(XeroTenants, eq(XeroTenants.id, tenantId))
    .leftJoin(PackParts, and(eq(PackParts.tenantId, tenantId), eq(PackParts.packId, id)))
    .leftJoin(Reports, and(eq(Reports.tenantId, PackParts.tenantId), eq(Reports.id, PackParts.reportId)))
    .where(and(inArray(tenantId, [...q.tenantIds]), older))
    .groupBy(id, XeroTenants.dataVersion)
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}
export type PackInList = Awaited<ReturnType<typeof listPacks>>[number];

export function issuedPackIds(q: Query) {
  return q.select({ id: Packs.id }).from(Packs).where(and(eq(Packs.tenantId, q.tenantId), eq(Packs.status, "issued"))).orderBy(asc(Packs.createdAt), asc(Packs.id));
}

export async function insertPack(tx: Transaction, pack: NewPack & { id: string }, parts: readonly NewPart[]): Promise<void> {
  const { tenantId } = tx;
  await tx.insert(Packs).values({ ...pack, tenantId });
  await tx.insert(PackParts).values(parts.map((part, place) => ({ ...part, place, tenantId, packId: pack.id })));
}

/** Takes a draft into this transaction: whoever else changes or issues it waits. Nothing where there is none, or it is issued. */
export async function touchDraft(tx: Transaction, id: string): Promise<PackRow | undefined> {
  const [draft] = await tx.update(Packs).set({ updatedAt: new Date() }).where(and(eq(Packs.tenantId, tx.tenantId), eq(Packs.id, id), eq(Packs.status, "draft"))).returning();
  return draft;
}

export async function updatePack(tx: Transaction, id: string, change: Partial<NewPack>): Promise<void> {
  await tx.update(Packs).set(change).where(and(eq(Packs.tenantId, tx.tenantId), eq(Packs.id, id)));
}

/** Its parts go with it. */
export async function deletePack(tx: Transaction, id: string): Promise<void> {
  await tx.delete(Packs).where(and(eq(Packs.tenantId, tx.tenantId), eq(Packs.id, id)));
}

export async function insertPart(tx: Transaction, packId: string, place: number, part: NewPart): Promise<void> {
  await tx.insert(PackParts).values({ ...part, place, packId, tenantId: tx.tenantId });
}

export async function updatePart(tx: Transaction, id: string, change: Partial<Pick<PartRow, "reportId" | "place" | "commentary" | "notes">>): Promise<void> {
  await tx.update(PackParts).set(change).where(and(eq(PackParts.tenantId, tx.tenantId), eq(PackParts.id, id)));
}

export async function deletePart(tx: Transaction, id: string): Promise<void> {
  await tx.delete(PackParts).where(and(eq(PackParts.tenantId, tx.tenantId), eq(PackParts.id, id)));
}
