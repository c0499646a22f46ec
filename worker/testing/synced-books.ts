// For tests: the demo's books, connected by real consent and synced whole into a fresh database.
import { freshDatabase } from "#db/testing.ts";
import type { Job } from "#lib/jobs/job.ts";
import { runJobs } from "./run-jobs.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./stand-in.ts";

export type SyncedBooks = {
  standIn: StandIn;
  /** Our ids, in the order the stand-in offers them: the organisation from New Zealand, then the one from Britain. */
  tenantIds: string[];
  jobs: Job[];
  close: () => Promise<void>;
};

export async function syncedBooks(): Promise<SyncedBooks> {
  const standIn = await startStandIn();
  pointAt(standIn);
  const database = await freshDatabase();
  const tenantIds = await connectAll(await someAdmin());
  return {
    standIn,
    tenantIds,
    jobs: await runJobs(tenantIds),
    async close() {
      standIn.stop();
      await database.close();
    },
  };
}
