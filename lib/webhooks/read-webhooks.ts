// Webhooks and the log of what was sent to them, over the organisations whose webhooks the caller may manage.
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { cursorOf, placeIn } from "#lib/cursor.ts";
import { pageOf, pageSchema, paging } from "#lib/listing.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, type Scope } from "#lib/scope.ts";
import { listDeliveries } from "#lib/webhooks/delivery-queries.ts";
import { exampleDelivery, exampleWebhook } from "#lib/webhooks/examples.ts";
import { findWebhook, type KnownWebhook, listWebhooks } from "#lib/webhooks/queries.ts";
import { deliverySchema, toDelivery, toWebhook, webhookSchema } from "#lib/webhooks/webhook.ts";

/** Which webhook an operation is about. */
export const ofWebhook = { id: z.uuid(), tenantId: z.array(z.uuid()).optional() };
const place = z.strictObject({ id: z.uuid() });

export const listStoredWebhooks = operation({
  name: "webhooks.list",
  describe: "The webhooks, in the order they were made. Their secrets are not among it.",
  needs: "webhooks:manage",
  scope: many,
  effect: "read",
  input: z.strictObject(paging),
  output: pageSchema(webhookSchema),
  http: { method: "GET", path: "/webhooks" },
  example: { input: {}, output: { data: [exampleWebhook], nextCursor: null, hasMore: false } },
  async run(scopes, { limit, cursor }) {
    const after = placeIn(place, cursor)?.id ?? null;
    const found = await readMany(scopes, (q) => listWebhooks(q, after, limit + 1));
    return pageOf(found.map(toWebhook), limit, ({ id }) => cursorOf({ id }));
  },
});

export const getWebhook = operation({
  name: "webhooks.get",
  describe: "One webhook. One that was removed is not there.",
  needs: "webhooks:manage",
  scope: many,
  effect: "read",
  input: z.strictObject(ofWebhook),
  output: webhookSchema,
  http: { method: "GET", path: "/webhooks/{id}" },
  example: { input: { id: exampleWebhook.id }, output: exampleWebhook },
  run: async (scopes, { id }) => toWebhook(await requireWebhook(scopes, id)),
});

export const listWebhookDeliveries = operation({
  name: "webhooks.deliveries",
  describe: "What was sent to a webhook within thirty days, newest first: how often it was tried, what the receiver answered, when it is tried again.",
  needs: "webhooks:manage",
  scope: many,
  effect: "read",
  input: z.strictObject({ ...paging, ...ofWebhook }),
  output: pageSchema(deliverySchema),
  http: { method: "GET", path: "/webhooks/{id}/deliveries" },
  example: { input: { id: exampleWebhook.id }, output: { data: [exampleDelivery], nextCursor: null, hasMore: false } },
  async run(scopes, { id, limit, cursor }) {
    const before = placeIn(place, cursor)?.id ?? null;
    await requireWebhook(scopes, id);
    const found = await readMany(scopes, (q) => listDeliveries(q, id, before, limit + 1));
    return pageOf(found.map(toDelivery), limit, (delivery) => cursorOf({ id: delivery.id }));
  },
});

/** Refusal "notFound" for one that is not there, not theirs, or removed. */
export async function requireWebhook(scopes: readonly Scope[], id: string): Promise<KnownWebhook> {
  return (await readMany(scopes, (q) => findWebhook(q, id))) ?? refuse("notFound", "There is no such webhook, or it is not yours.");
}
