// A webhook is made, changed and removed. What it is told by is its organisation's, not its maker's: everybody who may manage webhooks there sees
// it and may change it.
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { readMany, type Transaction, transaction } from "#db/index.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, one, scopeOf } from "#lib/scope.ts";
import { exampleSecret, exampleWebhook } from "#lib/webhooks/examples.ts";
import { countWebhooks, findTenantOfWebhook, findWebhook, insertWebhook, type KnownWebhook, replaceFurtherEvents, updateWebhook as update } from "#lib/webhooks/queries.ts";
import { ofWebhook, requireWebhook } from "#lib/webhooks/read-webhooks.ts";
import { recordWebhook } from "#lib/webhooks/record-webhook.ts";
import { makeKey, seal, sealHeaders, shown } from "#lib/webhooks/secret.ts";
import { toWebhook, webhookSchema, webhookWithSecret, wishes } from "#lib/webhooks/webhook.ts";

const most = 50;
const { url, events, description, headers } = wishes;

export const createWebhook = operation({
  name: "webhooks.create",
  describe: "Makes a webhook. The answer holds its secret, this once: keep it where the receiver checks signatures (Standard Webhooks 1.0).",
  needs: "webhooks:manage",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), url, events, description: description.optional(), headers: headers.optional() }),
  output: webhookWithSecret,
  http: { method: "POST", path: "/webhooks", status: 201, location: "/webhooks/{id}" },
  example: {
    input: { tenantId: exampleWebhook.tenantId, url: exampleWebhook.url, events: ["sync.succeeded", "report.ready"], description: "Monday digest", headers: { authorization: "Bearer 9f2c" } },
    output: { ...exampleWebhook, lastDeliveryAt: null, ...exampleSecret },
  },
  async run(scope, wish) {
    const { tenantId, userId } = scope;
    const [id, key] = [uuidv7(), makeKey()];
    const [event = "*", ...further] = wish.events;
    const made = await transaction({ tenantId }, async (tx) => {
      if ((await countWebhooks(tx)) >= most) refuse("conflict", `An organisation can have ${most} webhooks at most. Remove one that is not needed any more.`);
      await insertWebhook(tx, { id, tenantId, userId, event, url: new URL(wish.url).href, description: wish.description || null, secret: seal(key, id), headers: sealed(wish.headers, id) });
      await replaceFurtherEvents(tx, id, further);
      await recordWebhook(tx, "webhook.created", scope, id, { host: new URL(wish.url).host, events: wish.events.join(" ") });
      return again(tx, id);
    });
    return { ...toWebhook(made), ...shown(key) };
  },
});

export const changeWebhook = operation({
  name: "webhooks.update",
  describe: "Changes a webhook. What is not named stays; switched on again, it begins without failures. `headers` replaces all of them.",
  needs: "webhooks:manage",
  scope: many,
  effect: "write",
  input: z.strictObject({ ...ofWebhook, url: url.optional(), events: events.optional(), description: description.optional(), headers: headers.optional(), isActive: z.boolean().optional() }),
  output: webhookSchema,
  http: { method: "PATCH", path: "/webhooks/{id}" },
  example: { input: { id: exampleWebhook.id, description: "Monday digest", isActive: true }, output: exampleWebhook },
  async run(scopes, { id, ...wish }) {
    const { tenantId } = await requireWebhook(scopes, id);
    const scope = scopeOf(scopes, tenantId);
    return transaction(scope, async (tx) => {
      if (wish.url !== undefined) await update(tx, id, { url: new URL(wish.url).href });
      if (wish.description !== undefined) await update(tx, id, { description: wish.description || null });
      if (wish.headers !== undefined) await update(tx, id, { headers: sealed(wish.headers, id) });
      if (wish.isActive !== undefined) await update(tx, id, { isActive: wish.isActive, disabledReason: null, failureCount: 0 });
      if (wish.events !== undefined) await listenTo(tx, id, wish.events);
      await recordWebhook(tx, "webhook.changed", scope, id, { changed: Object.keys(wish).join(" "), ...(wish.url === undefined ? {} : { host: new URL(wish.url).host }) });
      return toWebhook(await again(tx, id));
    });
  },
});

export const removeWebhook = operation({
  name: "webhooks.delete",
  describe: "Removes a webhook: nothing more is sent to it, its secret is forgotten. Removing it once more changes nothing and is no mistake.",
  needs: "webhooks:manage",
  scope: many,
  effect: "write",
  input: z.strictObject(ofWebhook),
  output: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  http: { method: "DELETE", path: "/webhooks/{id}" },
  example: { input: { id: exampleWebhook.id }, output: { id: exampleWebhook.id, removed: true } },
  async run(scopes, { id }) {
    const tenantId = (await readMany(scopes, (q) => findTenantOfWebhook(q, id))) ?? refuse("notFound", "There is no such webhook, or it is not yours.");
    const scope = scopeOf(scopes, tenantId);
    await transaction(scope, async (tx) => {
      if (!(await findWebhook(tx, id))) return;
      await update(tx, id, { removedAt: new Date(), isActive: false, secret: "", previousSecret: null, previousSecretExpiresAt: null, headers: null });
      await replaceFurtherEvents(tx, id, []);
      await recordWebhook(tx, "webhook.removed", scope, id);
    });
    return { id, removed: true as const };
  },
});

async function listenTo(tx: Transaction, id: string, [event = "*", ...further]: readonly string[]): Promise<void> {
  await update(tx, id, { event });
  await replaceFurtherEvents(tx, id, further);
}

async function again(tx: Transaction, id: string): Promise<KnownWebhook> {
  return (await findWebhook(tx, id)) ?? refuse("notFound", "There is no such webhook, or it is not yours.");
}

function sealed(given: Record<string, string> | undefined, id: string): string | null {
  return given && Object.keys(given).length > 0 ? sealHeaders(given, id) : null;
}
