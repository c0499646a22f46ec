import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, max, ne, notInArray, or, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Reader } from "#db/index.ts";
import { Jobs, Workers } from "#db/schema/index.ts";
import type { SystemQuery, SystemTransaction } from "#db/system.ts";
import { type JobStatus, type JobType, jobTypes } from "#db/vocabulary.ts";
import { type Job, type JobError, jobError, type JobProgress, jobProgress, type SyncMode, syncResult } from "#lib/jobs/job.ts";
import { leaseLost } from "#lib/jobs/lease.ts";

export type JobRow = typeof Jobs.$inferSelect;

const live: JobStatus[] = ["queued", "running"];
const finished: JobStatus[] = ["succeeded", "failed", "cancelled"];

/** A new sync in the queue; nothing when one is queued or running already: the unique index lets no second one in. */
export async function insertSync(tx: SystemTransaction, { tenantId, userId, mode }: { tenantId: string; userId: string | null; mode: SyncMode }): Promise<{ id: string; correlationId: string } | undefined> {
  const job = { tenantId, userId, type: "sync" as const, parameters: { mode }, correlationId: uuidv7() };
  const [queued] = await tx.insert(Jobs).values(job).onConflictDoNothing().returning({ id: Jobs.id, correlationId: Jobs.correlationId });
  return queued;
}

export async function findLiveSync(q: SystemQuery, tenantId: string): Promise<string | undefined> {
  const [row] = await q.select({ id: Jobs.id }).from(Jobs).where(and(eq(Jobs.tenantId, tenantId), eq(Jobs.type, "sync"), inArray(Jobs.status, live)));
  return row?.id;
}

export type Errand = Pick<typeof Jobs.$inferInsert, "tenantId" | "type" | "parameters" | "lane" | "runAfter">;

/** Any other job, from within the transaction that it follows from. */
export async function queueJob(tx: Pick<SystemTransaction, "insert">, errand: Errand): Promise<void> {
  await tx.insert(Jobs).values({ ...errand, correlationId: uuidv7() });
}

/** The oldest job that waits, or whose worker went silent, as a list of one; of a lane with a job under way, none. */
export function nextJob(q: Pick<SystemQuery, "select">, now: Date, types: readonly JobType[] = jobTypes) {
  const busy = q.select({ lane: Jobs.lane }).from(Jobs).where(and(eq(Jobs.status, "running"), gt(Jobs.leaseUntil, now), isNotNull(Jobs.lane)));
  const isFree = or(isNull(Jobs.lane), notInArray(Jobs.lane, busy));
  return q
    .select({ id: Jobs.id, startedAt: Jobs.startedAt })
    .from(Jobs)
    .where(and(isThere(now), inArray(Jobs.type, [...types]), isFree))
    .orderBy(asc(Jobs.createdAt))
    .limit(1);
}

/** Takes it by one conditional update. */
export async function claimJob(tx: SystemTransaction, owner: string, now: Date, leaseUntil: Date, types?: readonly JobType[]): Promise<JobRow | undefined> {
  const [next] = await nextJob(tx, now, types);
  if (!next) return undefined;
  const [claimed] = await tx
    .update(Jobs)
    .set({ status: "running", leaseOwner: owner, leaseUntil, startedAt: next.startedAt ?? now, runAfter: null })
    .where(and(eq(Jobs.id, next.id), isThere(now)))
    .returning();
  return claimed;
}

function isThere(now: Date) {
  const waits = and(eq(Jobs.status, "queued"), or(isNull(Jobs.runAfter), lte(Jobs.runAfter, now)));
  return or(waits, and(eq(Jobs.status, "running"), lte(Jobs.leaseUntil, now)));
}

type Renewal = { held: boolean; cancelled: boolean };

/** Keeps the lease; says whether it is still ours and whether somebody asked for an end. */
export async function renewLease(tx: SystemTransaction, jobId: string, owner: string, leaseUntil: Date): Promise<Renewal> {
  const [row] = await tx
    .update(Jobs)
    .set({ leaseUntil })
    .where(and(eq(Jobs.id, jobId), eq(Jobs.leaseOwner, owner), eq(Jobs.status, "running")))
    .returning({ cancelRequestedAt: Jobs.cancelRequestedAt });
  return { held: row !== undefined, cancelled: row !== undefined && row.cancelRequestedAt !== null };
}

