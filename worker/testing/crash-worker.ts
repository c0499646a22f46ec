// The worker of the crash test: the product's own, with a short lease. Called with "split" it writes a page's cursor before its rows, in
// another transaction, which is the mistake the test must notice.
import { setTimeout as delay } from "node:timers/promises";
import { transaction } from "#db/index.ts";
import { stopSignal } from "#lib/parent.ts";
import { work } from "#lib/jobs/work.ts";
import { performJob } from "#lib/sync/perform-job.ts";
import { type CommitPage, together } from "#lib/sync/sync-context.ts";

/** Long enough for whoever waits for progress to see it and kill us in between. */
const between = 300;

const split: CommitPage = async (scope, writeRows, writeCursor) => {
  await transaction(scope, writeCursor);
  await delay(between);
  await transaction(scope, writeRows);
};

await work({ mode: "separate", perform: performJob(process.argv.includes("split") ? split : together), signal: stopSignal(), slots: 1, leaseSeconds: 1 });
