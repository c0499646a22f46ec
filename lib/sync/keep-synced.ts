// The syncs that nobody asks for: of an organisation in which Xero says that something changed, and of each that was not synced for long. Xero counts
// its calls by the day, so changes that come without end are fetched together.
import { setTimeout as delay } from "node:timers/promises";
import { systemRead, systemTransaction } from "#db/system.ts";
import { env } from "#lib/env.ts";
import { findLiveSync } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { logger } from "#lib/log.ts";
import { forgetChange, organisationsToSync, syncsSince } from "#lib/sync/due-queries.ts";

const often = 2_000;
const hour = 60 * 60_000;
/** Two in a quarter of an hour cost less than a thousand calls in a long working day, which is the least that Xero allows. */
const burst = { syncs: 2, within: hour / 4 };

/** The worker's. */
export async function keepSynced(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await askForDueSyncs(new Date(), env().SYNC_EVERY).catch((error: unknown) => logger.warn({ err: error }, "Syncs that are due could not be asked for; it is tried again in a moment."));
    await delay(often, undefined, { signal }).catch(() => undefined);
  }
}

/** Gives the organisations whose sync was asked for. `every` is in hours; 0 is never. */
export async function askForDueSyncs(now: Date, every: number): Promise<string[]> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const due = await systemRead(async (q) => {
    const notSyncedSince = every > 0 ? before(every * hour) : new Date(0);
    const found: string[] = [];
    for (const { id, changedInXeroAt } of await organisationsToSync(q, notSyncedSince)) {
      // One that is under way may have passed the place where something changed; it is waited for.
      if (await findLiveSync(q, id)) continue;
      // One that fails again and again is tried as often as one that does not.
      const tooMany = changedInXeroAt ? (await syncsSince(q, id, before(burst.within), "unasked")) >= burst.syncs : (await syncsSince(q, id, notSyncedSince, "all")) > 0;
      if (!tooMany) found.push(id);
    }
    return found;
  });
  for (const tenantId of due) {
    await systemTransaction(async (tx) => {
      await queueSync(tx, { tenantId, userId: null, mode: "incremental" });
      await forgetChange(tx, tenantId);
    });
  }
  return due;
}
