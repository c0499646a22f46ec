// A refusal to somebody we know is written down: what they asked for and the sentence they got. Nothing else was written, so it has a
// transaction of its own. Where it was refused in an organisation of theirs, that organisation's chain has it, else the installation's.
import { transaction } from "#db/index.ts";
import { systemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Refusal } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

/** `what` is an operation or an address of ours; `asked` may name one organisation, or several of which the first counts. */
export async function recordDenial(caller: Caller, refusal: Refusal, what: string, asked: { tenantId?: unknown } = {}): Promise<void> {
  if (refusal.reason !== "forbidden" && refusal.reason !== "unauthenticated") return;
  const event = { actor: actorOf(caller), status: "denied", details: { what, answer: refusal.message } } as const;
  const named = refusal.tenantId ?? [asked.tenantId].flat()[0];
  const scope = caller.scopes.find(({ tenantId }) => tenantId === named);
  if (scope) await transaction(scope, (tx) => record(tx, "access.denied", event));
  else await systemTransaction((tx) => record(tx, "access.denied", event));
}
