import { expect, test } from "vitest";
import { type Running, reader, run, signIn } from "../testing/running.ts";
import { SMALL_ID, smallBooks } from "../testing/small-books.ts";
import { makeLimits } from "./limits.ts";

const MINUTE = 60_000;

async function withLimits(work: (running: Running, get: ReturnType<typeof reader>) => Promise<void>): Promise<void> {
  const running = await run([smallBooks({})], { limits: true });
  try {
    await work(running, reader(running.url, (await signIn(running.url, SMALL_ID)).access, SMALL_ID));
  } finally {
    await running.stop();
  }
}

test("the sixty-first call of a minute is refused with the waiting time, and works when the minute is over", () =>
  withLimits(async (running, get) => {
    for (let call = 0; call < 60; call++) expect((await get("Organisation")).status).toBe(200);
    const refused = await get("Organisation");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("x-rate-limit-problem")).toBe("minute");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("x-minlimit-remaining")).toBe("0");
    expect(refused.headers.get("x-daylimit-remaining")).toBe("4940");
    running.standIn.advance(MINUTE);
    expect((await get("Organisation")).status).toBe(200);
  }));

test("a sixth call at once is refused without a waiting time", () =>
  withLimits(async (running, get) => {
    running.standIn.faults.add({ ...SLOW, times: 6 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => get("Organisation")));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get("x-rate-limit-problem")).toBe("concurrent");
    expect(refused[0]?.headers.get("retry-after")).toBeNull();
  }));

const SLOW: Parameters<Running["standIn"]["faults"]["add"]>[0] = {
  ...{ match: "Organisation", skip: 0, kind: "slow", milliseconds: 150, times: 1, status: 503, body: "", problem: "minute", retryAfter: 1 },
};

test("the day's limit waits for the day, the application's for the minute", () => {
  const limits = makeLimits(true, { concurrent: 5, minute: 100, day: 2, appMinute: 3 });
  const call = (tenant: string, now: number) => limits.judge(tenant, 1, now).headers["x-rate-limit-problem"];
  expect([call("a", 1), call("a", 2), call("a", 3)]).toEqual([undefined, undefined, "day"]);
  expect(Number(limits.judge("a", 1, 4).headers["retry-after"])).toBeGreaterThan(86_000);
  expect([call("b", 5), call("b", 6), call("c", 1 + MINUTE)]).toEqual([undefined, "appminute", undefined]);
});

test("without limits every answer still says that there is plenty left", async () => {
  const limits = makeLimits(false);
  expect(limits.judge("a", 99, 1)).toEqual({
    refused: false,
    headers: { "x-daylimit-remaining": "5000", "x-minlimit-remaining": "60", "x-appminlimit-remaining": "10000" },
  });
});
