import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { RateLimits } from "#db/schema/index.ts";
import { systemRead } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { beginAttempt, countVisit, delayAfter, liftDelays, networkOf } from "#lib/people/attempts.ts";
import { refusalOf, stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
let lastAddress = 0;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => database.close());

test("five tries are free, then each waits twice as long, and never longer than fifteen minutes", () => {
  expect([1, 5, 6, 7, 8, 12, 13, 14, 15, 1000].map(delayAfter)).toEqual([0, 0, 5, 10, 20, 320, 640, 900, 900, 900]);
});

test("however many guess at the same moment, six get through", async () => {
  const guesses = await Promise.allSettled(Array.from({ length: 25 }, () => attempt("many@example.com", "203.0.113.200")));
  expect(guesses.filter(({ status }) => status === "fulfilled")).toHaveLength(6);
});

test("who waits gets another try, however long somebody has been guessing", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  for (let tried = 1; tried <= 20; tried += 1) {
    await attempt("patient@example.com", freshAddress());
    vi.setSystemTime(Date.now() + delayAfter(tried) * 1000 - 1);
    if (tried > 5) expect(await refusalOf(attempt("patient@example.com", freshAddress()))).toMatchObject({ reason: "tooMany" });
    vi.setSystemTime(Date.now() + 1);
  }
  expect((await attempt("patient@example.com", freshAddress())).delayedUntil).toEqual(new Date(Date.now() + 15 * 60 * 1000));
});

test("a try that came too early does not make the wait longer", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  for (let tried = 1; tried <= 6; tried += 1) await attempt("hasty@example.com", freshAddress());
  for (let early = 1; early <= 10; early += 1) {
    expect(await refusalOf(attempt("hasty@example.com", freshAddress()))).toMatchObject({ headers: { "retry-after": "5" } });
  }
  vi.setSystemTime(Date.now() + 5000);
  expect((await attempt("hasty@example.com", freshAddress())).delayedUntil).toEqual(new Date(Date.now() + 10_000));
});

test("a stranger's guessing does not keep out who comes from where they came before", async () => {
  for (let tried = 1; tried <= 6; tried += 1) await attempt("owner@example.com", freshAddress());
  expect(await refusalOf(attempt("owner@example.com", freshAddress()))).toMatchObject({ reason: "tooMany" });
  const theirs = await beginAttempt({ account: "owner@example.com", ipAddress: freshAddress(), comesFromWhereTheyCame: true });
  expect(theirs.delayedUntil).toBeNull();
});

test("a right password, and a reset, are a fresh start", async () => {
  for (let tried = 1; tried <= 5; tried += 1) await attempt("right@example.com", freshAddress());
  await (await attempt("right@example.com", freshAddress())).forgive();
  expect((await attempt("right@example.com", freshAddress())).delayedUntil).toBeNull();
  for (let tried = 1; tried <= 5; tried += 1) await attempt("right@example.com", freshAddress());
  await liftDelays("right@example.com");
  expect((await attempt("right@example.com", freshAddress())).delayedUntil).toBeNull();
});

test("a network that tries one account after the other is stopped, and let go after fifteen minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  for (let tried = 1; tried <= 30; tried += 1) await attempt(`victim${tried}@example.com`, "203.0.113.201");
  const refusal = await refusalOf(attempt("victim31@example.com", "203.0.113.201"));
  expect(refusal).toMatchObject({ reason: "tooMany", message: "There were too many tries. Wait 15 minutes and try again." });
  expect(await refusalOf(countVisit("203.0.113.201"))).toMatchObject({ reason: "tooMany" });
  vi.setSystemTime(Date.now() + 15 * 60 * 1000);
  expect((await attempt("victim31@example.com", "203.0.113.201")).delayedUntil).toBeNull();
});

test("right passwords never use a network up", async () => {
  for (let tried = 1; tried <= 40; tried += 1) await (await attempt("office@example.com", "203.0.113.202")).forgive();
  await countVisit("203.0.113.202");
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  [null, "unknown"],
])("%s belongs to the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("the counters name neither people nor addresses", async () => {
  await attempt("private@example.com", "203.0.113.203");
  const rows = JSON.stringify(await systemRead((q) => q.select().from(RateLimits)));
  expect(rows).not.toContain("private@");
  expect(rows).not.toContain("203.0.113");
});

function attempt(account: string, ipAddress: string) {
  return beginAttempt({ account, ipAddress, comesFromWhereTheyCame: false });
}

function freshAddress(): string {
  lastAddress += 1;
  return `198.51.${Math.floor(lastAddress / 250)}.${lastAddress % 250}`;
}
