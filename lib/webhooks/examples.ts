// The webhook of the API reference, and a delivery to it.
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import type { Delivery, Webhook } from "#lib/webhooks/webhook.ts";

const { id: tenantId } = exampleOrganisation;

export const exampleWebhook: Webhook = {
  id: "01990000-0000-7000-8000-0000000000f5",
  tenantId,
  url: "https://n8n.example.com/webhook/daybook",
  description: "Monday digest",
  events: ["sync.succeeded", "report.ready"],
  headerNames: ["authorization"],
  isActive: true,
  disabledReason: null,
  failureCount: 0,
  lastDeliveryAt: "2026-11-21T07:12:01.000Z",
  previousSecretExpiresAt: null,
  createdAt: "2026-11-20T09:00:00.000Z",
};

const letters = "0b7d2e94c1f85a3660e4d1b27c9f3a58e2d4066f9b1c7a35";
export const exampleSecret = { secret: `whsec_${Buffer.from(letters).toString("base64")}`, secretText: letters };

export const exampleDelivery: Delivery = {
  id: "01990000-0000-7000-8000-0000000000f6",
  tenantId,
  webhookId: exampleWebhook.id,
  eventId: "01990000-0000-7000-8000-0000000000f7",
  type: "sync.succeeded",
  status: "delivered",
  attempts: 1,
  lastAttemptAt: "2026-11-21T07:12:00.900Z",
  nextAttemptAt: null,
  deliveredAt: "2026-11-21T07:12:01.000Z",
  responseStatus: 200,
  responseBody: "ok",
  problem: null,
  durationMs: 100,
  createdAt: "2026-11-21T07:12:00.000Z",
};

/** One that was just queued. */
export const exampleQueuedDelivery: Delivery = {
  ...exampleDelivery,
  type: "webhook.test",
  status: "pending",
  attempts: 0,
  lastAttemptAt: null,
  nextAttemptAt: exampleDelivery.createdAt,
  deliveredAt: null,
  responseStatus: null,
  responseBody: null,
  durationMs: null,
};
