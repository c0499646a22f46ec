// A worker that is killed outright, again and again, each time after it has made some progress: in the end the database holds what an
// undisturbed sync would have put there, and its ledger ties to Xero's. CRASH_KILLS says how often.
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, readMany } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { systemTransaction } from "#db/system.ts";
import { lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import { asJob, latestJobs } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { runJobs } from "./testing/run-jobs.ts";
import { connectAll, type StandIn, someAdmin, startStandIn, pointAt } from "./testing/stand-in.ts";
import { type Truth, truthOf } from "./testing/truth.ts";

const smallPages = "25";
let standIn: StandIn;
let truth: Truth;

beforeAll(async () => {
  standIn = await startStandIn("--page-size", smallPages);
  pointAt(standIn, { XERO_PAGE_SIZE: smallPages });
  const undisturbed = await freshDatabase();
  const [tenantId = ""] = await connectAll(await someAdmin());
  await runJobs([tenantId]);
  truth = await truthOf(tenantId);
  await undisturbed.close();
}, 240_000);
afterAll(() => standIn.stop());

test("killed again and again, the database ends equal to an undisturbed one and ties to Xero", async () => {
  const { database, tenantId, kills } = await killRepeatedly(killsFor(await freshDatabase()), "together");
  expect(kills).toBeGreaterThan(0);
  expect(await truthOf(tenantId)).toEqual(truth);
  expect(truth.pending).toEqual([]);
  expect(truth.drafts).toEqual([]);
  const found = await read({ tenantId }, (q) => tieOut(q, { to: lastDayOf(monthOf(todayIn("Pacific/Auckland"))) }));
  expect(found?.readings.every(({ sumsToZero }) => sumsToZero)).toBe(true);
  await database.close();
}, 900_000);

test("a page and its cursor written apart are noticed by the same comparison", async () => {
  const { database, tenantId } = await killRepeatedly({ database: await freshDatabase(), most: 5 }, "split");
  expect(await truthOf(tenantId)).not.toEqual(truth);
  await database.close();
}, 600_000);

type Plan = { database: TestDatabase; most: number };

function killsFor(database: TestDatabase): Plan {
  return { database, most: Number(process.env.CRASH_KILLS ?? (database.dialect === "sqlite" ? 50 : 10)) };
}

async function killRepeatedly({ database, most }: Plan, commit: "together" | "split") {
  const [tenantId = ""] = await connectAll(await someAdmin());
  let kills = 0;
  while (kills < most) {
    const killed = await killAfterProgress(tenantId, database.url, commit);
    if (killed) kills += 1;
    // A sync that got through before its time begins again from nothing, so that there is something to kill.
    else if (commit === "split") break;
    else await systemTransaction((tx) => queueSync(tx, { tenantId, userId: null, mode: "full" }));
  }
  await runJobs([tenantId]);
  return { database, tenantId, kills };
}

/** True when it was killed at work; false when the job ended first. */
async function killAfterProgress(tenantId: string, databaseUrl: string, commit: string): Promise<boolean> {
  const before = await progressOf(tenantId);
  const worker = spawn(process.execPath, ["worker/testing/crash-worker.ts", commit], { env: { ...process.env, DATABASE_URL: databaseUrl, PARENT_PID: String(process.pid) }, stdio: "ignore" });
  const gone = new Promise((resolve) => worker.once("exit", resolve));
  for (;;) {
    const now = await progressOf(tenantId);
    if (now.done || now.text !== before.text) {
      worker.kill("SIGKILL");
      await gone;
      return !now.done;
    }
    await delay(2);
  }
}

async function progressOf(tenantId: string): Promise<{ done: boolean; text: string }> {
  const [latest] = await readMany([{ tenantId }], (q) => latestJobs(q, 1));
  if (!latest) return { done: true, text: "" };
  const { done, progress } = asJob(latest);
  return { done, text: JSON.stringify(progress) };
}
