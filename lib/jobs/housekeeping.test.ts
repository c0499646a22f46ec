import { getTableName } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Events, IdempotencyKeys, Invitations, Jobs, OAuthFlows, RateLimits, SignInLinks, WebhookDeliveries, Webhooks, Workers, XeroApiLogs } from "#db/schema/index.ts";
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
  expect(await counts()).toEqual({ XeroApiLogs: 1, Workers: 1, OAuthFlows: 1, SignInLinks: 1, Invitations: 1, RateLimits: 0, IdempotencyKeys: 0 });
});

test("calls, silent workers, and links, invitations and consents long expired are forgotten", async () => {
  await tidy(longAfter);
  expect(await counts()).toEqual({ XeroApiLogs: 0, Workers: 0, OAuthFlows: 0, SignInLinks: 0, Invitations: 0, RateLimits: 0, IdempotencyKeys: 0 });
});

test("events are forgotten after thirty days with what was sent of them, and a removed webhook with the last of those", async () => {
  await fillAgain();
  const left = () => systemRead(async (q) => [await q.select().from(Events), await q.select().from(WebhookDeliveries), await q.select().from(Webhooks)].map((rows) => rows.length));
  await tidy(new Date("2026-04-29T10:00:00Z"));
  expect(await left()).toEqual([1, 1, 1]);
  await tidy(new Date("2026-05-01T10:00:00Z"));
  expect(await left()).toEqual([0, 0, 1]);
  await systemTransaction((tx) => tx.update(Webhooks).set({ removedAt: new Date("2026-03-31T10:00:00Z") }).then(() => undefined));
  await tidy(new Date("2026-05-01T10:00:00Z"));
  expect(await left()).toEqual([0, 0, 0]);
});

test("what came of old attempts to send is forgotten after a week, and one that waits is not", async () => {
  await systemTransaction((tx) => tx.delete(Jobs).then(() => undefined));
  const values = { tenantId: sample.tenantId, type: "webhook", parameters: {}, correlationId: uuidv7() } as const;
  const finishedAt = new Date("2026-03-20T00:00:00Z");
  await systemTransaction((tx) => tx.insert(Jobs).values([{ ...values, status: "succeeded", finishedAt }, { ...values, status: "queued" }]).then(() => undefined));
  await tidy(new Date("2026-03-31T10:00:00Z"));
  expect((await systemRead((q) => q.select().from(Jobs))).map(({ status }) => status)).toEqual(["queued"]);
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

/** A webhook that stands, with one event and its delivery, of the sample's own day. */
async function fillAgain(): Promise<void> {
  const at = { tenantId: sample.tenantId, createdAt: new Date("2026-03-31T10:00:00Z") };
  const [webhookId, eventId] = [uuidv7(), uuidv7()];
  await systemTransaction(async (tx) => {
    for (const table of [WebhookDeliveries, Events, Webhooks]) await tx.delete(table);
    await tx.insert(Webhooks).values({ ...at, id: webhookId, userId: sample.rows.get("Users")?.id ?? "", event: "*", url: "https://receiver.example.com/", secret: "" });
    await tx.insert(Events).values({ ...at, id: eventId, type: "webhook.test", body: "{}" });
    await tx.insert(WebhookDeliveries).values({ ...at, eventId, webhookId });
  });
}

async function counts(): Promise<Record<string, number>> {
  const tables = [XeroApiLogs, Workers, OAuthFlows, SignInLinks, Invitations, RateLimits, IdempotencyKeys];
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
