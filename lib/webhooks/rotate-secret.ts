import { z } from "zod";
import { transaction } from "#db/index.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, scopeOf } from "#lib/scope.ts";
import { exampleSecret, exampleWebhook } from "#lib/webhooks/examples.ts";
import { findWebhook, updateWebhook } from "#lib/webhooks/queries.ts";
import { ofWebhook, requireWebhook } from "#lib/webhooks/read-webhooks.ts";
import { recordWebhook } from "#lib/webhooks/record-webhook.ts";
import { makeKey, overlap, seal, shown } from "#lib/webhooks/secret.ts";
import { toWebhook, webhookWithSecret } from "#lib/webhooks/webhook.ts";

export const rotateSecret = operation({
  name: "webhooks.rotateSecret",
  describe: "Makes a new secret, which the answer holds, this once. For 24 hours the secret before signs beside it, so that the receiver can change over.",
  needs: "webhooks:manage",
  scope: many,
  effect: "write",
  input: z.strictObject(ofWebhook),
  output: webhookWithSecret,
  http: { method: "POST", path: "/webhooks/{id}/rotate-secret" },
  example: { input: { id: exampleWebhook.id }, output: { ...exampleWebhook, previousSecretExpiresAt: "2026-11-22T09:00:00.000Z", ...exampleSecret } },
  async run(scopes, { id }) {
    const { tenantId } = await requireWebhook(scopes, id);
    const [scope, key] = [scopeOf(scopes, tenantId), makeKey()];
    const rotated = await transaction(scope, async (tx) => {
      const before = await findWebhook(tx, id);
      await updateWebhook(tx, id, { secret: seal(key, id), previousSecret: before?.secret ?? null, previousSecretExpiresAt: new Date(Date.now() + overlap) });
      await recordWebhook(tx, "webhook.secretRotated", scope, id);
      return findWebhook(tx, id);
    });
    return { ...toWebhook(rotated ?? refuse("notFound", "There is no such webhook, or it is not yours.")), ...shown(key) };
  },
});
