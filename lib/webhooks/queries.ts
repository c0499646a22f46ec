// Webhooks: where what happens in an organisation is told. One that was removed is not there, but for those who remove it again.
import { and, asc, eq, inArray, isNotNull, isNull, lt, notInArray, sql } from "drizzle-orm";
import type { Reader, Transaction } from "#db/index.ts";
import { WebhookDeliveries, WebhookEvents, Webhooks } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";

export type WebhookRow = typeof Webhooks.$inferSelect;
export type KnownWebhook = WebhookRow & { events: string[] };
type Change = Partial<typeof Webhooks.$inferInsert>;

export async function listWebhooks(q: Reader, after: string | null, limit: number): Promise<KnownWebhook[]> {
  const { tenantId, removedAt, id } = Webhooks;
  const behind = after === null ? undefined : sql`${id} > ${sql.param(after, id)}`;
  const rows = await q.select().from(Webhooks).where(and(inArray(tenantId, [...q.tenantIds]), isNull(removedAt), behind)).orderBy(asc(id)).limit(limit);
  return withEvents(q, rows);
}

export async function findWebhook(q: Reader, id: string): Promise<KnownWebhook | undefined> {
  const rows = await q.select().from(Webhooks).where(and(inArray(Webhooks.tenantId, [...q.tenantIds]), eq(Webhooks.id, id), isNull(Webhooks.removedAt)));
  return (await withEvents(q, rows))[0];
}

/** One that is removed as well. */
export async function findTenantOfWebhook(q: Reader, id: string): Promise<string | undefined> {
  const [row] = await q.select({ tenantId: Webhooks.tenantId }).from(Webhooks).where(and(inArray(Webhooks.tenantId, [...q.tenantIds]), eq(Webhooks.id, id)));
  return row?.tenantId;
}

export async function countWebhooks(tx: Transaction): Promise<number> {
  return (await tx.select({ id: Webhooks.id }).from(Webhooks).where(and(eq(Webhooks.tenantId, tx.tenantId), isNull(Webhooks.removedAt)))).length;
}

export async function insertWebhook(tx: Transaction, webhook: typeof Webhooks.$inferInsert): Promise<void> {
  await tx.insert(Webhooks).values(webhook);
}

export async function updateWebhook(tx: Transaction, id: string, change: Change): Promise<void> {
  await tx.update(Webhooks).set(change).where(and(eq(Webhooks.tenantId, tx.tenantId), eq(Webhooks.id, id)));
}

/** One more attempt that failed. */
export async function countFailure(tx: Transaction, id: string): Promise<void> {
  await tx.update(Webhooks).set({ failureCount: sql`${Webhooks.failureCount} + 1` }).where(and(eq(Webhooks.tenantId, tx.tenantId), eq(Webhooks.id, id)));
}

/** Beside the first, which stands in the webhook itself. */
export async function replaceFurtherEvents(tx: Transaction, webhookId: string, events: readonly string[]): Promise<void> {
  const { tenantId } = tx;
  await tx.delete(WebhookEvents).where(and(eq(WebhookEvents.tenantId, tenantId), eq(WebhookEvents.webhookId, webhookId)));
  if (events.length > 0) await tx.insert(WebhookEvents).values(events.map((event) => ({ tenantId, webhookId, event })));
}

/** For whoever writes the secrets again under another key. */
export async function allSealed(q: SystemQuery): Promise<WebhookRow[]> {
  return q.select().from(Webhooks).where(isNull(Webhooks.removedAt));
}

export async function saveSealed(tx: SystemTransaction, id: string, sealed: Pick<WebhookRow, "secret" | "previousSecret" | "headers">): Promise<void> {
  await tx.update(Webhooks).set(sealed).where(eq(Webhooks.id, id));
}

/** Removed ones of which nothing is left in the log. */
export async function forgetRemovedBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  const mentioned = tx.select({ id: WebhookDeliveries.webhookId }).from(WebhookDeliveries);
  await tx.delete(Webhooks).where(and(isNotNull(Webhooks.removedAt), lt(Webhooks.removedAt, instant), notInArray(Webhooks.id, mentioned)));
}

async function withEvents(q: Reader, rows: readonly WebhookRow[]): Promise<KnownWebhook[]> {
  if (rows.length === 0) return [];
  const further = await q
    .select({ webhookId: WebhookEvents.webhookId, event: WebhookEvents.event })
    .from(WebhookEvents)
    .where(and(inArray(WebhookEvents.tenantId, [...q.tenantIds]), inArray(WebhookEvents.webhookId, rows.map(({ id }) => id))))
    .orderBy(asc(WebhookEvents.id));
  return rows.map((row) => ({ ...row, events: [row.event, ...further.flatMap(({ webhookId, event }) => (webhookId === row.id ? [event] : []))] }));
}
