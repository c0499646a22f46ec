// Templates, each of one person.
import { and, asc, eq, ne } from "drizzle-orm";
import { PackTemplates } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

export type TemplateRow = typeof PackTemplates.$inferSelect;
type Said = Pick<typeof PackTemplates.$inferInsert, "name" | "cover" | "choices">;

export function templatesOf(q: SystemQuery, userId: string): Promise<TemplateRow[]> {
  return q.select().from(PackTemplates).where(eq(PackTemplates.userId, userId)).orderBy(asc(PackTemplates.name), asc(PackTemplates.id));
}

/** Nothing where it is somebody else's. */
export async function findTemplate(q: SystemQuery, userId: string, id: string): Promise<TemplateRow | undefined> {
  const [row] = await q.select().from(PackTemplates).where(and(eq(PackTemplates.userId, userId), eq(PackTemplates.id, id)));
  return row;
}

/** Whether another one than `id` has this name. */
export async function isNameTaken(q: SystemQuery, userId: string, name: string, id: string): Promise<boolean> {
  const rows = await q.select({ id: PackTemplates.id }).from(PackTemplates).where(and(eq(PackTemplates.userId, userId), eq(PackTemplates.name, name), ne(PackTemplates.id, id)));
  return rows.length > 0;
}

export async function insertTemplate(tx: SystemTransaction, id: string, userId: string, said: Said): Promise<TemplateRow | undefined> {
  const [row] = await tx.insert(PackTemplates).values({ id, userId, ...said }).returning();
  return row;
}

export async function updateTemplate(tx: SystemTransaction, userId: string, id: string, said: Partial<Said>): Promise<TemplateRow | undefined> {
  const [row] = await tx.update(PackTemplates).set(said).where(and(eq(PackTemplates.userId, userId), eq(PackTemplates.id, id))).returning();
  return row;
}

export async function deleteTemplate(tx: SystemTransaction, userId: string, id: string): Promise<TemplateRow | undefined> {
  const [row] = await tx.delete(PackTemplates).where(and(eq(PackTemplates.userId, userId), eq(PackTemplates.id, id))).returning();
  return row;
}
