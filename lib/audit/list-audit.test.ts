import { afterAll, beforeAll, expect, test } from "vitest";
import { transaction } from "#db/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Action } from "#lib/audit/actions.ts";
import { actorsOf } from "#lib/audit/actors.ts";
import { daybook, visitor } from "#lib/audit/actor.ts";
import { auditCsv } from "#lib/audit/audit-csv.ts";
import { listAudit, listInstallationAudit } from "#lib/audit/list-audit.ts";
import { record } from "#lib/audit/record.ts";
import { makeOrganisation } from "#lib/audit/testing/queries.ts";
import { changeRole } from "#lib/people/members.ts";
import { callerFor, home, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import type { Caller, Scope } from "#lib/scope.ts";

let database: TestDatabase;
let [ann, ada, kauri, rimu] = ["", "", "", ""];

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  ada = await makePerson("ada@example.com", "Admin");
  ann = await makePerson("ann@example.com", "Accountant");
  const stan = await makePerson("stan@example.com", "Standard");
  kauri = await makeOrganisation("Kauri", [ann, stan]);
  rimu = await makeOrganisation("Rimu", [stan]);
  await happened(kauri, "report.created", ann, { details: { name: "=cmd|' /C calc'!A0" } });
  await happened(kauri, "sync.failed", null, { status: "error" });
  await happened(kauri, "access.denied", stan, { status: "denied" });
  await happened(kauri, "report.created", ann, {});
  await happened(rimu, "report.created", stan, {});
});
afterAll(() => database.close());

test("an accountant reads who did what in their organisation, latest first, and nothing of another one", async () => {
  const caller = await callerFor("ann@example.com");
  const { data, hasMore } = await listAudit.run(caller.scopes, {});
  expect(data.map(({ action, actorName, sequence }) => [sequence, action, actorName])).toEqual([
    [4, "report.created", "ann@example.com"],
    [3, "access.denied", "stan@example.com"],
    [2, "sync.failed", null],
    [1, "report.created", "ann@example.com"],
  ]);
  expect([hasMore, new Set(data.map(({ tenantId }) => tenantId))]).toEqual([false, new Set([kauri])]);
  expect(await refusalOf(listAudit.call(caller, { tenantId: [rimu] }))).toMatchObject({ reason: "notFound" });
});

test("who is Standard is refused, and the refusal says in which organisation", async () => {
  const caller = await callerFor("stan@example.com");
  expect(await refusalOf(listAudit.call(caller, { tenantId: [kauri] }))).toMatchObject({ reason: "forbidden", message: "This needs the permission audit:read." });
  expect(await refusalOf(listAudit.run(caller.scopes.filter(({ tenantId }) => tenantId === kauri), {}))).toMatchObject({ reason: "forbidden", tenantId: kauri });
  expect(await refusalOf(actorsOf(scopeIn(caller)))).toMatchObject({ reason: "forbidden" });
});

test("the installation's own chain is read by an Admin and by nobody else; being Admin opens no organisation's", async () => {
  const admin = await callerFor("ada@example.com");
  const { data } = await listInstallationAudit.run(admin, { action: ["auth.signedIn"], actorId: ada });
  expect(data.length).toBeGreaterThan(0);
  expect(data.every(({ tenantId, actorId }) => tenantId === null && actorId === ada)).toBe(true);
  expect((await listAudit.run(admin.scopes, {})).data).toEqual([]);
  for (const email of ["ann@example.com", "stan@example.com"]) expect(await refusalOf(listInstallationAudit.call(await callerFor(email), {}))).toMatchObject({ reason: "forbidden" });
});

test("whom something was done to is named, as who did it is", async () => {
  const admin = await callerFor("ada@example.com");
  await changeRole.call(admin, { userId: ann, role: "Accountant" });
  const [row] = (await listInstallationAudit.run(admin, { action: ["member.roleChanged"] })).data;
  expect(row).toMatchObject({ actorName: "ada@example.com", resourceType: "User", resourceId: ann, resourceName: "ann@example.com" });
});

