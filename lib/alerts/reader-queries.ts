// Who gets the alerts of an organisation by e-mail.
import { and, asc, eq } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { AlertReaders } from "#db/schema/index.ts";

export async function readersOf(q: Query): Promise<string[]> {
  const rows = await q.select({ userId: AlertReaders.userId }).from(AlertReaders).where(eq(AlertReaders.tenantId, q.tenantId)).orderBy(asc(AlertReaders.id));
  return rows.map(({ userId }) => userId);
}

export async function isReader(q: Query, userId: string): Promise<boolean> {
  return (await readersOf(q)).includes(userId);
}

export async function addReader(tx: Transaction, userId: string, since: Date): Promise<void> {
  await tx.insert(AlertReaders).values({ tenantId: tx.tenantId, userId, since }).onConflictDoNothing();
}

export async function removeReader(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(AlertReaders).where(and(eq(AlertReaders.tenantId, tx.tenantId), eq(AlertReaders.userId, userId)));
}
