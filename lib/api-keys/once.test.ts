import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { ApiKeys, IdempotencyKeys } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { once } from "#lib/api-keys/once.ts";
import { makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import { permissions } from "#lib/permissions.ts";
import { refuse } from "#lib/refusal.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase;
let robot: Caller;
let other: Caller;
const kauri = "0192f000-0000-7000-8000-00000000000a";
const answer = { status: 202, headers: { location: "/jobs/7" }, body: '{"b":1,"a":"ā"}' };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  const userId = await makePerson("owner@example.com", "Accountant");
  const callerNamed = async (name: string) => (await callerOfKey(await replaceKey({ userId, name, permissions, tenantIds: null }))) ?? refuse("notFound", "No key.");
  [robot, other] = [await callerNamed("robot"), await callerNamed("other")];
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => database.close());

const errand = (key: string, more: object = {}) => ({ caller: robot, operation: "sync.start", key, request: "POST /a {}", tenantIds: [kauri], ...more });

test("work under a key is done once; asked again, its first answer comes back to the letter and says that it is one", async () => {
  const work = vi.fn(async () => answer);
  expect(await once(errand("first"), work)).toEqual(answer);
  expect(await once(errand("first"), work)).toEqual({ ...answer, headers: { location: "/jobs/7", "idempotency-replayed": "true" } });
  expect(work).toHaveBeenCalledTimes(1);
});

test("another request under the same key is refused and not done", async () => {
  await once(errand("body"), async () => answer);
  const work = vi.fn(async () => answer);
  expect(await refusalOf(once(errand("body", { request: 'POST /a {"mode":"full"}' }), work))).toMatchObject({ reason: "invalid" });
  expect(work).not.toHaveBeenCalled();
});

test("while the first is running the second is told to wait, and of many at once one is done", async () => {
  let finish = () => {};
  const running = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const work = vi.fn(async () => {
    await running;
    return answer;
  });
  const outcomes: unknown[] = [];
  const asked = Array.from({ length: 5 }, async () => {
    const outcome = await once(errand("together"), work).catch((error: unknown) => error);
    outcomes.push(outcome);
  });
  await expect.poll(() => outcomes).toEqual(Array(4).fill(expect.objectContaining({ reason: "conflict" })));
  finish();
  await Promise.all(asked);
  expect(outcomes.at(-1)).toEqual(answer);
  expect(work).toHaveBeenCalledTimes(1);
});

test.each([["refused", () => refuse("notFound", "Not there.")], ["broken", () => JSON.parse("{")]])("work that was %s leaves the key free for another try", async (how, fail) => {
  expect(await refusalOf(once(errand(how), async () => fail()))).toBeInstanceOf(Error);
  expect(await once(errand(how, { request: "POST /a better" }), async () => answer)).toEqual(answer);
});

test("a key of one API key or of one operation means nothing to another", async () => {
  const work = vi.fn(async () => answer);
  for (const more of [{}, { caller: other }, { operation: "reports.create" }]) expect((await once(errand("apart", more), work)).headers).not.toHaveProperty("idempotency-replayed");
  expect(work).toHaveBeenCalledTimes(3);
});

test("what was answered is not told again to a key that no longer reaches the organisation", async () => {
  await once(errand("left"), async () => answer);
  expect(await refusalOf(once(errand("left", { tenantIds: [] }), async () => answer))).toMatchObject({ reason: "notFound" });
});

test("an answer is kept for a day, and then the work is done again", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2030-01-01T00:00:00Z") });
  const work = vi.fn(async () => answer);
  for (const time of ["2030-01-01T00:00:00.000Z", "2030-01-01T23:59:59.999Z", "2030-01-02T00:00:00.000Z"]) {
    vi.setSystemTime(new Date(time));
    await once(errand("a day"), work);
  }
  expect(work).toHaveBeenCalledTimes(2);
});

test("who died at the work loses the claim after two minutes, and cannot answer for whoever took it", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2030-02-01T00:00:00Z") });
  let wake = () => {};
  const asleep = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const slow = once(errand("dead"), async () => {
    await asleep;
    return { ...answer, body: "late" };
  });
  await expect.poll(() => rowsNamed("dead")).toHaveLength(1);
  vi.setSystemTime(new Date("2030-02-01T00:01:59Z"));
  expect(await refusalOf(once(errand("dead"), async () => answer))).toMatchObject({ reason: "conflict", headers: { "retry-after": "1" } });
  vi.setSystemTime(new Date("2030-02-01T00:02:00Z"));
  expect(await once(errand("dead"), async () => answer)).toEqual(answer);
  wake();
  await slow;
  expect((await once(errand("dead"), async () => answer)).body).toBe(answer.body);
});

test("with its API key everything kept for it is forgotten", async () => {
  await once(errand("gone", { caller: other }), async () => answer);
  await systemTransaction((tx) => tx.delete(ApiKeys).where(eq(ApiKeys.id, other.id)).then(() => undefined));
  expect(await rowsNamed("gone")).toEqual([]);
});

function rowsNamed(key: string) {
  return systemRead((q) => q.select({ key: IdempotencyKeys.key }).from(IdempotencyKeys).where(eq(IdempotencyKeys.key, key)));
}