test.each([
  [{ action: ["report.created"] }, [4, 1]],
  [{ action: ["report.created", "sync.failed"] }, [4, 2, 1]],
  [{ status: "denied" }, [3]],
  [{ status: "error", action: ["report.created"] }, []],
  [{ to: "2020-01-01T00:00:00Z" }, []],
  [{ from: "2020-01-01T00:00:00Z", to: "2999-01-01T00:00:00Z" }, [4, 3, 2, 1]],
] as const)("of %j there are rows %j", async (filter, sequences) => {
  const { scopes } = await callerFor("ann@example.com");
  expect((await listAudit.run(scopes, { ...filter, action: "action" in filter ? [...filter.action] : undefined })).data.map(({ sequence }) => sequence)).toEqual(sequences);
});

test("a moment belongs to what begins with it, not to what ends with it", async () => {
  const { scopes } = await callerFor("ann@example.com");
  const [latest] = (await listAudit.run(scopes, { limit: 1 })).data;
  const at = latest?.createdAt.toISOString() ?? "";
  expect((await listAudit.run(scopes, { from: at })).data.map(({ id }) => id)).toContain(latest?.id);
  expect((await listAudit.run(scopes, { to: at })).data.map(({ id }) => id)).not.toContain(latest?.id);
});

test("who did something is found by who they are", async () => {
  const { scopes } = await callerFor("ann@example.com");
  expect((await listAudit.run(scopes, { actorId: ann })).data.map(({ sequence }) => sequence)).toEqual([4, 1]);
  expect((await actorsOf(scopeIn({ scopes }))).map(({ name }) => name)).toEqual(["ann@example.com", "stan@example.com"]);
});

test("page after page comes everything once", async () => {
  const { scopes } = await callerFor("ann@example.com");
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAudit.run(scopes, { limit: 1, cursor });
    seen.push(...page.data.map(({ sequence }) => sequence));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([4, 3, 2, 1]);
  expect(await refusalOf(listAudit.run(scopes, { cursor: "made up" }))).toMatchObject({ reason: "invalid" });
});

test("of several organisations comes everything once as well, in the order in which it happened", async () => {
  const both = await makePerson("both@example.com", "Accountant");
  const [tawa, miro] = [await makeOrganisation("Tawa", [both]), await makeOrganisation("Miro", [both])];
  for (const tenantId of [tawa, miro, miro, tawa, miro]) await happened(tenantId, "report.created", both, {});
  const { scopes } = await callerFor("both@example.com");
  const seen: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAudit.run(scopes, { limit: 2, cursor });
    seen.push(...page.data.map(({ tenantId }) => tenantId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([miro, tawa, miro, miro, tawa]);
});

test("as a file it holds every page, and no cell that a spreadsheet would run", async () => {
  const { scopes } = await callerFor("ann@example.com");
  let file = "";
  for await (const lines of auditCsv((cursor) => listAudit.run(scopes, { cursor, limit: 1 }))) file += lines;
  const lines = file.split("\r\n");
  expect(lines[0]).toBe("\uFEFFcreatedAt,sequence,action,status,actorType,actorName,actorId,resourceType,resourceId,resourceName,details,ipAddress,userAgent,correlationId,prevHash,hash");
  expect(lines.slice(1, -1).map((line) => line.split(",")[1])).toEqual(["4", "3", "2", "1"]);
  expect(lines[4]).toContain(`"{""name"":""=cmd|' /C calc'!A0""}"`);
  expect(lines[4]).toContain(",'=A program,");
});

async function happened(tenantId: string, action: Action, userId: string | null, more: Omit<Parameters<typeof record>[2], "actor">): Promise<void> {
  const actor = userId === null ? daybook : visitor(userId, { ...home, userAgent: "=A program" });
  await transaction({ tenantId }, (tx) => record(tx, action, { actor, ...more }));
  await systemTransaction((tx) => record(tx, "auth.linkMade", { actor: daybook }));
}

function scopeIn({ scopes }: Pick<Caller, "scopes">): Scope {
  const [scope] = scopes;
  if (!scope) throw new Error("They belong to no organisation.");
  return scope;
}
