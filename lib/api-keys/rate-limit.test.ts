import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { takeToken } from "#lib/api-keys/rate-limit.ts";
import { Refusal } from "#lib/refusal.ts";

const start = Date.parse("2026-11-24T10:00:00Z");

/** How many of so many requests are let through at each of these milliseconds. */
function letThrough(keyId: string, rate: number | null, requests: readonly (readonly [at: number, count: number])[]): number[] {
  return requests.map(([at, count]) => Array.from({ length: count }, () => attempt(keyId, rate, at)).filter((outcome) => !(outcome instanceof Refusal)).length);
}

function attempt(keyId: string, rate: number | null, at: number) {
  try {
    return takeToken(keyId, rate, start + at);
  } catch (error) {
    return error;
  }
}

test("a burst of sixty goes through at once, then ten a second", () => {
  expect(letThrough(randomUUID(), null, [[0, 100], [99, 5], [100, 5], [1100, 50], [1199, 5]])).toEqual([60, 0, 1, 10, 0]);
});

test("after six quiet seconds the bucket is full, and never fuller", () => {
  expect(letThrough(randomUUID(), null, [[0, 60], [6000, 100], [3_600_000, 100]])).toEqual([60, 60, 60]);
});

test("a key's own limit goes before the usual one", () => {
  expect(letThrough(randomUUID(), 1, [[0, 20], [1000, 20]])).toEqual([6, 1]);
  expect(letThrough(randomUUID(), 7, [[0, 100]])).toEqual([42]);
});

test("one key's requests leave another's alone", () => {
  letThrough("busy", null, [[0, 100]]);
  expect(letThrough("quiet", null, [[0, 60]])).toEqual([60]);
});

test("every answer tells the limit, what is left and when the bucket is full again", () => {
  const keyId = randomUUID();
  expect(attempt(keyId, null, 0)).toEqual({ "ratelimit-policy": '"key";q=60;w=6', ratelimit: '"key";r=59;t=1', "ratelimit-limit": "60", "ratelimit-remaining": "59", "ratelimit-reset": "1" });
  letThrough(keyId, null, [[0, 59]]);
  expect(attempt(keyId, null, 0)).toMatchObject({
    reason: "tooMany",
    message: "This key asks too often. Wait one second and go on.",
    headers: { "retry-after": "1", "ratelimit-remaining": "0", "ratelimit-reset": "6" },
  });
});

test("who waits as long as they were told to is let through", () => {
  const keyId = randomUUID();
  letThrough(keyId, null, [[0, 60]]);
  expect(letThrough(keyId, null, [[1000, 1]])).toEqual([1]);
});

test("a clock that is set back empties nobody's bucket and fills none", () => {
  expect(letThrough(randomUUID(), null, [[10_000, 30], [0, 100]])).toEqual([30, 30]);
});
