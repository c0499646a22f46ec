import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { Jobs } from "#db/schema/index.ts";
import { awayError, busyError } from "#db/errors.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { fail } from "#lib/failure.ts";
import { cancelJob } from "#lib/jobs/cancel-job.ts";
import { getJob, listJobs } from "#lib/jobs/get-job.ts";
import { claimJob, requestCancel, renewLease, settleJob } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { type Perform, work } from "#lib/jobs/work.ts";
import { refusalOf, stubSettings } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import type { Caller } from "#lib/scope.ts";
import { startSync } from "#lib/sync/start-sync.ts";

let database: TestDatabase;
const [sample, other] = [sampleRows(), sampleRows()];
const { tenantId } = sample;
const now = new Date("2026-03-31T10:00:00Z");
const soon = new Date(now.getTime() + 30_000);
const later = new Date(now.getTime() + 31_000);
const result = { calls: 1, bytes: 2, objects: {}, tieOut: null, warnings: [] };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  for (const one of [sample, other]) await fill(one);
});
beforeEach(() => systemTransaction((tx) => tx.delete(Jobs).then(() => undefined)));
afterAll(() => database.close());

test("however many ask at once, an organisation has one live sync, and everybody is given that one", async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => queued()));
  expect(new Set(ids).size).toBe(1);
  expect(await systemRead((q) => q.select().from(Jobs))).toHaveLength(1);
  await claimed("w", now);
  expect(await queued()).toBe(ids[0]);
  await systemTransaction((tx) => settleJob(tx, ids[0] ?? "", "w", { status: "succeeded", result }, now));
  expect(await queued()).not.toBe(ids[0]);
});

test("two organisations have a sync each", async () => {
  expect(await queued(other.tenantId)).not.toBe(await queued());
});

test("however many workers want it, a job is claimed once", async () => {
  const id = await queued();
  const claims = await Promise.all(Array.from({ length: 10 }, (_, number) => claimed(`w${number}`, now)));
  expect(claims.filter(Boolean)).toMatchObject([{ id, status: "running", attempts: 0, startedAt: now }]);
});

test("a job whose worker went silent is taken over when its lease has run out, and not before", async () => {
  const id = await queued();
  await claimed("dead", now);
  expect(await claimed("next", new Date(soon.getTime() - 1))).toBeUndefined();
  expect(await claimed("next", later)).toMatchObject({ id, leaseOwner: "next", attempts: 0, startedAt: now });
  expect(await systemTransaction((tx) => renewLease(tx, id, "dead", later))).toEqual({ held: false, cancelled: false });
});

test("only who holds a job may end it", async () => {
  const id = await queued();
  await claimed("first", now);
  await claimed("second", later);
  await systemTransaction((tx) => settleJob(tx, id, "first", { status: "failed", error: { code: "x", message: "x", retryable: false } }, later));
  expect(await row(id)).toMatchObject({ status: "running", leaseOwner: "second", error: null });
  await systemTransaction((tx) => settleJob(tx, id, "second", { status: "succeeded", result }, later));
  expect(await row(id)).toMatchObject({ status: "succeeded", leaseOwner: null, leaseUntil: null, result, finishedAt: later });
});

test("a job that waits for its time is left until then, and one behind it is not held up", async () => {
  const parked = await queued();
  await systemTransaction((tx) => tx.update(Jobs).set({ runAfter: soon }).where(eq(Jobs.id, parked)).then(() => undefined));
  const behind = await queued(other.tenantId);
  expect(await claimed("w", now)).toMatchObject({ id: behind });
  expect(await claimed("w", now)).toBeUndefined();
  expect(await claimed("w2", soon)).toMatchObject({ id: parked, runAfter: null });
});

test("a waiting job is cancelled at once, a running one is asked to end, an ended one is left alone", async () => {
  const id = await queued();
  expect(await cancel(id)).toBe(true);
  expect(await row(id)).toMatchObject({ status: "cancelled" });
  expect(await cancel(id)).toBe(false);
  const running = await queued();
  await claimed("w", now);
  expect(await cancel(running)).toBe(true);
  expect(await row(running)).toMatchObject({ status: "running", cancelRequestedAt: now });
  expect(await systemTransaction((tx) => renewLease(tx, running, "w", soon))).toEqual({ held: true, cancelled: true });
});

