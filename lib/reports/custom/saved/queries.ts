// Custom reports that are written down.
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { ReportDefinitions } from "#db/schema/index.ts";

export type DefinitionRow = typeof ReportDefinitions.$inferSelect;
type Said = Pick<typeof ReportDefinitions.$inferInsert, "name" | "rows" | "userId" | "savedBy">;

export function findDefinitions(q: Reader): Promise<DefinitionRow[]> {
  return q.select().from(ReportDefinitions).where(inArray(ReportDefinitions.tenantId, [...q.tenantIds])).orderBy(asc(ReportDefinitions.name), asc(ReportDefinitions.id));
}

export async function findDefinition(q: Reader, id: string): Promise<DefinitionRow | undefined> {
  const [row] = await q.select().from(ReportDefinitions).where(and(inArray(ReportDefinitions.tenantId, [...q.tenantIds]), eq(ReportDefinitions.id, id)));
  return row;
}

/** Their names alone, for a form to offer. */
export function definitionNames(q: Query) {
  const { id, name, tenantId } = ReportDefinitions;
  return q.select({ id, name }).from(ReportDefinitions).where(eq(tenantId, q.tenantId)).orderBy(asc(name), asc(id));
}

/** One of a name takes the place of the one before. */
export async function saveDefinition(tx: Transaction, said: Said): Promise<DefinitionRow | undefined> {
  const { name: _name, ...set } = said;
  const [row] = await tx
    .insert(ReportDefinitions)
    .values({ ...said, tenantId: tx.tenantId })
    .onConflictDoUpdate({ target: [ReportDefinitions.tenantId, ReportDefinitions.name], set: { ...set, updatedAt: new Date() } })
    .returning();
  return row;
}

export async function deleteDefinition(tx: Transaction, id: string): Promise<DefinitionRow | undefined> {
  const [row] = await tx.delete(ReportDefinitions).where(and(eq(ReportDefinitions.tenantId, tx.tenantId), eq(ReportDefinitions.id, id))).returning();
  return row;
}
