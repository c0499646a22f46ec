import { setTimeout as delay } from "node:timers/promises";
import { readMany } from "#db/index.ts";
import { systemTransaction } from "#db/system.ts";
import type { Job, SyncMode } from "#lib/jobs/job.ts";
import { asJob, findJob, latestJobs } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { type Perform, work } from "#lib/jobs/work.ts";
import { performJob } from "#lib/sync/perform-job.ts";

/** Runs a worker in this process until the latest job of each organisation has ended; gives those jobs. */
export async function runJobs(tenantIds: readonly string[], perform: Perform = performJob()): Promise<Job[]> {
  const stop = new AbortController();
  const working = work({ mode: "embedded", perform, signal: stop.signal });
  try {
    return await Promise.all(tenantIds.map((tenantId) => ended(tenantId)));
  } finally {
    stop.abort("done");
    await working;
  }
}

/** Queues a sync and runs it to its end. */
export async function syncAgain(tenantId: string, mode: SyncMode = "incremental"): Promise<Job> {
  const id = await systemTransaction((tx) => queueSync(tx, { tenantId, userId: null, mode }));
  await runJobs([tenantId]);
  const row = await readMany([{ tenantId }], (q) => findJob(q, id));
  if (!row) throw new Error("The job is gone.");
  return asJob(row);
}

async function ended(tenantId: string): Promise<Job> {
  for (;;) {
    const [latest] = await readMany([{ tenantId }], (q) => latestJobs(q, 1));
    if (latest && asJob(latest).done) return asJob(latest);
    await delay(20);
  }
}