test("a job is shown, listed and cancelled by members only; to anybody else it is not there", async () => {
  const started = await startSync.call(caller(tenantId), { tenantId });
  expect(started).toMatchObject({ status: "queued", done: false, tenantId, progress: { phase: "queued" } });
  const id = await queued();
  const stranger = caller(other.tenantId);
  for (const operation of [getJob, cancelJob]) expect(await refusalOf(operation.call(stranger, { id }))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(getJob.call(stranger, { id, tenantId: [tenantId] }))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(startSync.call(stranger, { tenantId }))).toMatchObject({ reason: "notFound" });
  expect(await listJobs.call(stranger, {})).toEqual({ data: [] });
  expect(await getJob.call(caller(tenantId), { id })).toMatchObject({ id });
  expect(await cancelJob.call(caller(tenantId), { id })).toMatchObject({ status: "cancelled", done: true });
  expect(await refusalOf(cancelJob.call(caller(tenantId), { id }))).toMatchObject({ reason: "conflict", message: "This job has ended already." });
});

test("whoever waits for a job is answered when it has ended, and as it is where that takes too long", async () => {
  const id = await queued();
  expect(await getJob.call(caller(tenantId), { id, wait: 1 })).toMatchObject({ id, status: "queued", done: false });
  const ended = getJob.call(caller(tenantId), { id, wait: 25 });
  await cancelJob.call(caller(tenantId), { id });
  expect(await ended).toMatchObject({ id, status: "cancelled", done: true });
  expect(await refusalOf(getJob.call(caller(tenantId), { id, wait: 26 }))).toMatchObject({ reason: "invalid" });
});

test("who may only read may not start or cancel", async () => {
  const id = await queued();
  const reader = { ...caller(tenantId), scopes: [{ userId: uuidv7(), tenantId, permissions: permissionsOf("ReadOnly"), via: "session" as const }] };
  expect(await refusalOf(startSync.call(reader, { tenantId }))).toMatchObject({ reason: "forbidden", message: "This needs the permission sync:write." });
  expect(await refusalOf(cancelJob.call(reader, { id }))).toMatchObject({ reason: "forbidden" });
});

test("the worker does what is queued and keeps what came of it", async () => {
  const id = await queued();
  await worked(async () => result, (job) => job?.status === "succeeded", id);
  expect(await row(id)).toMatchObject({ status: "succeeded", result, attempts: 0, leaseOwner: null });
});

test("a failure that passes by itself goes back to the queue with its time; a bug does not, and says nothing of itself", async () => {
  const id = await queued();
  await worked(async () => fail("unavailable", "Xero is away."), (job) => job?.status === "queued" && job.error !== null, id);
  const parked = await row(id);
  expect(parked).toMatchObject({ error: { code: "unavailable", message: "Xero is away.", retryable: true }, finishedAt: null });
  expect(parked?.runAfter?.getTime()).toBeGreaterThan(Date.now());
  await systemTransaction((tx) => tx.update(Jobs).set({ runAfter: null }).then(() => undefined));
  await worked(() => Promise.reject(new TypeError("x is undefined at secret.ts")), (job) => job?.status === "failed", id);
  const broken = await row(id);
  expect(broken?.error).toMatchObject({ code: "bug", retryable: false });
  expect(JSON.stringify(broken?.error)).not.toContain("secret.ts");
});

