// Backed up in the middle of a sync, restored beside it, and gone on with there: one state of everything, from which a worker ends where the
// undisturbed one did.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { atDatabase } from "#db/elsewhere.ts";
import { read, readMany } from "#db/index.ts";
import { Jobs, Reports } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase, unusedDatabase } from "#db/testing.ts";
import { restoreBackup } from "#lib/backups/restore-backup.ts";
import { type Taken, takeBackup } from "#lib/backups/take-backup.ts";
import { latestJobs, requestCancel } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import type { Perform } from "#lib/jobs/work.ts";
import { performJob } from "#lib/sync/perform-job.ts";
import { type CommitPage, together } from "#lib/sync/sync-context.ts";
import { runJobs } from "./testing/run-jobs.ts";
import { connectAll, pointAt, type StandIn, someAdmin, startStandIn } from "./testing/stand-in.ts";
import { truthOf } from "./testing/truth.ts";
import { australia } from "./testing/worked-books/australia.ts";
import { tasman } from "./testing/worked-books/tasman.ts";

const folder = mkdtempSync(join(tmpdir(), "daybook-test-"));
let standIn: StandIn;
let database: TestDatabase;
let target: Awaited<ReturnType<typeof unusedDatabase>>;

beforeAll(async () => {
  const file = join(folder, "books.json");
  writeFileSync(file, JSON.stringify({ books: 1, organisations: [tasman.books, australia.books] }));
  standIn = await startStandIn("--books", file, "--page-size", "20");
  pointAt(standIn, { XERO_PAGE_SIZE: "20" });
  database = await freshDatabase();
  target = await unusedDatabase();
});
afterAll(async () => {
  standIn.stop();
  await target.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup taken during a sync has the stored reports as they were, and the sync goes on from it to the same books", async () => {
  const [synced = "", syncing = ""] = await connectAll(await someAdmin());
  await callOff(syncing);
  await runJobs([synced]);
  const stored = await reportHashes(synced);
  await systemTransaction((tx) => queueSync(tx, { tenantId: syncing, userId: null, mode: "full" }));
  const { perform, taking } = takenAfterFirstPage();
  const [job] = await runJobs([syncing], perform);
  expect(job).toMatchObject({ status: "succeeded", error: null });
  const truth = await truthOf(syncing);

  const { manifest, reports } = await restoreBackup({ path: (await taking).path, key: null, into: target.url });
  expect(stored.length).toBeGreaterThan(0);
  expect(reports).toBe(stored.length);
  expect(manifest.facts.ledgers.map(({ organisation, debits, credits }) => [organisation, debits === credits, debits === "0.0000"])).toContainEqual([synced, true, false]);
  await atDatabase(target.url, async () => {
    expect(await reportHashes(synced)).toEqual(stored);
    expect(await readMany([{ tenantId: syncing }], (q) => latestJobs(q, 1))).toMatchObject([{ id: job?.id, status: "running" }]);
    await systemTransaction((tx) => tx.update(Jobs).set({ leaseUntil: new Date(0) }).where(eq(Jobs.id, job?.id ?? "")).then(() => undefined));
    expect(await runJobs([syncing])).toMatchObject([{ id: job?.id, status: "succeeded" }]);
    expect(await truthOf(syncing)).toEqual(truth);
  });
}, 240_000);

/** The job does not end before the backup is there, so that it is running in it. */
function takenAfterFirstPage(): { perform: Perform; taking: Promise<Taken> } {
  const { promise: taking, resolve, reject } = Promise.withResolvers<Taken>();
  let isStarted = false;
  const commit: CommitPage = async (scope, writeRows, writeCursor) => {
    await together(scope, writeRows, writeCursor);
    if (!isStarted) takeBackup({ url: database.url, folder, key: null }).then(resolve, reject);
    isStarted = true;
  };
  const sync = performJob(commit);
  return {
    taking,
    async perform(job, signal) {
      const result = await sync(job, signal);
      await taking;
      return result;
    },
  };
}

async function callOff(tenantId: string): Promise<void> {
  const [waiting] = await readMany([{ tenantId }], (q) => latestJobs(q, 1));
  await systemTransaction((tx) => requestCancel(tx, tenantId, waiting?.id ?? "", new Date()));
}

async function reportHashes(tenantId: string): Promise<string[]> {
  const rows = await read({ tenantId }, (q) => q.select({ id: Reports.id, hash: Reports.contentHash }).from(Reports).where(eq(Reports.tenantId, q.tenantId)));
  return rows.map(({ id, hash }) => `${id} ${hash}`).toSorted();
}
