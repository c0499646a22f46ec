import type { SystemTransaction } from "#db/system.ts";
import { type Actor, daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { SyncMode } from "#lib/jobs/job.ts";
import { findLiveSync, insertSync } from "#lib/jobs/queries.ts";

/** Asks for a sync and gives its job. One that is queued or running already is the answer, and then nothing was asked for. */
export async function queueSync(tx: SystemTransaction, wish: { tenantId: string; userId: string | null; mode: SyncMode }, actor: Actor = daybook): Promise<string> {
  const { tenantId, mode } = wish;
  const queued = await insertSync(tx, wish);
  if (queued) await record(tx, "sync.requested", { actor, organisationId: tenantId, resource: { type: "Job", id: queued.id }, details: { mode }, correlationId: queued.correlationId });
  const id = queued?.id ?? (await findLiveSync(tx, tenantId));
  if (!id) throw new Error("The sync was not queued.");
  return id;
}
