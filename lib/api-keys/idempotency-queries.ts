import { and, eq, isNotNull, isNull, lte, or } from "drizzle-orm";
import { IdempotencyKeys } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";
import type { Written } from "#lib/once.ts";

export type Answered = typeof IdempotencyKeys.$inferSelect;
type Place = Pick<Answered, "apiKeyId" | "operation" | "key">;
type Claim = Place & Pick<Answered, "id" | "requestHash" | "tenantIds" | "leaseUntil" | "expiresAt">;

/** One statement, so that of two at once only one gets it. False when somebody has it, or had, and it still counts. */
export async function claim(tx: SystemTransaction, mine: Claim, now: Date): Promise<boolean> {
  const { apiKeyId, operation, key } = IdempotencyKeys;
  const abandoned = and(isNull(IdempotencyKeys.status), lte(IdempotencyKeys.leaseUntil, now));
  const claimed = await tx
    .insert(IdempotencyKeys)
    .values(mine)
    .onConflictDoUpdate({ target: [apiKeyId, operation, key], set: { ...mine, status: null, headers: null, body: null }, setWhere: or(lte(IdempotencyKeys.expiresAt, now), abandoned) })
    .returning({ id: IdempotencyKeys.id });
  return claimed.length > 0;
}

export async function findAnswered(q: SystemQuery, { apiKeyId, operation, key }: Place): Promise<Answered | undefined> {
  const here = and(eq(IdempotencyKeys.apiKeyId, apiKeyId), eq(IdempotencyKeys.operation, operation), eq(IdempotencyKeys.key, key));
  const [answered] = await q.select().from(IdempotencyKeys).where(here);
  return answered;
}

export async function keepAnswer(tx: SystemTransaction, id: string, { status, headers, body }: Written): Promise<void> {
  await tx.update(IdempotencyKeys).set({ status, headers, body }).where(eq(IdempotencyKeys.id, id));
}

/** For whoever writes them again under another key. */
export async function allAnswers(q: SystemQuery): Promise<{ id: string; body: string }[]> {
  const rows = await q.select({ id: IdempotencyKeys.id, body: IdempotencyKeys.body }).from(IdempotencyKeys).where(isNotNull(IdempotencyKeys.body));
  return rows.flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]));
}

export async function saveBody(tx: SystemTransaction, id: string, body: string): Promise<void> {
  await tx.update(IdempotencyKeys).set({ body }).where(eq(IdempotencyKeys.id, id));
}

export async function forgetClaim(tx: SystemTransaction, id: string): Promise<void> {
  await tx.delete(IdempotencyKeys).where(eq(IdempotencyKeys.id, id));
}

export async function forgetAnswersBefore(tx: SystemTransaction, now: Date): Promise<void> {
  await tx.delete(IdempotencyKeys).where(lte(IdempotencyKeys.expiresAt, now));
}
