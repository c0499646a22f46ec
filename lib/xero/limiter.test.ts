import { fork } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { XeroApiLogs } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { withinLimits } from "#lib/xero/limiter.ts";
import { callsSince, recordCall } from "#lib/xero/queries.ts";

let database: TestDatabase;
const [sample, other] = [sampleRows(), sampleRows()];
const { tenantId } = sample;
const limit = 12;

beforeAll(async () => {
  database = await freshDatabase();
  stubSettings({ XERO_MINUTE_LIMIT: String(limit) });
  for (const one of [sample, other]) await fill(one);
});
beforeEach(() => systemTransaction((tx) => tx.delete(XeroApiLogs).then(() => undefined)));
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

test("five calls of an organisation run at once and no sixth; another organisation has five of its own", async () => {
  const [most, now] = [new Map<string, number>(), new Map<string, number>()];
  const gate = Promise.withResolvers<void>();
  const call = (id: string) => async () => {
    now.set(id, (now.get(id) ?? 0) + 1);
    most.set(id, Math.max(most.get(id) ?? 0, now.get(id) ?? 0));
    await gate.promise;
    now.set(id, (now.get(id) ?? 0) - 1);
  };
  const calls = Promise.all([tenantId, other.tenantId].flatMap((id) => Array.from({ length: 10 }, () => withinLimits(id, call(id), patience()))));
  await vi.waitFor(() => expect([...now.values()]).toEqual([5, 5]), { timeout: 10_000 });
  gate.resolve();
  await calls;
  expect([...most.values()]).toEqual([5, 5]);
});

test("the minute's calls are counted from the log, whoever made them, and a call that has to wait says so and can be stopped", async () => {
  await logged(limit);
  const stop = new AbortController();
  const said: string[] = [];
  const waiting = withinLimits(tenantId, async () => "called", patience(said, stop.signal));
  setTimeout(() => stop.abort(new Error("stopped")), 100);
  await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  expect(said[0]).toMatch(/^Waiting (59|60) s, as Xero's limits ask\.$/);
  expect(await withinLimits(other.tenantId, async () => "called", patience())).toBe("called");
});

test("what is older than a minute is forgotten", async () => {
  await logged(limit, new Date(Date.now() - 60_100));
  expect(await withinLimits(tenantId, async () => "called", patience())).toBe("called");
});

test("room in the budget is taken as soon as it is there", async () => {
  await logged(limit, new Date(Date.now() - 59_500));
  const startedAt = performance.now();
  await withinLimits(tenantId, async () => "called", patience());
  expect(performance.now() - startedAt).toBeGreaterThan(250);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test("calls that begin together do not share the last place", async () => {
  await logged(limit - 2);
  const stop = new AbortController();
  let made = 0;
  const calls = Array.from({ length: 5 }, () =>
    withinLimits(
      tenantId,
      async () => {
        made += 1;
        await delay(20);
        await logged(1);
      },
      patience([], stop.signal),
    ),
  );
  setTimeout(() => stop.abort(), 600);
  await Promise.allSettled(calls);
  expect(made).toBe(2);
});

test("a call that fails gives its place back", async () => {
  for (let turn = 0; turn < 7; turn += 1) await expect(withinLimits(tenantId, () => Promise.reject(new Error("on purpose")), patience())).rejects.toThrow("on purpose");
  expect(await withinLimits(tenantId, async () => "called", patience())).toBe("called");
});

test("two processes share one budget", async () => {
  await logged(limit - 4);
  const made = await Promise.all([inOwnProcess(), inOwnProcess()]);
  const { own } = await systemRead((q) => callsSince(q, tenantId, new Date(Date.now() - 60_000)));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(own.count - (limit - 4));
  // Each process knows its own calls under way, not the other's: one too many at most.
  expect(own.count).toBeGreaterThanOrEqual(limit);
  expect(own.count).toBeLessThanOrEqual(limit + 1);
});

function patience(said: string[] = [], signal = new AbortController().signal) {
  return { onWait: (sentence: string) => void said.push(sentence), signal };
}

async function logged(count: number, createdAt = new Date()): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await systemTransaction((tx) => recordCall(tx, { tenantId, jobId: null, method: "GET", path: "Invoices", status: 200, durationMs: 1, bytes: 0, createdAt }));
  }
}

/** Another worker that calls one after the other until it would have to wait. Gives how often it called. */
async function inOwnProcess(): Promise<number> {
  const child = fork(new URL("./testing/calls.ts", import.meta.url), [tenantId], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("message", (made) => resolve(Number(made)));
    child.once("exit", (code) => code !== 0 && reject(new Error(`The other process ended with ${code}.`)));
  });
}

