// The worker: claims one job after the other, holds its lease while it runs, and ends it with a result, a sentence, or another try. A
// worker that is killed leaves a lease that runs out; whoever finds it goes on from the cursors.
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { isAway, isBusy, isDiskFull } from "#db/errors.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import type { JobType } from "#db/vocabulary.ts";
import { keepBackups } from "#lib/backups/keep-backups.ts";
import { failureOf } from "#lib/failure.ts";
import { announceEnding } from "#lib/jobs/announce-ending.ts";
import { keepHouse } from "#lib/jobs/housekeeping.ts";
import type { JobError } from "#lib/jobs/job.ts";
import { beat, claimJob, type Ending, type JobRow, nextJob, renewLease, settleJob } from "#lib/jobs/queries.ts";
import { isLeaseLost } from "#lib/jobs/lease.ts";
import { recordEnd } from "#lib/jobs/record-end.ts";
import { logger } from "#lib/log.ts";

/** Does the work of a job and gives its result. Stops with the signal's reason when it is aborted. */
export type Perform = (job: JobRow, signal: AbortSignal) => Promise<unknown>;
type WorkerOptions = { mode: "separate" | "embedded"; perform: Perform; signal: AbortSignal; slots?: number; senders?: number; leaseSeconds?: number };

const idle = 500;
const beatEvery = 5_000;
const mostAttempts = 8;
const cancelled = "cancelled by a person";
const lost = "the lease was lost";

/** Works until the signal says stop; a job under way then goes back to the queue where its cursors stand. */
export async function work(options: WorkerOptions): Promise<void> {
  const name = `${hostname()}:${process.pid}`.slice(0, 100);
  const slots = Array.from({ length: options.slots ?? 2 }, (_, slot) => workSlot(`${name}/${slot}`, ["sync"], options));
  const senders = Array.from({ length: options.senders ?? 4 }, (_, slot) => workSlot(`${name}/s${slot}`, ["webhook", "mail"], options));
  await Promise.all([keepBeating(name, options), keepHouse(options.signal), keepBackups(options.signal), ...slots, ...senders]);
}

/** Syncs, and what is sent, have slots of their own: neither waits for the other. */
async function workSlot(owner: string, types: readonly JobType[], options: WorkerOptions): Promise<void> {
  while (!options.signal.aborted) {
    const job = await claimNext(owner, types, options.leaseSeconds ?? 30);
    if (job) await workOn(job, owner, options);
    else await pause(idle, options.signal);
  }
}

/** Looks before it claims: whoever only looks keeps nobody from writing. */
async function claimNext(owner: string, types: readonly JobType[], leaseSeconds: number): Promise<JobRow | undefined> {
  try {
    const [next] = await systemRead((q) => nextJob(q, new Date(), types));
    if (!next) return undefined;
    return await systemTransaction((tx) => claimJob(tx, owner, new Date(), inSeconds(leaseSeconds), types));
  } catch (error) {
    logger.warn({ err: error }, "The queue could not be read; trying again in a moment.");
    await delay(idle);
    return undefined;
  }
}

async function workOn(job: JobRow, owner: string, options: WorkerOptions): Promise<void> {
  const end = new AbortController();
  const stop = AbortSignal.any([end.signal, options.signal]);
  const lease = keepLease(job, owner, options.leaseSeconds ?? 30, end);
  const ending = await endingOf(job, options.perform, stop);
  lease.stop();
  if (ending === "lost" || end.signal.reason === lost) return;
  await settle(job, owner, ending);
}

/** A database that is gone at this moment must not end the worker: the lease runs out, and the job is taken again. */
async function settle(job: JobRow, owner: string, ending: Ending): Promise<void> {
  try {
    await systemTransaction(async (tx) => {
      if (!(await settleJob(tx, job.id, owner, ending, new Date()))) return;
      await announceEnding(tx, job, ending);
      await recordEnd(tx, job, ending);
    });
    logger.info({ jobId: job.id, tenantId: job.tenantId, status: ending.status }, "A job ended.");
  } catch (error) {
    logger.warn({ jobId: job.id, err: error }, "The end of a job could not be written; it is taken again when its lease has run out.");
  }
}

async function endingOf(job: JobRow, perform: Perform, stop: AbortSignal): Promise<Ending | "lost"> {
  try {
    return { status: "succeeded", result: await perform(job, stop) };
  } catch (error) {
    if (isLeaseLost(error)) return "lost";
    if (stop.aborted && stop.reason === cancelled) return { status: "cancelled" };
    if (stop.aborted) return { status: "queued", runAfter: new Date(), error: { code: "stopped", message: "The worker was stopped; the sync goes on when one runs again.", retryable: true } };
    return afterFailure(job, error);
  }
}

function afterFailure(job: JobRow, error: unknown): Ending {
  const failure = failureOf(error);
  const { code, message, retryable } = failure ?? ownFailure(error);
  if (!failure && code === "bug") logger.error({ jobId: job.id, err: error }, "A job failed.");
  const said: JobError = { code, message, retryable };
  // A quota comes back by itself, however often it has to be waited for: that is no failure.
  const attempts = code === "rateLimited" ? job.attempts : job.attempts + 1;
  if (!retryable || (code !== "rateLimited" && attempts >= mostAttempts)) return { status: "failed", error: said, attempts };
  return { status: "queued", error: said, attempts, runAfter: inSeconds(failure?.retryAfterSeconds ?? Math.min(2 ** attempts, 300)) };
}

function ownFailure(error: unknown): JobError {
  if (isDiskFull(error)) return { code: "diskFull", message: "The disk that holds the database is full. Nothing is lost; make room, and the sync goes on.", retryable: true };
  if (isBusy(error)) return { code: "databaseBusy", message: "The database was busy for too long. Nothing is lost; the sync goes on by itself.", retryable: true };
  if (isAway(error)) return { code: "databaseGone", message: "The database went away for a moment. Nothing is lost; the sync goes on by itself.", retryable: true };
  return { code: "bug", message: "Something broke on our side. Everything kept before it is safe; the log names the fault under this job's id.", retryable: false };
}

function keepLease(job: JobRow, owner: string, seconds: number, end: AbortController) {
  const timer = setInterval(() => {
    systemTransaction((tx) => renewLease(tx, job.id, owner, inSeconds(seconds))).then(
      (renewal) => {
        if (!renewal.held) end.abort(lost);
        else if (renewal.cancelled) end.abort(cancelled);
      },
      (error: unknown) => logger.warn({ jobId: job.id, err: error }, "The lease of a job could not be renewed; trying again."),
    );
  }, Math.min(1_000, (seconds * 1_000) / 3));
  return { stop: () => clearInterval(timer) };
}

async function keepBeating(name: string, { mode, signal }: WorkerOptions): Promise<void> {
  while (!signal.aborted) {
    await systemTransaction((tx) => beat(tx, name, mode, new Date())).catch((error: unknown) => logger.warn({ err: error }, "The worker's sign of life could not be written."));
    await pause(beatEvery, signal);
  }
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}

function inSeconds(seconds: number): Date {
  return new Date(Date.now() + seconds * 1_000);
}
