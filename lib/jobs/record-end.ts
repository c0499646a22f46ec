import type { SystemTransaction } from "#db/system.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import type { Ending, JobRow } from "#lib/jobs/queries.ts";

/** How a sync came out; one that goes back to the queue has not come out yet. Of what is sent the webhook's own log tells. */
export async function recordEnd(tx: SystemTransaction, { id, type, tenantId, userId, correlationId }: JobRow, ending: Ending): Promise<void> {
  if (type !== "sync" || ending.status === "queued") return;
  const event = { actor: { ...daybook, userId }, organisationId: tenantId, resource: { type: "Job", id }, correlationId };
  if (ending.status === "failed") await record(tx, "sync.failed", { ...event, status: "error", details: { code: ending.error.code, message: ending.error.message } });
  else await record(tx, `sync.${ending.status}`, event);
}
