import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Users, XeroTenants } from "#db/schema/index.ts";
import { systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { daybook } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { createKey, ownKeys, revokeKey } from "#lib/api-keys/own-keys.ts";
import { createInvitation } from "#lib/invitations/manage-invitations.ts";
import { firstStepsFor, hideFirstSteps } from "#lib/organisations/first-steps.ts";
import { callerFor, makePerson, stubSettings } from "#lib/people/testing.ts";
import { addMembership } from "#lib/people/membership-queries.ts";
import { type Caller, scopeOf } from "#lib/scope.ts";

let database: TestDatabase;
let ada: Caller;
let kauri: string;
let rimu: string;

const nothing = { isConnected: false, isSynced: false, ties: false };
const everything = { isConnected: true, isSynced: true, ties: true };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
beforeEach(async () => {
  await systemTransaction(async (tx) => {
    for (const table of [Users, XeroTenants]) await tx.delete(table);
  });
  const id = await makePerson("ada@example.com", "Admin");
  [kauri, rimu] = [await organisation("Kauri"), await organisation("Rimu")];
  await systemTransaction(async (tx) => {
    for (const tenantId of [kauri, rimu]) await addMembership(tx, id, tenantId);
  });
  ada = await callerFor("ada@example.com");
});
afterAll(() => database.close());

test("an Admin of empty books has six steps before them, none of them done", async () => {
  const steps = await stepsOf(ada, kauri, nothing);
  expect(steps).toEqual({ connect: false, sync: false, tieOut: false, tags: false, invite: false, key: false });
});

test.each([
  { role: "Accountant", names: ["connect", "sync", "tieOut", "tags", "key"] },
  { role: "Standard", names: ["tieOut", "key"] },
  { role: "Executive", names: ["tieOut"] },
  { role: "ReadOnly", names: ["tieOut"] },
] as const)("$role is shown only what they may do", async ({ role, names }) => {
  const id = await makePerson("mere@example.com", role);
  await systemTransaction((tx) => addMembership(tx, id, kauri));
  expect(Object.keys(await stepsOf(await callerFor("mere@example.com"), kauri, nothing))).toEqual(names);
});

test("somebody invited counts where they are invited to, and there only", async () => {
  await createInvitation.run(ada, { role: "Standard", tenantIds: [kauri] });
  expect(await stepsOf(ada, kauri)).toMatchObject({ invite: true });
  expect(await stepsOf(ada, rimu)).toMatchObject({ invite: false });
});

test("a second member counts, however they came in", async () => {
  const id = await makePerson("mere@example.com");
  await systemTransaction((tx) => addMembership(tx, id, rimu));
  expect([await stepsOf(ada, kauri), await stepsOf(ada, rimu)]).toMatchObject([{ invite: false }, { invite: true }]);
});

test("a key counts where it reaches, as long as it opens, and another's does not", async () => {
  const wish = { name: "n8n", permissions: ["tenants:read"], lastDay: null };
  await createKey(ada, { ...wish, tenantIds: [kauri] }, new Date());
  expect([await stepsOf(ada, kauri), await stepsOf(ada, rimu)]).toMatchObject([{ key: true }, { key: false }]);
  await createKey(ada, { ...wish, name: "everywhere", tenantIds: null }, new Date());
  expect(await stepsOf(ada, rimu)).toMatchObject({ key: true });
  for (const { id } of (await ownKeys(ada, new Date())).keys) await revokeKey(ada, id, new Date());
  expect(await stepsOf(ada, kauri)).toMatchObject({ key: false });
  const other = await makePerson("mere@example.com", "Admin");
  await systemTransaction((tx) => addMembership(tx, other, kauri));
  await createKey(await callerFor("mere@example.com"), { ...wish, tenantIds: null }, new Date());
  expect(await stepsOf(ada, kauri)).toMatchObject({ key: false });
});

test("an account that somebody tagged counts, in its organisation alone", async () => {
  await tagged(kauri);
  expect([await stepsOf(ada, kauri), await stepsOf(ada, rimu)]).toMatchObject([{ tags: true }, { tags: false }]);
});

test("when all is done there is nothing to show, and one thing undone brings them back", async () => {
  await tagged(kauri);
  await createInvitation.run(ada, { role: "Standard", tenantIds: [kauri] });
  await createKey(ada, { name: "n8n", permissions: ["tenants:read"], tenantIds: null, lastDay: null }, new Date());
  expect(await stepsOf(ada, kauri)).toEqual({});
  expect(await stepsOf(ada, kauri, { ...everything, isConnected: false })).toMatchObject({ connect: false, sync: true });
});

test("hidden by one person in one organisation they stay hidden there, and nowhere else", async () => {
  const id = await makePerson("mere@example.com", "Admin");
  await systemTransaction((tx) => addMembership(tx, id, kauri));
  await hideFirstSteps(scopeOf(ada.scopes, kauri));
  expect(await stepsOf(ada, kauri, nothing)).toEqual({});
  expect(Object.keys(await stepsOf(ada, rimu, nothing))).toHaveLength(6);
  expect(Object.keys(await stepsOf(await callerFor("mere@example.com"), kauri, nothing))).toHaveLength(6);
});

async function stepsOf(caller: Caller, tenantId: string, known = everything): Promise<Record<string, boolean>> {
  const steps = await firstStepsFor(caller, scopeOf(caller.scopes, tenantId), known);
  return Object.fromEntries(steps.map(({ name, isDone }) => [name, isDone]));
}

async function tagged(organisationId: string): Promise<void> {
  await systemTransaction((tx) => record(tx, "account.tagged", { actor: { ...daybook, type: "user", userId: ada.userId }, organisationId }));
}

async function organisation(name: string): Promise<string> {
  return systemTransaction(async (tx) => {
    const [made] = await tx.insert(XeroTenants).values({ tenantId: name, tenantName: name, tenantType: "Organization" }).returning({ id: XeroTenants.id });
    return made?.id ?? "";
  });
}
