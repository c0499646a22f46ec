// Erasing what is left of an organisation that was removed: in small transactions, so that nobody waits long, and in any number of goes. Somebody
// who was at work when it was removed may still have written a row behind us, so it is looked through until there is nothing.
import { setTimeout as delay } from "node:timers/promises";
import { transaction } from "#db/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { logger } from "#lib/log.ts";
import { erasePortion, erasuresUnderWay, findErasure, forgetAnswersAbout, forgetOrganisation, parts } from "#lib/organisations/erasure-queries.ts";

const mostRows = 1_000;
const often = 2_000;

/** How many rows went. Stopped by the signal it is gone on with another time. */
export async function eraseOrganisation(tenantId: string, signal?: AbortSignal): Promise<number> {
  let rows = 0;
  for (const part of parts) {
    for (let erased = mostRows; erased === mostRows; rows += erased) {
      signal?.throwIfAborted();
      erased = await transaction({ tenantId }, (tx) => erasePortion(tx, part, mostRows));
    }
  }
  await finish(tenantId);
  return rows;
}

/** The worker's: whatever was begun is brought to its end. */
export async function keepErasing(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await eraseWhatWaits(signal).catch((error: unknown) => logger.warn({ err: error }, "An organisation that was removed is not erased yet; it is gone on with in a moment."));
    await delay(often, undefined, { signal }).catch(() => undefined);
  }
}

async function eraseWhatWaits(signal: AbortSignal): Promise<void> {
  for (const tenantId of await systemRead(erasuresUnderWay)) {
    if (signal.aborted) return;
    const rows = await eraseOrganisation(tenantId, signal);
    logger.info({ tenantId, rows }, "An organisation was erased.");
  }
}

/** In the name of whoever asked for it. Of two who get here at once the second finds nothing to do. */
async function finish(tenantId: string): Promise<void> {
  await systemTransaction(async (tx) => {
    const erasure = await findErasure(tx, tenantId);
    if (!erasure) return;
    await forgetAnswersAbout(tx, tenantId);
    const gone = await forgetOrganisation(tx, tenantId);
    if (gone) await record(tx, "tenant.removed", { actor: { ...daybook, userId: erasure.askedById }, resource: { type: "XeroTenant", id: tenantId }, details: { name: gone.name } });
  });
}
