// Each event is held to the transaction that it belongs to: it is there with what happened, and not without.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { XeroConnections, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { fill, sampleRows } from "#db/testing/sample-rows.ts";
import { fail } from "#lib/failure.ts";
import { claimJob, requestCancel } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { type Perform, work } from "#lib/jobs/work.ts";
import { giveUpConnection } from "#lib/organisations/give-up-connection.ts";
import { stubSettings } from "#lib/people/testing.ts";
import { createReport } from "#lib/reports/create-report.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks } from "#lib/reports/testing/queries.ts";
import { eventsOf, forgetAllEvents } from "#lib/webhooks/testing/queries.ts";

let database: TestDatabase;
const sample = sampleRows();
const { tenantId } = sample;
const result = { calls: 3, bytes: 2, objects: {}, tieOut: null, warnings: [] };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  await fill(sample);
});
beforeEach(forgetAllEvents);
afterAll(() => database.close());

test("a sync that succeeded is told with its result", async () => {
  const jobId = await synced(async () => result);
  expect(await told()).toMatchObject([{ type: "sync.succeeded", data: { jobId, mode: "incremental", result }, links: { api: `http://localhost:3000/api/v1/jobs/${jobId}`, page: `http://localhost:3000/o/${tenantId}` } }]);
});

test("a sync that failed for good is told with its sentence; one that is tried again or was cancelled is not", async () => {
  const jobId = await synced(async () => fail("notPermitted", "Xero does not permit it."));
  expect(await told()).toMatchObject([{ type: "sync.failed", data: { jobId, error: { code: "notPermitted", message: "Xero does not permit it." } } }]);
  await forgetAllEvents();
  const waiting = await synced(async () => fail("unavailable", "Xero is away."));
  await systemTransaction((tx) => requestCancel(tx, tenantId, waiting, new Date()));
  expect(await told()).toEqual([]);
});

test("a sync whose worker lost it is not told by that worker", async () => {
  await synced(async (job) => {
    await systemTransaction((tx) => claimJob(tx, "other", new Date(Date.now() + 60_000), new Date(Date.now() + 120_000)));
    expect(job.status).toBe("running");
    return result;
  });
  expect(await told()).toEqual([]);
});

test("a report that is made is told, and one that was there already is not", async () => {
  const books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [account("01990000-0000-7000-8000-0000000000a1", "Sales", "REVENUE")]);
  const make = () => createReport.run(books.scope, { tenantId: books.scope.tenantId, type: "PROFIT_LOSS", parameters: { from: "2026-10-01", to: "2026-10-31", columns: "total" } });
  const report = await make();
  expect((await make()).id).toBe(report.id);
  const { id, type, name, periodStart, periodEnd, currency, contentHash } = report;
  const events = (await eventsOf(books.scope.tenantId)).map(({ body }) => JSON.parse(body));
  expect(events).toMatchObject([{ type: "report.ready", tenant: { name: "Hāpuku Services" }, data: { id, type, name, periodStart, periodEnd, currency, contentHash } }]);
});

test("that Xero must be connected again is told once, when the last sign-in is lost", async () => {
  const connection = sample.rows.get("XeroConnections");
  const turnedAway = { tokenId: String(connection?.tokenId), version: Number(sample.rows.get("XeroTokens")?.version) };
  await systemTransaction(async (tx) => {
    await tx.update(XeroConnections).set({ status: "connected" }).where(eq(XeroConnections.tenantId, tenantId));
    await tx.update(XeroTenants).set({ connectionStatus: "connected" }).where(eq(XeroTenants.id, tenantId));
  });
  for (let time = 0; time < 2; time += 1) await giveUpConnection(tenantId, turnedAway, "reauthRequired");
  expect(await told()).toMatchObject([{ type: "tenant.reauthRequired", data: { connectionStatus: "reauthRequired" } }]);
});

async function told() {
  return (await eventsOf(tenantId)).map(({ body }) => JSON.parse(body));
}

function queued(): Promise<string> {
  return systemTransaction((tx) => queueSync(tx, { tenantId, userId: null, mode: "incremental" }));
}

/** Runs a worker until it has done this once. */
async function synced(perform: Perform): Promise<string> {
  const id = await queued();
  const stop = new AbortController();
  await work({
    mode: "embedded",
    signal: stop.signal,
    slots: 1,
    senders: 0,
    perform: async (job, signal) => {
      setTimeout(() => stop.abort("done"), 300);
      return perform(job, signal);
    },
  });
  return id;
}
