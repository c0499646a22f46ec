// A worker that is killed outright, again and again, among documents, postings and trial balances: in the end the database holds what an
// undisturbed sync would have put there, document for document what Xero lists, and its ledger ties to Xero's. CRASH_KILLS says how often.
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, readMany } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { lastDayOf, monthOf, todayIn } from "#lib/day.ts";
import type { Job, Phase } from "#lib/jobs/job.ts";
import { asJob, latestJobs } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { tieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { documentsKept, documentsListed } from "./testing/listed-documents.ts";
import { runJobs } from "./testing/run-jobs.ts";
import { connectAll, type StandIn, someAdmin, startStandIn, pointAt } from "./testing/stand-in.ts";
import { twoSeeds } from "./testing/synced-books.ts";
import { type Truth, truthOf } from "./testing/truth.ts";

// The small organisation where four kills do, the large one where it is fifty.
const [seed = "", smallPages] = process.env.CRASH_KILLS ? [twoSeeds[0], "100"] : [twoSeeds[1], "20"];
let standIn: StandIn;
let truth: Truth;

beforeAll(async () => {
  standIn = await startStandIn("--page-size", smallPages, "--seeds", seed);
  pointAt(standIn, { XERO_PAGE_SIZE: smallPages });
  const undisturbed = await freshDatabase();
  const tenantId = await connect();
  await runJobs([tenantId]);
  truth = await truthOf(tenantId);
  await undisturbed.close();
}, 600_000);
afterAll(() => standIn.stop());

test("killed among documents, postings and trial balances, the database ends equal to an undisturbed one, to Xero's lists and to its figures", async () => {
  const database = await freshDatabase();
  const wanted = Number(process.env.CRASH_KILLS ?? 4);
  const tenantId = await connect();
  const phases: Phase[] = [];
  while (phases.length < wanted) phases.push(await killedIn(tenantId, database, phases.length / wanted));
  await runJobs([tenantId]);
  expect(phases).toHaveLength(wanted);
  expect(phases).toContain("documents");
  expect(phases.some((phase) => phase === "ledger" || phase === "trialBalance")).toBe(true);
  expect(await truthOf(tenantId)).toEqual(truth);
  expect([truth.pending, truth.drafts]).toEqual([[], []]);
  expect(await documentsKept(tenantId)).toEqual(await documentsListed(standIn, tenantId));
  const found = await read({ tenantId }, (q) => tieOut(q, { to: lastDayOf(monthOf(todayIn("Pacific/Auckland"))) }));
  expect(found?.unexplained).toBe(0n);
  await database.close();
}, 900_000);

test("with a page and its cursor written apart, a page of documents is lost, and the same comparisons notice", async () => {
  const database = await freshDatabase();
  const tenantId = await connect();
  const { gone } = startWorker(database, "split");
  expect(await gone).toBe("SIGKILL");
  await runJobs([tenantId]);
  const kept = new Set(await documentsKept(tenantId));
  expect((await documentsListed(standIn, tenantId)).filter((one) => !kept.has(one)).length).toBeGreaterThan(0);
  expect((await truthOf(tenantId)).documents).not.toEqual(truth.documents);
  await database.close();
}, 600_000);

async function connect(): Promise<string> {
  const [tenantId = ""] = await connectAll(await someAdmin());
  return tenantId;
}

const order: readonly Phase[] = ["queued", "settings", "documents", "ledger", "trialBalance", "reports", "done"];
const random = randomFrom(20261124);

/**
 * Kills after a drawn number of further commits in a phase, and gives the phase it hit: half of the kills among documents, a quarter each
 * among postings and trial balances. Enough of them reach over the pages of one object, which is read again from its first page.
 */
async function killedIn(tenantId: string, database: TestDatabase, share: number): Promise<Phase> {
  const [phase, most] = share < 0.5 ? (["documents", 24] as const) : share < 0.75 ? (["ledger", 3] as const) : (["trialBalance", 3] as const);
  const commits = 1 + Math.floor(random() * most);
  let [seen, last] = [0, ""];
  const isTime = ({ progress, sequence }: Moment) => {
    const now = JSON.stringify([progress.objects, sequence]);
    if (last !== "" && now !== last && order.indexOf(progress.phase) >= order.indexOf(phase)) seen += 1;
    last = now;
    return seen >= commits;
  };
  const killed = await killWhen(tenantId, database, isTime);
  if (killed !== "done") return killed;
  // A sync that got through before its time begins again from nothing, so that there is something to kill.
  await systemTransaction((tx) => queueSync(tx, { tenantId, userId: null, mode: "full" }));
  return killedIn(tenantId, database, share);
}

/** The phase in which it was killed at work; "done" when the job ended first. */
async function killWhen(tenantId: string, database: TestDatabase, isTime: (now: Moment) => boolean): Promise<Phase> {
  const { worker, gone } = startWorker(database, "together");
  for (;;) {
    const now = await momentOf(tenantId);
    if (now.done || isTime(now)) break;
    await delay(2);
  }
  worker.kill("SIGKILL");
  await gone;
  const { done, progress } = await momentOf(tenantId);
  return done ? "done" : progress.phase;
}

/** `gone` is the signal that ended it. */
function startWorker({ url }: TestDatabase, commit: "together" | "split") {
  const worker = spawn(process.execPath, ["worker/testing/crash-worker.ts", commit], { env: { ...process.env, DATABASE_URL: url, PARENT_PID: String(process.pid) }, stdio: "ignore" });
  return { worker, gone: new Promise((resolve) => worker.once("exit", (_code, signal) => resolve(signal))) };
}

/** How far the job is, and how far its postings are. */
type Moment = Pick<Job, "done" | "progress"> & { sequence: number };

async function momentOf(tenantId: string): Promise<Moment> {
  const [latest] = await readMany([{ tenantId }], (q) => latestJobs(q, 1));
  if (!latest) throw new Error("There is no job.");
  const organisation = await systemRead((q) => findOrganisationById(q, tenantId));
  const { done, progress } = asJob(latest);
  return { done, progress, sequence: Number(organisation?.ledgerSequence ?? 0) };
}

/** The same numbers in every run (mulberry32), from 0 up to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
