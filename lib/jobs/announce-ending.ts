// What the world is told when a sync ends. It is written in the transaction that ends it: there is no sync that ended unheard, and none that
// was announced and then went on.
import type { SystemTransaction } from "#db/system.ts";
import { recordEvent } from "#lib/events/record-event.ts";
import { syncParameters, syncResult } from "#lib/jobs/job.ts";
import type { Ending, JobRow } from "#lib/jobs/queries.ts";

export async function announceEnding(tx: SystemTransaction, { id, type, tenantId, parameters }: JobRow, ending: Ending): Promise<void> {
  if (type !== "sync" || (ending.status !== "succeeded" && ending.status !== "failed")) return;
  const about = { jobId: id, mode: syncParameters.parse(parameters).mode };
  if (ending.status === "failed") await recordEvent(tx, tenantId, { type: "sync.failed", data: { ...about, error: ending.error } });
  else await recordEvent(tx, tenantId, { type: "sync.succeeded", data: { ...about, result: syncResult.parse(ending.result) } });
}
