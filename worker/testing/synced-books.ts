// For tests: books of the demo, connected by real consent and synced whole into a fresh database.
import { freshDatabase } from "#db/testing.ts";
import type { Job } from "#lib/jobs/job.ts";
import { runJobs } from "./run-jobs.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./stand-in.ts";

/** What most tests need: a little of everything, and books without postings of Xero's own. */
export const twoSeeds = ["harakeke", "bramble"] as const;

export type SyncedBooks = {
  standIn: StandIn;
  /** Our ids, in the order of the seeds: without any, the organisation from New Zealand, then the one from Britain. */
  tenantIds: string[];
  /** Who connected them. */
  userId: string;
  jobs: Job[];
  close: () => Promise<void>;
};

export async function syncedBooks(...seeds: readonly string[]): Promise<SyncedBooks> {
  const standIn = await startStandIn("--seeds", ...(seeds.length > 0 ? seeds : twoSeeds));
  pointAt(standIn);
  const database = await freshDatabase();
  const admin = await someAdmin();
  const tenantIds = await connectAll(admin);
  return {
    standIn,
    tenantIds,
    userId: admin.userId,
    jobs: await runJobs(tenantIds),
    async close() {
      standIn.stop();
      await database.close();
    },
  };
}
