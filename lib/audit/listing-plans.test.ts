// A page of the audit is a walk along one index, of an organisation's rows as of the installation's: nothing is sorted first.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { systemRead } from "#db/system.ts";
import { openPlanner, type Planner } from "#db/testing/query-plan.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { type AuditPlace, listAuditRows, listInstallationRows, type Wanted } from "#lib/audit/queries.ts";
import { addAuditRows, makeOrganisation } from "#lib/audit/testing/queries.ts";
import { stubSettings } from "#lib/people/testing.ts";

let database: TestDatabase;
let planner: Planner;
let kauri: string;
const somewhere: AuditPlace = { createdAt: new Date("2026-07-01T00:00:00Z"), id: uuidv7() };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  kauri = await makeOrganisation("Kauri");
  for (const whose of [kauri, await makeOrganisation("Rimu"), null]) await addAuditRows(whose, 2_000);
  planner = await openPlanner(database, kauri);
});
afterAll(async () => {
  await planner.close();
  await database.close();
});

const filters: [string, Wanted][] = [
  ["everything", {}],
  ["some days", { from: new Date("2026-03-01T00:00:00Z"), to: new Date("2026-09-01T00:00:00Z") }],
  ["one outcome", { status: "success" }],
];

test.each(filters)("of an organisation %s is read along its own index, from where the page begins", async (_what, wanted) => {
  for (const after of [null, somewhere]) {
    const plan = await planner.planOf(await read({ tenantId: kauri }, async (q) => listAuditRows(q, wanted, after, 51).toSQL()));
    expect(plan).toMatch(/SEARCH main\.AuditLogs USING INDEX AuditLogs_tenantId_createdAt_index |Index Scan Backward using "AuditLogs_tenantId_createdAt_index"/);
    expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
  }
});

test.each(filters)("of the installation %s is read along its own index, past no organisation's rows", async (_what, wanted) => {
  const system = await openPlanner(database, null);
  for (const after of [null, somewhere]) {
    const plan = await system.planOf(await systemRead(async (q) => listInstallationRows(q, wanted, after, 51).toSQL()));
    expect(plan).toMatch(/SEARCH main\.AuditLogs USING INDEX AuditLogs_organisationId_createdAt_index |Index Scan Backward using "AuditLogs_organisationId_createdAt_index"/);
    expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
  }
  await system.close();
});
