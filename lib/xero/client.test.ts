import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { read } from "#db/index.ts";
import { XeroApiLogs } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { failureOf, type Failure } from "#lib/failure.ts";
import { type ClientOptions, xeroClient } from "#lib/xero/client.ts";
import { type Said, type XeroServer, xeroServer } from "#lib/xero/testing/server.ts";

// The pauses between tries are real, but short.
vi.mock("node:timers/promises", async (original) => {
  const real = await original<typeof import("node:timers/promises")>();
  return { ...real, setTimeout: (milliseconds: number, ...more: unknown[]) => Reflect.apply(real.setTimeout, undefined, [Math.min(milliseconds, 2), ...more]) };
});

let database: TestDatabase;
let xero: XeroServer;
let waited: string[];
let tokens: boolean[];
const sample = sampleRows();

beforeAll(async () => {
  database = await freshDatabase();
  xero = await xeroServer({ XERO_MINUTE_LIMIT: "60" });
  await fill(sample);
});
beforeEach(async () => {
  [waited, tokens] = [[], []];
  xero.asked.length = 0;
  await systemTransaction((tx) => tx.delete(XeroApiLogs).where(eq(XeroApiLogs.tenantId, sample.tenantId)).then(() => undefined));
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await xero.close();
  await database.close();
});

test("an answer is exact JSON, asked for with the token, the organisation, the query and when it was last asked", async () => {
  xero.answer(() => ({ body: '{"Invoices":[{"Total":0.30000000000000004}]}' }));
  const answer = await client().get({ path: "Invoices", query: { page: "2" }, since: new Date("2025-03-31T10:00:00.900Z") });
  expect(answer).toEqual({ Invoices: [{ Total: "0.30000000000000004" }] });
  const [asked] = xero.asked;
  expect(asked?.path).toBe("/api.xro/2.0/Invoices");
  expect(asked?.query.get("page")).toBe("2");
  expect(asked?.headers).toMatchObject({ authorization: "Bearer token-1", "xero-tenant-id": "xero-organisation", "if-modified-since": "Mon, 31 Mar 2025 10:00:00 GMT" });
});

test("every try leaves a row that says what was asked and never what was said", async () => {
  xero.answer(inTurn({ status: 503, body: "secret words" }, { headers: { "x-daylimit-remaining": "4990", "x-minlimit-remaining": "59", "xero-correlation-id": "c1" }, body: '{"a":"secret words"}' }));
  await client().get({ path: "Accounts" });
  const rows = await read(sample, (q) => q.select().from(XeroApiLogs).where(eq(XeroApiLogs.tenantId, sample.tenantId)).orderBy(XeroApiLogs.createdAt, XeroApiLogs.id));
  expect(rows).toMatchObject([{ method: "GET", path: "Accounts", status: 503, bytes: 12, dayRemaining: null }, { status: 200, bytes: 20, dayRemaining: 4990, minuteRemaining: 59, correlationId: "c1" }]);
  expect(JSON.stringify(rows)).not.toContain("secret words");
});

