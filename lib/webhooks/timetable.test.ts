import { expect, test } from "vitest";
import { outcomeOf, timetable } from "#lib/webhooks/timetable.ts";

const now = new Date("2026-11-24T00:00:00Z");
const after = (attempts: number, status: number | null, retryAfter: string | null = null, chance = 0) => outcomeOf({ attempts, status, retryAfter }, now, timetable, chance);
const waits = (attempts: number, ...rest: [number | null, (string | null)?, number?]) => ((after(attempts, ...rest).nextAttemptAt?.getTime() ?? 0) - now.getTime()) / 1_000;

test("there are ten attempts: at once, after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h", () => {
  expect(timetable).toEqual([0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map((attempts) => waits(attempts, 500))).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(after(10, 500)).toEqual({ status: "failed", nextAttemptAt: null });
});

test("2xx alone is success; a redirect, a refusal and silence are tried again", () => {
  for (const status of [200, 201, 204, 299]) expect(after(1, status)).toEqual({ status: "delivered", nextAttemptAt: null });
  for (const status of [null, 100, 301, 308, 400, 404, 429, 500]) expect(after(1, status).status).toBe("pending");
});

test("410 is tried no more", () => {
  expect(after(1, 410)).toEqual({ status: "failed", nextAttemptAt: null });
});

test("who says when to come back is not disturbed before, and not forgotten for more than a day", () => {
  expect(waits(1, 429, "60")).toBe(60);
  expect(waits(3, 503, "60")).toBe(1_800);
  expect(waits(1, 503, "Tue, 24 Nov 2026 00:10:00 GMT")).toBe(600);
  expect(waits(1, 503, "999999999")).toBe(86_400);
  expect(waits(1, 503, "soon")).toBe(5);
});

test("chance lengthens a wait by a tenth at most", () => {
  expect(waits(2, 500, null, 1)).toBe(330);
});
