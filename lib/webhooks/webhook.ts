// A webhook as its owners see it and ask for it, and a delivery as its log shows it. Secrets are not among it: a secret is shown by what makes
// one, this once; of a header only the name is.
import { z } from "zod";
import { deliveryStatuses, eventTypes } from "#db/vocabulary.ts";
import { openNetworks } from "#lib/env.ts";
import { objectionToUrl } from "#lib/outbound/guard.ts";
import type { LoggedDelivery } from "#lib/webhooks/delivery-queries.ts";
import type { KnownWebhook } from "#lib/webhooks/queries.ts";
import { openHeaders } from "#lib/webhooks/secret.ts";

/** A test goes to the webhook that is tested; nobody listens to it. */
export const listenable = eventTypes.filter((type) => type !== "webhook.test");

const listening = z.array(z.enum([...listenable, "*"])).min(1, "Choose at least one event, or all.").max(20).transform((events) => (events.includes("*") ? ["*"] : [...new Set(events)]));

const address = z
  .string()
  .trim()
  .superRefine((text, context) => {
    const objection = objectionToUrl(text, openNetworks());
    if (objection) context.addIssue(objection);
    // As it is kept: with every foreign letter written out.
    else if (new URL(text).href.length > 255) context.addIssue("An address can have 255 characters at most.");
  });

/** Those that we write ourselves, or that say how a message is carried. */
const ours = /^(webhook-.*|content-.*|host|connection|keep-alive|transfer-encoding|te|trailer|upgrade|expect|user-agent|proxy-.*)$/i;
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, "This cannot be the name of a header.").refine((name) => !ours.test(name), "This header is written by us.");
const headerValue = z.string().max(1_000).regex(/^[\x20-\x7e]*$/, "A header's value is plain text on one line.");
const headers = z.record(headerName, headerValue).refine((given) => Object.keys(given).length <= 10, "A webhook can have 10 headers at most.");

const description = z.string().trim().max(255, "A description can have 255 characters at most.");

export const wishes = { url: address, events: listening, description, headers };

export const webhookSchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    url: z.string(),
    description: z.string().nullable(),
    events: z.array(z.string()),
    headerNames: z.array(z.string()),
    isActive: z.boolean(),
    disabledReason: z.string().nullable(),
    failureCount: z.int(),
    lastDeliveryAt: z.iso.datetime().nullable(),
    previousSecretExpiresAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "Webhook" });
export type Webhook = z.output<typeof webhookSchema>;

/** `secret` is whsec_ and base64, as libraries of the Standard Webhooks take it; `secretText` is the same key as the letters it is made of. */
export const webhookWithSecret = webhookSchema.extend({ secret: z.string(), secretText: z.string() }).meta({ id: "WebhookWithSecret" });

export const deliverySchema = z
  .strictObject({
    id: z.uuid(),
    tenantId: z.uuid(),
    webhookId: z.uuid(),
    eventId: z.uuid(),
    type: z.string(),
    status: z.enum(deliveryStatuses),
    attempts: z.int(),
    lastAttemptAt: z.iso.datetime().nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
    responseStatus: z.int().nullable(),
    responseBody: z.string().nullable(),
    problem: z.string().nullable(),
    durationMs: z.int().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "WebhookDelivery" });
export type Delivery = z.output<typeof deliverySchema>;

export function toWebhook(row: KnownWebhook): Webhook {
  const { id, tenantId, url, description: words, events, isActive, disabledReason, failureCount } = row;
  const times = { lastDeliveryAt: written(row.lastDeliveryAt), previousSecretExpiresAt: written(row.previousSecretExpiresAt), createdAt: row.createdAt.toISOString() };
  return { id, tenantId, url, description: words, events, headerNames: Object.keys(openHeaders(row.headers, id)), isActive, disabledReason, failureCount, ...times };
}

export function toDelivery(row: LoggedDelivery): Delivery {
  const { id, tenantId, webhookId, eventId, type, status, attempts, responseStatus, responseBody, problem, durationMs } = row;
  const times = { lastAttemptAt: written(row.lastAttemptAt), nextAttemptAt: written(row.nextAttemptAt), deliveredAt: written(row.deliveredAt), createdAt: row.createdAt.toISOString() };
  return { id, tenantId, webhookId, eventId, type, status, attempts, responseStatus, responseBody, problem, durationMs, ...times };
}

function written(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
