import { and, desc, eq, gt, isNull, or } from "drizzle-orm";
import { ApiKeys } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

export type ApiKeyRow = typeof ApiKeys.$inferSelect;

export async function findLiveKey(q: SystemQuery, keyId: string, now: Date): Promise<ApiKeyRow | undefined> {
  const [row] = await q.select().from(ApiKeys).where(and(eq(ApiKeys.keyId, keyId), isLive(now)));
  return row;
}

/** Without their hashes, newest first. */
export function keysOf(q: SystemQuery, userId: string) {
  const { id, keyId, name, permissions, tenantIds, expiresAt, lastUsedAt, revokedAt, createdAt } = ApiKeys;
  return q
    .select({ id, keyId, name, permissions, tenantIds, expiresAt, lastUsedAt, revokedAt, createdAt })
    .from(ApiKeys)
    .where(eq(ApiKeys.userId, userId))
    .orderBy(desc(createdAt), desc(id));
}

export async function findOwnKey(q: SystemQuery, userId: string, id: string): Promise<Pick<ApiKeyRow, "keyId" | "name"> | undefined> {
  const [row] = await q.select({ keyId: ApiKeys.keyId, name: ApiKeys.name }).from(ApiKeys).where(and(eq(ApiKeys.id, id), eq(ApiKeys.userId, userId)));
  return row;
}

export async function hasLiveKeyNamed(q: SystemQuery, userId: string, name: string, now: Date): Promise<boolean> {
  const [row] = await q.select({ id: ApiKeys.id }).from(ApiKeys).where(and(eq(ApiKeys.userId, userId), eq(ApiKeys.name, name), isLive(now))).limit(1);
  return row !== undefined;
}

/** Whether it still opens or not. */
export async function findKey(q: SystemQuery, keyId: string): Promise<ApiKeyRow | undefined> {
  const [row] = await q.select().from(ApiKeys).where(eq(ApiKeys.keyId, keyId));
  return row;
}

export async function insertKey(tx: SystemTransaction, key: typeof ApiKeys.$inferInsert): Promise<void> {
  await tx.insert(ApiKeys).values(key);
}

/** One key of this person, as it was called; nothing when there was none to revoke. */
export async function revokeKey(tx: SystemTransaction, userId: string, id: string, now: Date): Promise<Pick<ApiKeyRow, "keyId" | "name"> | undefined> {
  const [revoked] = await tx.update(ApiKeys).set({ revokedAt: now }).where(and(eq(ApiKeys.id, id), eq(ApiKeys.userId, userId), isNull(ApiKeys.revokedAt))).returning({ keyId: ApiKeys.keyId, name: ApiKeys.name });
  return revoked;
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

function isLive(now: Date) {
  return and(isNull(ApiKeys.revokedAt), or(isNull(ApiKeys.expiresAt), gt(ApiKeys.expiresAt, now)));
}
