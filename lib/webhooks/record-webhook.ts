// What people do with webhooks, on the audit of their organisation. The address may hold a secret, so that only its host is kept.
import type { Transaction } from "#db/index.ts";
import type { Action } from "#lib/audit/actions.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Scope } from "#lib/scope.ts";

export function recordWebhook(tx: Transaction, action: Extract<Action, `webhook.${string}`>, scope: Scope, id: string, details: Record<string, string> = {}): Promise<void> {
  return record(tx, action, { actor: actorOf(scope), resource: { type: "Webhook", id }, details });
}