/** Whose job it is, as whoever works on it knows it. */
export type Holding = { jobId: string; owner: string };

/** Throws when the job is no longer held, and with that everything of the same transaction is undone. */
export async function saveProgress(tx: Pick<SystemTransaction, "update">, holding: Holding, progress: JobProgress): Promise<void> {
  await writeAsHolder(tx, holding, { progress });
}

/** For what is written to the books without progress to show. A lease that is only looked at could be taken before the transaction ends. */
export async function confirmLease(tx: Pick<SystemTransaction, "update">, holding: Holding): Promise<void> {
  await writeAsHolder(tx, holding, { leaseOwner: holding.owner });
}

async function writeAsHolder(tx: Pick<SystemTransaction, "update">, { jobId, owner }: Holding, fields: { progress: JobProgress } | { leaseOwner: string }): Promise<void> {
  const held = and(eq(Jobs.id, jobId), eq(Jobs.leaseOwner, owner), eq(Jobs.status, "running"));
  const rows = await tx.update(Jobs).set(fields).where(held).returning({ id: Jobs.id });
  if (rows.length === 0) throw leaseLost();
}

export type Ending = { status: "succeeded"; result: unknown } | { status: "failed"; error: JobError; attempts?: number } | { status: "cancelled" } | { status: "queued"; error: JobError; runAfter: Date; attempts?: number };

/** Ends a job, or puts it back to be tried again; only its owner may. False when the job was somebody else's by then. */
export async function settleJob(tx: SystemTransaction, jobId: string, owner: string, ending: Ending, now: Date): Promise<boolean> {
  const { status, ...rest } = ending;
  const ended = finished.includes(status) ? { finishedAt: now } : {};
  const error = "error" in ending ? ending.error : null;
  const settled = await tx
    .update(Jobs)
    .set({ status, error, ...rest, ...ended, leaseOwner: null, leaseUntil: null })
    .where(and(eq(Jobs.id, jobId), eq(Jobs.leaseOwner, owner)))
    .returning({ id: Jobs.id });
  return settled.length > 0;
}

/** What people follow as a job is a sync; what a webhook is sent has a log of its own. */
function areShown(q: Reader) {
  return and(inArray(Jobs.tenantId, [...q.tenantIds]), eq(Jobs.type, "sync"));
}

export async function findJob(q: Reader, jobId: string): Promise<JobRow | undefined> {
  const [row] = await q.select().from(Jobs).where(and(areShown(q), eq(Jobs.id, jobId)));
  return row;
}

/** The latest jobs first. */
export function latestJobs(q: Reader, limit: number) {
  return q.select().from(Jobs).where(areShown(q)).orderBy(desc(Jobs.createdAt), desc(Jobs.id)).limit(limit);
}

/** Of each organisation within reach the sync that is queued or running, which is one at most: found by the words of the index that sees to that. */
export function liveSyncs(q: Reader) {
  return q.select().from(Jobs).where(and(inArray(Jobs.tenantId, [...q.tenantIds]), sql`${Jobs.type} = 'sync' and ${Jobs.status} in ('queued', 'running')`));
}

/** Of each organisation within reach the last sync that came through. */
export async function lastCompleteSyncs(q: Reader): Promise<JobRow[]> {
  const complete = and(inArray(Jobs.tenantId, [...q.tenantIds]), eq(Jobs.type, "sync"), eq(Jobs.status, "succeeded"));
  const last = q
    .select({ tenantId: Jobs.tenantId, at: max(Jobs.finishedAt).as("at") })
    .from(Jobs)
    .where(complete)
    .groupBy(Jobs.tenantId)
    .as("last");
  const rows = await q.select({ job: Jobs }).from(Jobs).innerJoin(last, and(eq(Jobs.tenantId, last.tenantId), eq(Jobs.finishedAt, last.at))).where(complete);
  return rows.map(({ job }) => job);
}

