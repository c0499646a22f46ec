// One attempt: what happened is signed and sent, and what came of it is written down together with the next attempt. A sender who dies between the
// two is followed by another, who sends the same once more under the same webhook-id; the receiver knows it by that.
import { z } from "zod";
import { read, transaction, type Transaction } from "#db/index.ts";
import { confirmLease } from "#lib/jobs/queries.ts";
import type { Perform } from "#lib/jobs/work.ts";
import { type Answer, type Letter, post } from "#lib/outbound/post.ts";
import { version } from "#lib/version.ts";
import { findErrand, queueAttempt, updateDelivery } from "#lib/webhooks/delivery-queries.ts";
import { countFailure, updateWebhook } from "#lib/webhooks/queries.ts";
import { openHeaders, signatureOf } from "#lib/webhooks/secret.ts";
import { isTaken, outcomeOf, type Timetable, timetable } from "#lib/webhooks/timetable.ts";

type Errand = NonNullable<Awaited<ReturnType<typeof findErrand>>>;
type Ways = { waits?: Timetable; chance?: () => number };

const parametersOf = z.object({ deliveryId: z.uuid(), attempts: z.int() });

export function sendWebhook({ waits = timetable, chance = Math.random }: Ways = {}): Perform {
  return async (job, signal) => {
    const { deliveryId, attempts } = parametersOf.parse(job.parameters);
    const scope = { tenantId: job.tenantId };
    const errand = await read(scope, (q) => findErrand(q, deliveryId));
    if (errand?.delivery.status !== "pending" || errand.delivery.attempts !== attempts) return null;
    const begunAt = new Date();
    const answer = isOn(errand) ? await post(letterOf(errand, begunAt), signal) : null;
    await transaction(scope, async (tx) => {
      await confirmLease(tx, { jobId: job.id, owner: job.leaseOwner ?? "" });
      if (answer) await writeDown(tx, errand, answer, begunAt, waits, chance());
      else await updateDelivery(tx, deliveryId, { status: "failed", nextAttemptAt: null, problem: "The webhook was switched off before this could be sent." });
    });
    return { status: answer?.status ?? null };
  };
}

function isOn({ webhook }: Errand): boolean {
  return webhook.isActive && webhook.removedAt === null;
}

/** Ours come last: no header of a webhook's own may stand in for the signature. */
function letterOf({ webhook, event }: Errand, now: Date): Letter {
  const own = { "content-type": "application/json", "user-agent": `Daybook/${version}` };
  return { url: webhook.url, body: event.body, headers: { ...openHeaders(webhook.headers, webhook.id), ...own, ...signatureOf(webhook, event, now) } };
}

async function writeDown(tx: Transaction, { delivery, webhook }: Errand, answer: Answer, begunAt: Date, waits: Timetable, chance: number): Promise<void> {
  const now = new Date();
  const attempts = delivery.attempts + 1;
  const outcome = outcomeOf({ attempts, ...answer }, now, waits, chance);
  const last = { lastAttemptAt: begunAt, durationMs: now.getTime() - begunAt.getTime(), responseStatus: answer.status, responseBody: answer.body, problem: problemOf(answer) };
  await updateDelivery(tx, delivery.id, { attempts, ...last, ...outcome, deliveredAt: outcome.status === "delivered" ? now : null });
  if (outcome.status === "pending") await queueAttempt(tx, { ...delivery, attempts }, outcome.nextAttemptAt);
  if (outcome.status === "delivered") return updateWebhook(tx, webhook.id, { failureCount: 0, lastDeliveryAt: now });
  await countFailure(tx, webhook.id);
  const disabledReason = outcome.status === "failed" ? whyItEnds(answer, webhook.lastDeliveryAt, delivery.createdAt) : null;
  if (disabledReason) await updateWebhook(tx, webhook.id, { isActive: false, disabledReason });
}

function problemOf({ status, problem }: Answer): string | null {
  if (status === null || isTaken(status)) return problem;
  if (status >= 300 && status < 400) return `The receiver answered ${status}, which leads elsewhere and is not followed. Give its final address.`;
  if (status === 410) return "The receiver answered 410: it wants to hear nothing more.";
  return `The receiver answered ${status}. Only 2xx says that it was taken.`;
}

/** A webhook whose receiver is gone is switched off; one that refused a single message, and took others since, is not. */
function whyItEnds({ status }: Answer, lastDeliveryAt: Date | null, since: Date): string | null {
  if (status === 410) return "Its receiver answered 410: it wants to hear nothing more.";
  return lastDeliveryAt === null || lastDeliveryAt < since ? "Its receiver took nothing at any of the attempts of three days." : null;
}
