// Notices as Xero signs them, and the syncs that nobody asks for.
import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Jobs, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { hearOfChanges } from "#lib/sync/hear-of-changes.ts";
import { askForDueSyncs } from "#lib/sync/keep-synced.ts";

const key = "a key that only Xero and we know";
const never = 0;
const now = new Date();
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const [kiwi, weka] = [sampleRows(), sampleRows()];

let database: TestDatabase;
beforeAll(async () => {
  vi.stubEnv("XERO_WEBHOOK_KEY", key);
  stubSettings();
  database = await freshDatabase();
  for (const one of [kiwi, weka]) await fill(one);
});
beforeEach(async () => {
  await systemTransaction(async (tx) => {
    await tx.delete(Jobs);
    await tx.update(XeroTenants).set({ connectionStatus: "connected", tenantType: "Organization", lastSyncedAt: hoursAgo(1), changedInXeroAt: null });
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
});

test("what Xero signed has the organisations that it names synced, and no others", async () => {
  expect(await hear(await noticeOf(kiwi.tenantId))).toBe(true);
  expect(await askForDueSyncs(now, never)).toEqual([kiwi.tenantId]);
  expect(await syncs()).toEqual([{ tenantId: kiwi.tenantId, userId: null, parameters: { mode: "incremental" } }]);
  // It was heard; nothing is left to ask for.
  await endSyncs();
  expect(await askForDueSyncs(now, never)).toEqual([]);
});

test("an organisation that is written in capitals, named twice or known to nobody is one, once, or none", async () => {
  const [id = ""] = await xeroIdsOf(weka.tenantId);
  const body = JSON.stringify({ events: [{ tenantId: id.toUpperCase() }, { tenantId: id }, { tenantId: "1c6e8b6e-0000-4000-8000-000000000000" }] });
  expect(await hear(body)).toBe(true);
  expect(await askForDueSyncs(now, never)).toEqual([weka.tenantId]);
});

test("what was signed with another key, over another body, or not at all changes nothing", async () => {
  const body = await noticeOf(kiwi.tenantId);
  expect(await hearOfChanges(Buffer.from(body), signed(body, "another key"))).toBe(false);
  expect(await hearOfChanges(Buffer.from(`${body} `), signed(body))).toBe(false);
  expect(await hearOfChanges(Buffer.from(body), null)).toBe(false);
  expect(await hearOfChanges(Buffer.from(body), "")).toBe(false);
  expect(await askForDueSyncs(now, never)).toEqual([]);
});

test("the empty notice that Xero tries a receiver with, and one that cannot be read, are taken and ask for nothing", async () => {
  for (const body of ['{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"S0"}', "not even JSON"]) expect(await hear(body)).toBe(true);
  expect(await askForDueSyncs(now, never)).toEqual([]);
});

test("a sync under way may have passed what changed: another one follows it", async () => {
  await systemTransaction((tx) => tx.insert(Jobs).values(job(hoursAgo(0), { status: "running" })));
  await hear(await noticeOf(kiwi.tenantId));
  expect(await askForDueSyncs(now, never)).toEqual([]);
  await endSyncs();
  expect(await askForDueSyncs(now, never)).toEqual([kiwi.tenantId]);
});

test("of changes without end two syncs are asked for in a quarter of an hour; those that somebody asked for do not count", async () => {
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  await systemTransaction((tx) => tx.insert(Jobs).values([job(minutesAgo(14)), job(minutesAgo(2)), job(minutesAgo(1), { userId: kiwi.rows.get("Users")?.id ?? "" })]));
  await hear(await noticeOf(kiwi.tenantId));
  expect(await askForDueSyncs(now, never)).toEqual([]);
  expect(await askForDueSyncs(new Date(now.getTime() + 61_000), never)).toEqual([kiwi.tenantId]);
});

test("whoever was not synced for the hours that are set is synced, and tried again after as many where that fails", async () => {
  await setOf(weka.tenantId, { lastSyncedAt: hoursAgo(7) });
  expect(await askForDueSyncs(now, 8)).toEqual([]);
  expect(await askForDueSyncs(now, never)).toEqual([]);
  expect(await askForDueSyncs(now, 6)).toEqual([weka.tenantId]);
  await endSyncs("failed");
  expect(await askForDueSyncs(new Date(now.getTime() + 5 * 3_600_000), 6)).not.toContain(weka.tenantId);
  expect(await askForDueSyncs(new Date(now.getTime() + 7 * 3_600_000), 6)).toContain(weka.tenantId);
});

test("an organisation without a connection, and one whose first sync has not come through, is left alone", async () => {
  await setOf(kiwi.tenantId, { connectionStatus: "reauthRequired", lastSyncedAt: hoursAgo(50) });
  await setOf(weka.tenantId, { lastSyncedAt: null });
  for (const { tenantId } of [kiwi, weka]) await hear(await noticeOf(tenantId));
  expect(await askForDueSyncs(now, 6)).toEqual([]);
});

function hear(body: string): Promise<boolean> {
  return hearOfChanges(Buffer.from(body), signed(body));
}

function signed(body: string, by = key): string {
  return createHmac("sha256", by).update(body).digest("base64");
}

async function noticeOf(tenantId: string): Promise<string> {
  const [xeroId] = await xeroIdsOf(tenantId);
  return JSON.stringify({ events: [{ resourceId: "x", eventCategory: "INVOICE", eventType: "UPDATE", tenantId: xeroId }], firstEventSequence: 1, lastEventSequence: 1, entropy: "e" });
}

async function xeroIdsOf(tenantId: string): Promise<string[]> {
  const rows = await systemRead((q) => q.select({ xeroId: XeroTenants.tenantId }).from(XeroTenants).where(eq(XeroTenants.id, tenantId)));
  return rows.map(({ xeroId }) => xeroId);
}

function job(createdAt: Date, more: Partial<typeof Jobs.$inferInsert> = {}): typeof Jobs.$inferInsert {
  return { tenantId: kiwi.tenantId, type: "sync", status: "succeeded", parameters: { mode: "incremental" }, correlationId: crypto.randomUUID(), createdAt, ...more };
}

function syncs() {
  return systemRead((q) => q.select({ tenantId: Jobs.tenantId, userId: Jobs.userId, parameters: Jobs.parameters }).from(Jobs));
}

async function endSyncs(status: "succeeded" | "failed" = "succeeded"): Promise<void> {
  await systemTransaction((tx) => tx.update(Jobs).set({ status }));
}

async function setOf(tenantId: string, change: Partial<typeof XeroTenants.$inferInsert>): Promise<void> {
  await systemTransaction((tx) => tx.update(XeroTenants).set(change).where(eq(XeroTenants.id, tenantId)));
}
