// Deliveries: what is on its way to whom, and what became of it.
import { and, desc, eq, exists, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { Events, WebhookDeliveries, WebhookEvents, Webhooks } from "#db/schema/index.ts";
import type { EventType } from "#db/vocabulary.ts";
import type { Writer } from "#lib/events/queries.ts";
import { queueJob } from "#lib/jobs/queries.ts";

export type DeliveryRow = typeof WebhookDeliveries.$inferSelect;
export type LoggedDelivery = DeliveryRow & { type: string };
type Addressed = Pick<DeliveryRow, "tenantId" | "webhookId" | "eventId">;

/** The webhooks of an organisation that are to hear of something. */
export async function listeners(tx: Writer, tenantId: string, event: EventType): Promise<string[]> {
  const chosen = tx
    .select({ one: sql`1` })
    .from(WebhookEvents)
    .where(and(eq(WebhookEvents.tenantId, Webhooks.tenantId), eq(WebhookEvents.webhookId, Webhooks.id), eq(WebhookEvents.event, event)));
  const rows = await tx
    .select({ id: Webhooks.id })
    .from(Webhooks)
    .where(and(eq(Webhooks.tenantId, tenantId), eq(Webhooks.isActive, true), isNull(Webhooks.removedAt), or(inArray(Webhooks.event, [event, "*"]), exists(chosen))));
  return rows.map(({ id }) => id);
}

/** With the job of its first attempt. */
export async function insertDelivery(tx: Writer, { tenantId, webhookId, eventId }: Addressed): Promise<string> {
  const id = uuidv7();
  await tx.insert(WebhookDeliveries).values({ id, tenantId, webhookId, eventId, nextAttemptAt: new Date() });
  await queueAttempt(tx, { id, tenantId, webhookId, attempts: 0 }, null);
  return id;
}

/** A job is one attempt, and knows which: one that was made already is not made again. Those of one webhook go one after the other. */
export async function queueAttempt(tx: Pick<Writer, "insert">, delivery: Pick<DeliveryRow, "id" | "tenantId" | "webhookId" | "attempts">, runAfter: Date | null): Promise<void> {
  const { id: deliveryId, tenantId, webhookId, attempts } = delivery;
  await queueJob(tx, { tenantId, type: "webhook", parameters: { deliveryId, attempts }, lane: webhookId, runAfter });
}

/** A delivery with what is sent and to whom. */
export async function findErrand(q: Query, deliveryId: string) {
  const [row] = await q
    .select({ delivery: WebhookDeliveries, webhook: Webhooks, event: { id: Events.id, body: Events.body } })
    .from(WebhookDeliveries)
    .innerJoin(Webhooks, and(eq(Webhooks.tenantId, WebhookDeliveries.tenantId), eq(Webhooks.id, WebhookDeliveries.webhookId)))
    .innerJoin(Events, and(eq(Events.tenantId, WebhookDeliveries.tenantId), eq(Events.id, WebhookDeliveries.eventId)))
    .where(and(eq(WebhookDeliveries.tenantId, q.tenantId), eq(WebhookDeliveries.id, deliveryId)));
  return row;
}

export async function updateDelivery(tx: Transaction, id: string, change: Partial<typeof WebhookDeliveries.$inferInsert>): Promise<void> {
  await tx.update(WebhookDeliveries).set(change).where(and(eq(WebhookDeliveries.tenantId, tx.tenantId), eq(WebhookDeliveries.id, id)));
}

export async function findDelivery(q: Reader, id: string): Promise<LoggedDelivery | undefined> {
  const [row] = await logged(q, eq(WebhookDeliveries.id, id)).limit(1);
  return row && { ...row.delivery, type: row.type };
}

/** The latest first; ids are made in the order of time. */
export async function listDeliveries(q: Reader, webhookId: string, before: string | null, limit: number): Promise<LoggedDelivery[]> {
  const { id } = WebhookDeliveries;
  const rows = await logged(q, and(eq(WebhookDeliveries.webhookId, webhookId), before === null ? undefined : lt(id, before))).orderBy(desc(id)).limit(limit);
  return rows.map(({ delivery, type }) => ({ ...delivery, type }));
}

function logged(q: Reader, which: ReturnType<typeof and>) {
  return q
    .select({ delivery: WebhookDeliveries, type: Events.type })
    .from(WebhookDeliveries)
    .innerJoin(Events, and(eq(Events.tenantId, WebhookDeliveries.tenantId), eq(Events.id, WebhookDeliveries.eventId)))
    .where(and(inArray(WebhookDeliveries.tenantId, [...q.tenantIds]), which))
    .$dynamic();
}
