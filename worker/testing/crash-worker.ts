// The worker of the crash test: the product's own, with a short lease. Called with "split" it writes a page's cursor before its rows, in
// another transaction, which is the mistake the test must notice, and kills itself between the two of the last page of invoices.
import { read, transaction } from "#db/index.ts";
import { stopSignal } from "#lib/parent.ts";
import { work } from "#lib/jobs/work.ts";
import { findCursor } from "#lib/sync/cursor-queries.ts";
import { performJob } from "#lib/sync/perform-job.ts";
import { type CommitPage, together } from "#lib/sync/sync-context.ts";

const split: CommitPage = async (scope, writeRows, writeCursor) => {
  await transaction(scope, writeCursor);
  const { completedAt } = await read(scope, (q) => findCursor(q, "Invoices"));
  if (completedAt) process.kill(process.pid, "SIGKILL");
  await transaction(scope, writeRows);
};

await work({ mode: "separate", perform: performJob(process.argv.includes("split") ? split : together), signal: stopSignal(), slots: 1, leaseSeconds: 1 });
