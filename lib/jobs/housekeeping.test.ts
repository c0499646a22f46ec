import { getTableName } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { IdempotencyKeys, Jobs, OAuthFlows, RateLimits, SignInLinks, Workers, XeroApiLogs } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import type { JobStatus } from "#db/vocabulary.ts";
import { tidy } from "#lib/jobs/housekeeping.ts";

let database: TestDatabase;
// Every table has one row of March 2026.
const sample = sampleRows();
const longAfter = new Date("2027-03-31T10:00:00Z");

beforeAll(async () => {
  database = await freshDatabase();
  await fill(sample);
});
afterAll(() => database.close());

test("what is recent stays", async () => {
  await tidy(new Date("2026-03-31T11:00:00Z"));
  expect(await counts()).toEqual({ XeroApiLogs: 1, Workers: 1, OAuthFlows: 1, SignInLinks: 1, RateLimits: 0, IdempotencyKeys: 0 });
});

test("calls, silent workers, and links and consents long expired are forgotten", async () => {
  await tidy(longAfter);
  expect(await counts()).toEqual({ XeroApiLogs: 0, Workers: 0, OAuthFlows: 0, SignInLinks: 0, RateLimits: 0, IdempotencyKeys: 0 });
});

test("old jobs are forgotten, but neither a live one nor the last complete sync", async () => {
  await systemTransaction((tx) => tx.delete(Jobs).then(() => undefined));
  const last = await job("succeeded", "2026-02-01");
  for (const status of ["succeeded", "failed"] as const) await job(status, "2026-01-01");
  await job("cancelled", "2026-03-01");
  const recent = await job("failed", "2027-03-01");
  const live = await job("running", null);
  await tidy(longAfter);
  const left = await systemRead((q) => q.select({ id: Jobs.id }).from(Jobs));
  expect(left.map(({ id }) => id).toSorted()).toEqual([last, recent, live].toSorted());
});

async function counts(): Promise<Record<string, number>> {
  const tables = [XeroApiLogs, Workers, OAuthFlows, SignInLinks, RateLimits, IdempotencyKeys];
  return systemRead(async (q) => {
    const counted: Record<string, number> = {};
    for (const table of tables) counted[getTableName(table)] = (await q.select().from(table)).length;
    return counted;
  });
}

async function job(status: JobStatus, finishedOn: string | null): Promise<string> {
  const id = uuidv7();
  const finishedAt = finishedOn === null ? null : new Date(`${finishedOn}T00:00:00Z`);
  await systemTransaction((tx) => tx.insert(Jobs).values({ id, tenantId: sample.tenantId, type: "sync", status, parameters: {}, correlationId: uuidv7(), finishedAt }).then(() => undefined));
  return id;
}
