// For tests: webhooks, what is on its way to them, and a worker that sends it.
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";
import { transaction } from "#db/index.ts";
import { Events, Jobs, WebhookDeliveries, Webhooks } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { sendWebhook } from "#lib/webhooks/send-webhook.ts";
import { work } from "#lib/jobs/work.ts";
import { insertWebhook, replaceFurtherEvents } from "#lib/webhooks/queries.ts";
import { makeKey, seal, shown } from "#lib/webhooks/secret.ts";

export type Owner = { tenantId: string; userId: string };

export async function addWebhook({ tenantId, userId }: Owner, url: string, events: readonly [string, ...string[]] = ["*"]): Promise<{ id: string; secret: string }> {
  const [id, key, [event, ...further]] = [uuidv7(), makeKey(), events];
  await transaction({ tenantId }, async (tx) => {
    await insertWebhook(tx, { id, tenantId, userId, url, event, secret: seal(key, id) });
    await replaceFurtherEvents(tx, id, further);
  });
  return { id, secret: shown(key).secret };
}

export async function eventsOf(tenantId: string) {
  return systemRead((q) => q.select().from(Events).where(eq(Events.tenantId, tenantId)).orderBy(Events.id));
}

export async function deliveriesTo(webhookId: string) {
  return systemRead((q) => q.select().from(WebhookDeliveries).where(eq(WebhookDeliveries.webhookId, webhookId)).orderBy(WebhookDeliveries.id));
}

export async function webhookRow(id: string) {
  const [row] = await systemRead((q) => q.select().from(Webhooks).where(eq(Webhooks.id, id)));
  return row;
}

export async function pendingAttempts(webhookId: string) {
  return systemRead((q) => q.select().from(Jobs).where(and(eq(Jobs.lane, webhookId), eq(Jobs.status, "queued"))));
}

/** Nothing is left of what other tests sent. */
export async function forgetAllEvents(): Promise<void> {
  await systemTransaction(async (tx) => {
    for (const table of [WebhookDeliveries, Events, Jobs]) await tx.delete(table);
  });
}

/** Runs a worker, whose waits are a thousandth of the timetable's or those given, until it is so. */
export async function sentUntil(isSo: () => Promise<boolean>, perform = sendWebhook({ waits: [0, 0.005, 0.3], chance: () => 0 })): Promise<void> {
  const stop = new AbortController();
  const working = work({ mode: "embedded", perform, signal: stop.signal, slots: 0 });
  try {
    await expect.poll(isSo, { interval: 20, timeout: 15_000 }).toBe(true);
  } finally {
    stop.abort("done");
    await working;
  }
}
