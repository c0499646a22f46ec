import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Jobs, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { beat } from "#lib/jobs/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";

const now = new Date("2026-03-31T10:00:00Z");
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("the figures say how many and how old, and name nobody", async () => {
  await systemTransaction(async (tx) => {
    await beat(tx, "here:1", "separate", new Date("2026-03-31T09:59:50Z"));
    for (const [name, hour, ties] of [["Kauri", "09", true], ["Rata", "01", false]] as const) await addOrganisation(tx, name, `2026-03-31T${hour}:30:00Z`, ties);
    await tx.insert(XeroTenants).values({ tenantId: uuidv7(), tenantName: "Never synced", tenantType: "Organization" });
  });
  const { metrics } = await withSettings({});
  const said = await metrics(now);
  for (const line of [
    'daybook_jobs{type="sync",status="succeeded"} 2',
    "daybook_worker_silent_seconds 10",
    "daybook_organisations 3",
    'daybook_organisations_synced{within_hours="1"} 1',
    'daybook_organisations_synced{within_hours="24"} 2',
    "daybook_organisations_tied 1",
  ]) {
    expect(said.split("\n")).toContain(line);
  }
  expect(said).toContain("daybook_process_resident_memory_bytes ");
  expect(said).not.toMatch(/Kauri|Rata/);
});

test("without a token they are there on this machine alone, and with one for whoever has it", async () => {
  const local = await withSettings({});
  expect(local.mayReadMetrics(null)).toBe(true);
  const open = await withSettings({ APP_URL: "https://books.example" });
  expect([null, "Bearer ", "Bearer x"].map(open.mayReadMetrics)).toEqual([false, false, false]);
  const token = "correct horse battery";
  const closed = await withSettings({ METRICS_TOKEN: token });
  expect([null, token, "Bearer wrong horse battery", `Bearer ${token}`].map(closed.mayReadMetrics)).toEqual([false, false, false, true]);
});

/** The settings are read once a process; another process has others. */
async function withSettings(settings: Record<string, string>) {
  vi.resetModules();
  stubSettings({ METRICS_TOKEN: "", ...settings });
  return import("#lib/metrics.ts");
}

async function addOrganisation(tx: Parameters<Parameters<typeof systemTransaction>[0]>[0], tenantName: string, finishedAt: string, ties: boolean): Promise<void> {
  const id = uuidv7();
  const result = { calls: 1, bytes: 1, objects: {}, tieOut: { asAt: "2026-03-31", accounts: 60, differing: 2, amount: "0.00", ties }, warnings: [] };
  await tx.insert(XeroTenants).values({ id, tenantId: uuidv7(), tenantName, tenantType: "Organization" });
  await tx.insert(Jobs).values({ tenantId: id, type: "sync", status: "succeeded", parameters: {}, correlationId: uuidv7(), finishedAt: new Date(finishedAt), result });
}
