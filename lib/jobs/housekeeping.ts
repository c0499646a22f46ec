// What nobody will ask for again is forgotten once a day, so that the tables of jobs, calls, events, links, invitations, answers and counters do not grow for ever. What
// is about the books is never forgotten: neither documents nor journals nor reports, nor an organisation's last complete sync.
import { setTimeout as delay } from "node:timers/promises";
import { systemTransaction } from "#db/system.ts";
import { forgetAnswersBefore } from "#lib/api-keys/idempotency-queries.ts";
import { forgetInvitationsBefore } from "#lib/invitations/queries.ts";
import { forgetAttemptsBefore, forgetJobsBefore, forgetWorkersBefore } from "#lib/jobs/queries.ts";
import { forgetEventsBefore } from "#lib/events/queries.ts";
import { logger } from "#lib/log.ts";
import { forgetFlowsBefore } from "#lib/organisations/queries.ts";
import { forgetPointsBefore, forgetSignInLinksBefore } from "#lib/people/queries.ts";
import { forgetRemovedBefore } from "#lib/webhooks/queries.ts";
import { forgetCallsBefore } from "#lib/xero/queries.ts";

const day = 24 * 60 * 60_000;

export async function keepHouse(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await tidy(new Date()).catch((error: unknown) => logger.warn({ err: error }, "What is old could not be cleared away; it is tried again tomorrow."));
    await delay(day, undefined, { signal }).catch(() => undefined);
  }
}

export async function tidy(now: Date): Promise<void> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * day);
  await systemTransaction(async (tx) => {
    await forgetJobsBefore(tx, daysAgo(180));
    await forgetAttemptsBefore(tx, daysAgo(7));
    await forgetEventsBefore(tx, daysAgo(30));
    await forgetRemovedBefore(tx, daysAgo(30));
    await forgetCallsBefore(tx, daysAgo(30));
    await forgetWorkersBefore(tx, daysAgo(7));
    await forgetFlowsBefore(tx, daysAgo(1));
    await forgetSignInLinksBefore(tx, daysAgo(1));
    await forgetInvitationsBefore(tx, daysAgo(90));
    await forgetPointsBefore(tx, now);
    await forgetAnswersBefore(tx, now);
  });
}