test("a token that ran out is renewed once, and the call made again", async () => {
  xero.answer(inTurn({ status: 401, body: '{"Detail":"TokenExpired: token expired at 01/01/2026"}' }, { body: '{"ok":"1"}' }));
  expect(await client().get({ path: "Accounts" })).toEqual({ ok: "1" });
  expect(tokens).toEqual([false, true]);
  expect(xero.asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test("a token that stays run out ends in a sentence, not in a loop", async () => {
  xero.answer(() => ({ status: 401, body: '{"Detail":"TokenExpired"}' }));
  expect(await failed(client().get({ path: "Accounts" }))).toMatchObject({ code: "reauthRequired", retryable: false });
  expect(xero.asked.length).toBeLessThanOrEqual(3);
});

const final: [Said, Partial<Failure>][] = [
  [{ status: 401, body: '{"Detail":"AuthorizationUnsuccessful"}' }, { code: "notPermitted", retryable: false }],
  [{ status: 401, body: '{"Detail":"TokenInvalid"}' }, { code: "reauthRequired", retryable: false }],
  [{ status: 403, body: '{"Detail":"AuthenticationUnsuccessful"}' }, { code: "disconnected", retryable: false }],
  [{ status: 404, body: "not found" }, { code: "refused", retryable: false }],
  [{ status: 400, body: '{"Type":"ValidationException"}' }, { code: "refused", retryable: false }],
  [{ body: "<html>Down for maintenance</html>" }, { code: "malformed", retryable: false }],
  [{ body: "[1, 2]" }, { code: "malformed" }],
  [{ body: "" }, { code: "malformed" }],
  [{ body: '{"Invoices": [' }, { code: "malformed" }],
  [{ status: 429, headers: { "retry-after": "120", "x-rate-limit-problem": "minute" } }, { code: "rateLimited", retryable: true, retryAfterSeconds: 120 }],
  [{ status: 429, headers: { "retry-after": "40000", "x-rate-limit-problem": "day" } }, { code: "rateLimited", retryable: true, retryAfterSeconds: 40_000 }],
  [{ status: 429, headers: { "retry-after": "5", "x-rate-limit-problem": "day" } }, { code: "rateLimited", retryAfterSeconds: 5 }],
  [{ status: 429, headers: { "x-rate-limit-problem": "day" } }, { code: "rateLimited", retryAfterSeconds: 3600 }],
];

test.each(final)("%j is asked once and ends in a sentence", async (said, failure) => {
  xero.answer(() => said);
  const end = await failed(client().get({ path: "Invoices" }));
  expect(end).toMatchObject(failure);
  expect(end?.message).toMatch(/\.$/);
  expect(end?.message).not.toMatch(/<html|Exception|stack/);
  expect(xero.asked).toHaveLength(1);
});

test("a short pause that Xero asks for is waited for, and said", async () => {
  xero.answer(inTurn({ status: 429, headers: { "retry-after": "2", "x-rate-limit-problem": "minute" } }, { body: '{"ok":"1"}' }));
  expect(await client().get({ path: "Invoices" })).toEqual({ ok: "1" });
  expect(waited).toEqual([expect.stringContaining("Xero asks for a pause")]);
});

test("a pause given as a date is understood", async () => {
  xero.answer(() => ({ status: 429, headers: { "retry-after": new Date(Date.now() + 600_000).toUTCString() } }));
  const end = await failed(client().get({ path: "Invoices" }));
  expect(end?.code).toBe("rateLimited");
  expect(end?.retryAfterSeconds).toBeGreaterThan(500);
});

test.each<[string, Said]>([
  ["HTML with status 500", { status: 500, body: "<html>Error</html>" }],
  ["503", { status: 503 }],
  ["an answer that breaks off", "cut"],
])("%s is tried again some times, then it is said that Xero is unavailable", async (_label, said) => {
  xero.answer(() => said);
  const end = await failed(client().get({ path: "Invoices" }));
  expect(end).toMatchObject({ code: "unavailable", retryable: true });
  expect(xero.asked).toHaveLength(5);
});

test("trouble that passes is got over", async () => {
  xero.answer(inTurn({ status: 500 }, "cut", { status: 502 }, { body: '{"ok":"1"}' }));
  expect(await client().get({ path: "Invoices" })).toEqual({ ok: "1" });
});

test("nothing new since last time is told apart from an answer that holds nothing", async () => {
  xero.answer(() => ({ status: 304 }));
  expect(await client().get({ path: "Invoices", since: new Date() })).toBeNull();
  xero.answer(() => ({ body: "{}" }));
  expect(await client().get({ path: "Invoices", since: new Date() })).toEqual({});
});

test("a redirect is not followed with the token in hand", async () => {
  xero.answer(() => ({ status: 302, headers: { location: "http://127.0.0.1:1/elsewhere" } }));
  expect(await failed(client().get({ path: "Invoices" }))).toMatchObject({ code: "unavailable" });
  expect(xero.asked.every(({ path }) => path === "/api.xro/2.0/Invoices")).toBe(true);
});

test("an answer that hangs is given up when the sync is stopped", async () => {
  const stop = new AbortController();
  xero.answer(() => {
    setImmediate(() => stop.abort(new Error("stopped by a person")));
    return "hang";
  });
  await expect(client({ signal: stop.signal }).get({ path: "Invoices" })).rejects.toThrow("stopped by a person");
});

test("an answer that hangs is given up after a minute and tried again", async () => {
  const real = AbortSignal.timeout.bind(AbortSignal);
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => real(milliseconds === 60_000 ? 30 : milliseconds));
  xero.answer(inTurn("hang", { body: '{"ok":"1"}' }));
  expect(await client().get({ path: "Invoices" })).toEqual({ ok: "1" });
  timeout.mockRestore();
});

function client(more: Partial<ClientOptions> = {}) {
  return xeroClient({
    tenantId: sample.tenantId,
    xeroTenantId: "xero-organisation",
    jobId: null,
    accessToken: async (renew) => {
      tokens.push(renew);
      return `token-${tokens.filter(Boolean).length + 1}`;
    },
    onWait: (sentence) => void waited.push(sentence),
    signal: new AbortController().signal,
    ...more,
  });
}

/** One answer after the other; the last one for ever. */
function inTurn(...all: Said[]): () => Said {
  let next = 0;
  return () => all[Math.min(next++, all.length - 1)] ?? "hang";
}

async function failed(work: Promise<unknown>): Promise<Failure | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => failureOf(error),
  );
}