test("a job that keeps failing ends; one that waits for a quota is parked however often", async () => {
  const id = await queued();
  const tired = () => systemTransaction((tx) => tx.update(Jobs).set({ attempts: 20, runAfter: null }).where(eq(Jobs.id, id)).then(() => undefined));
  await tired();
  await worked(async () => fail("rateLimited", "Parked.", { retryAfterSeconds: 3600 }), (job) => job?.status === "queued" && job.error !== null, id);
  expect((await row(id))?.runAfter?.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  expect((await row(id))?.attempts).toBe(20);
  await tired();
  await worked(async () => fail("unavailable", "Away."), (job) => job?.status === "failed", id);
});

test.each([
  ["busy", busyError(30), "databaseBusy"],
  ["busy, as SQLite says it", Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY_RECOVERY" }), "databaseBusy"],
  ["away", awayError(false), "databaseGone"],
])("a database that is %s sends the job back to the queue and counts as one failure", async (_label, error, code) => {
  const id = await queued();
  await worked(() => Promise.reject(error), (job) => job?.status === "queued" && job.error !== null, id);
  expect(await row(id)).toMatchObject({ error: { code, retryable: true }, attempts: 1 });
});

test("something else's refused connection is not the database's", async () => {
  const id = await queued();
  await worked(() => Promise.reject(new TypeError("fetch failed", { cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) })), (job) => job?.status === "failed", id);
  expect(await row(id)).toMatchObject({ error: { code: "bug" } });
});

test("a person's cancel reaches a job under way, which then ends as cancelled", async () => {
  const id = await queued();
  await worked(
    async (job, signal) => {
      await systemTransaction((tx) => requestCancel(tx, tenantId, job.id, new Date()));
      return untilAborted(signal);
    },
    (job) => job?.status === "cancelled",
    id,
  );
});

test("a worker that is told to stop puts its job back for the next one", async () => {
  const id = await queued();
  const stop = new AbortController();
  await work({
    mode: "separate",
    signal: stop.signal,
    perform: async (_job, signal) => {
      setTimeout(() => stop.abort(), 20);
      return untilAborted(signal);
    },
  });
  expect(await row(id)).toMatchObject({ status: "queued", error: { code: "stopped" }, leaseOwner: null, attempts: 0 });
  expect(await claimed("next", new Date(Date.now() + 1_000))).toMatchObject({ id });
});

test("a worker whose job was taken from it stops working on it and leaves its end to the other", async () => {
  const id = await queued();
  await worked(
    async (job, signal) => {
      await systemTransaction((tx) => tx.update(Jobs).set({ leaseOwner: "other" }).where(eq(Jobs.id, job.id)).then(() => undefined));
      await untilAborted(signal).catch(() => undefined);
      setTimeout(() => systemTransaction((tx) => settleJob(tx, job.id, "other", { status: "succeeded", result }, new Date())), 50);
      return { wrong: true };
    },
    (job) => job?.status === "succeeded",
    id,
  );
  expect((await row(id))?.result).toEqual(result);
});

function queued(id = tenantId): Promise<string> {
  return systemTransaction((tx) => queueSync(tx, { tenantId: id, userId: null, mode: "incremental" }));
}

function claimed(owner: string, at: Date) {
  return systemTransaction((tx) => claimJob(tx, owner, at, new Date(at.getTime() + 30_000)));
}

function cancel(id: string): Promise<boolean> {
  return systemTransaction((tx) => requestCancel(tx, tenantId, id, now));
}

async function row(id: string) {
  const [found] = await systemRead((q) => q.select().from(Jobs).where(eq(Jobs.id, id)));
  return found;
}

/** Runs a worker until the job is as wished. */
async function worked(perform: Perform, wished: (job: Awaited<ReturnType<typeof row>>) => boolean, id: string): Promise<void> {
  const stop = new AbortController();
  const working = work({ mode: "separate", perform, signal: stop.signal, leaseSeconds: 1 });
  await expect.poll(async () => wished(await row(id)), { interval: 20, timeout: 8_000 }).toBe(true);
  stop.abort();
  await working;
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}

function caller(id: string): Caller {
  const userId = (id === tenantId ? sample : other).rows.get("Users")?.id ?? "";
  return { id: userId, userId, permissions: ["jobs:read"], scopes: [{ userId, tenantId: id, permissions: permissionsOf("Accountant"), via: "session" }] };
}

