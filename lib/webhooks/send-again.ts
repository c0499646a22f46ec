// Sending on somebody's word: a message to try a webhook out, and one more time what was sent before.
import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { recordEventFor } from "#lib/events/record-event.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";
import { findDelivery, queueAttempt, updateDelivery } from "#lib/webhooks/delivery-queries.ts";
import { exampleDelivery, exampleQueuedDelivery, exampleWebhook } from "#lib/webhooks/examples.ts";
import { ofWebhook, requireWebhook } from "#lib/webhooks/read-webhooks.ts";
import { deliverySchema, toDelivery } from "#lib/webhooks/webhook.ts";

export const testWebhook = operation({
  name: "webhooks.test",
  describe: "Sends the event webhook.test to this webhook, whatever it listens to. What became of it stands in its deliveries a moment later.",
  needs: "webhooks:manage",
  scope: many,
  effect: "write",
  input: z.strictObject(ofWebhook),
  output: deliverySchema,
  http: { method: "POST", path: "/webhooks/{id}/test", status: 202 },
  example: { input: { id: exampleWebhook.id }, output: exampleQueuedDelivery },
  async run(scopes, { id: webhookId }) {
    const { tenantId, isActive } = await requireWebhook(scopes, webhookId);
    if (!isActive) refuse("conflict", "This webhook is switched off. Switch it on, then try it out.");
    return transaction({ tenantId }, async (tx) => {
      const id = await recordEventFor(tx, tenantId, webhookId, { type: "webhook.test", data: { webhookId } });
      return toDelivery((await findDelivery(tx, id)) ?? refuse("notFound", "There is no such delivery."));
    });
  },
});

export const replayDelivery = operation({
  name: "deliveries.replay",
  describe: "Sends something again under the id it had, with a timetable that begins anew. What is still on its way is left to it.",
  needs: "webhooks:manage",
  scope: many,
  effect: "write",
  input: z.strictObject(ofWebhook),
  output: deliverySchema,
  http: { method: "POST", path: "/deliveries/{id}/replay", status: 202 },
  example: { input: { id: exampleDelivery.id }, output: exampleQueuedDelivery },
  async run(scopes, { id }) {
    const { tenantId, webhookId } = (await readMany(scopes, (q) => findDelivery(q, id))) ?? refuse("notFound", "There is no such delivery, or it is not yours.");
    if (!(await requireWebhook(scopes, webhookId)).isActive) refuse("conflict", "This webhook is switched off. Switch it on, then send again.");
    return transaction({ tenantId }, async (tx) => {
      const delivery = await findDelivery(tx, id);
      if (!delivery || delivery.status === "pending") return refuse("conflict", "This is still on its way; it is tried again by itself.");
      await updateDelivery(tx, id, { status: "pending", attempts: 0, nextAttemptAt: new Date(), deliveredAt: null });
      await queueAttempt(tx, { ...delivery, attempts: 0 }, null);
      return toDelivery((await findDelivery(tx, id)) ?? delivery);
    });
  },
});
