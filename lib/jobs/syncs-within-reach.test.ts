import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readMany } from "#db/index.ts";
import { Jobs, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { JobStatus } from "#db/vocabulary.ts";
import { lastCompleteSyncs, liveSyncs } from "#lib/jobs/queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("of each organisation within reach the last complete sync is found, and no other", async () => {
  const [kauri, rata, strange] = [await makeOrganisation("Kauri"), await makeOrganisation("Rata"), await makeOrganisation("Strange")];
  await makeSync(kauri, "succeeded", "2026-11-20T07:00:00Z");
  const last = await makeSync(kauri, "succeeded", "2026-11-21T07:00:00Z");
  await makeSync(kauri, "failed", "2026-11-21T08:00:00Z");
  await makeSync(rata, "cancelled", "2026-11-21T07:00:00Z");
  await makeSync(strange, "succeeded", "2026-11-21T07:00:00Z");

  const found = await readMany([{ tenantId: kauri }, { tenantId: rata }], lastCompleteSyncs);
  expect(found.map(({ id }) => id)).toEqual([last]);
});

test("of each organisation within reach what is synced right now is found, whether it waits or runs", async () => {
  const [kauri, rata, miro, strange] = [await makeOrganisation("Kauri 2"), await makeOrganisation("Rata 2"), await makeOrganisation("Miro 2"), await makeOrganisation("Strange 2")];
  const [waiting, running] = [await makeSync(kauri, "queued", null), await makeSync(rata, "running", null)];
  await makeSync(kauri, "failed", "2026-11-21T08:00:00Z");
  await makeSync(miro, "succeeded", "2026-11-21T08:00:00Z");
  await makeSync(strange, "running", null);

  const found = await readMany([{ tenantId: kauri }, { tenantId: rata }, { tenantId: miro }], liveSyncs);
  expect(found.map(({ id }) => id).toSorted()).toEqual([waiting, running].toSorted());
});

async function makeOrganisation(tenantName: string): Promise<string> {
  const id = uuidv7();
  await systemTransaction((tx) => tx.insert(XeroTenants).values({ id, tenantId: uuidv7(), tenantName, tenantType: "Organization" }));
  return id;
}

async function makeSync(tenantId: string, status: JobStatus, finishedAt: string | null): Promise<string> {
  const id = uuidv7();
  await systemTransaction((tx) => tx.insert(Jobs).values({ id, tenantId, type: "sync", status, parameters: {}, correlationId: uuidv7(), finishedAt: finishedAt === null ? null : new Date(finishedAt) }));
  return id;
}