/** Of each organisation within reach the sync that was asked for last and the last that came through, which may be the same one. */
export async function lastSyncs(q: Reader): Promise<JobRow[]> {
  const complete = and(eq(Jobs.type, "sync"), eq(Jobs.status, "succeeded"));
  const newest = q.select({ tenantId: Jobs.tenantId, at: max(Jobs.createdAt).as("newestAt") }).from(Jobs).where(areShown(q)).groupBy(Jobs.tenantId).as("newest");
  const last = q.select({ tenantId: Jobs.tenantId, at: max(Jobs.finishedAt).as("lastAt") }).from(Jobs).where(and(areShown(q), complete)).groupBy(Jobs.tenantId).as("last");
  const rows = await q
    .select({ job: Jobs })
    .from(Jobs)
    .innerJoin(newest, eq(Jobs.tenantId, newest.tenantId))
    .leftJoin(last, eq(Jobs.tenantId, last.tenantId))
    .where(and(areShown(q), or(eq(Jobs.createdAt, newest.at), and(complete, eq(Jobs.finishedAt, last.at)))));
  return rows.map(({ job }) => job);
}

/** A waiting job ends at once; a running one at its next page. False when it had ended already. */
export async function requestCancel(tx: Pick<SystemTransaction, "update">, tenantId: string, jobId: string, now: Date): Promise<boolean> {
  const mine = and(eq(Jobs.tenantId, tenantId), eq(Jobs.id, jobId));
  const ended = await tx.update(Jobs).set({ status: "cancelled", finishedAt: now, cancelRequestedAt: now }).where(and(mine, eq(Jobs.status, "queued"))).returning({ id: Jobs.id });
  if (ended.length > 0) return true;
  const asked = await tx.update(Jobs).set({ cancelRequestedAt: now }).where(and(mine, eq(Jobs.status, "running"))).returning({ id: Jobs.id });
  return asked.length > 0;
}

export async function queueCounts(q: SystemQuery): Promise<Record<"queued" | "running" | "failed", number>> {
  const rows = await q.select({ status: Jobs.status, jobs: count() }).from(Jobs).where(inArray(Jobs.status, ["queued", "running", "failed"])).groupBy(Jobs.status);
  const counted = (status: JobStatus) => Number(rows.find((row) => row.status === status)?.jobs ?? 0);
  return { queued: counted("queued"), running: counted("running"), failed: counted("failed") };
}

/** All that are kept, by what they do and how they stand or ended. */
export async function jobsByOutcome(q: SystemQuery): Promise<{ type: JobType; status: JobStatus; jobs: number }[]> {
  const rows = await q.select({ type: Jobs.type, status: Jobs.status, jobs: count() }).from(Jobs).groupBy(Jobs.type, Jobs.status).orderBy(asc(Jobs.type), asc(Jobs.status));
  return rows.map(({ type, status, jobs }) => ({ type, status, jobs: Number(jobs) }));
}

export async function beat(tx: SystemTransaction, name: string, mode: string, now: Date): Promise<void> {
  await tx.insert(Workers).values({ name, mode, lastBeatAt: now }).onConflictDoUpdate({ target: Workers.name, set: { lastBeatAt: now, mode } });
}

export async function lastBeat(q: SystemQuery): Promise<{ mode: string; lastBeatAt: Date } | undefined> {
  const [row] = await q.select().from(Workers).orderBy(desc(Workers.lastBeatAt)).limit(1);
  return row;
}

/** Ended syncs, save the last complete one of each organisation: it says how fresh the books are. */
export async function forgetJobsBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  const lastOnes = tx.select({ at: max(Jobs.finishedAt) }).from(Jobs).where(and(eq(Jobs.type, "sync"), eq(Jobs.status, "succeeded"), isNotNull(Jobs.finishedAt))).groupBy(Jobs.tenantId);
  await tx.delete(Jobs).where(and(eq(Jobs.type, "sync"), lt(Jobs.finishedAt, instant), notInArray(Jobs.finishedAt, lastOnes)));
}

/** What came of an attempt to send stands in the log of deliveries, and of mail nowhere. */
export async function forgetAttemptsBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  await tx.delete(Jobs).where(and(ne(Jobs.type, "sync"), lt(Jobs.finishedAt, instant)));
}

export async function forgetWorkersBefore(tx: SystemTransaction, instant: Date): Promise<void> {
  await tx.delete(Workers).where(lt(Workers.lastBeatAt, instant));
}

/** The row as everybody sees it. */
export function asJob(row: JobRow): Job {
  return {
    id: row.id,
    type: "sync",
    tenantId: row.tenantId,
    status: row.status,
    done: finished.includes(row.status),
    progress: row.progress === null ? { phase: "queued", objects: {}, waiting: null } : jobProgress.parse(row.progress),
    error: row.error === null ? null : jobError.parse(row.error),
    result: row.result === null ? null : syncResult.parse(row.result),
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
