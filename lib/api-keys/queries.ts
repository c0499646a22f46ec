import { and, eq, gt, isNull, or } from "drizzle-orm";
import { ApiKeys } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

type ApiKeyRow = typeof ApiKeys.$inferSelect;

export async function findLiveKey(q: SystemQuery, keyId: string, now: Date): Promise<ApiKeyRow | undefined> {
  const alive = and(isNull(ApiKeys.revokedAt), or(isNull(ApiKeys.expiresAt), gt(ApiKeys.expiresAt, now)));
  const [row] = await q.select().from(ApiKeys).where(and(eq(ApiKeys.keyId, keyId), alive));
  return row;
}

/** Whether it still opens or not. */
export async function findKey(q: SystemQuery, keyId: string): Promise<ApiKeyRow | undefined> {
  const [row] = await q.select().from(ApiKeys).where(eq(ApiKeys.keyId, keyId));
  return row;
}

export async function insertKey(tx: SystemTransaction, key: typeof ApiKeys.$inferInsert): Promise<void> {
  await tx.insert(ApiKeys).values(key);
}

/** The public parts of those that it revoked. */
export async function revokeKeysNamed(tx: SystemTransaction, userId: string, name: string, now: Date): Promise<string[]> {
  const named = and(eq(ApiKeys.userId, userId), eq(ApiKeys.name, name), isNull(ApiKeys.revokedAt));
  const revoked = await tx.update(ApiKeys).set({ revokedAt: now }).where(named).returning({ keyId: ApiKeys.keyId });
  return revoked.map(({ keyId }) => keyId);
}

export async function markUsed(tx: SystemTransaction, id: string, now: Date): Promise<void> {
  await tx.update(ApiKeys).set({ lastUsedAt: now }).where(eq(ApiKeys.id, id));
}
