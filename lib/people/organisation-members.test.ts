import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AuditLogs, Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { createKey } from "#lib/api-keys/own-keys.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { addMembership } from "#lib/people/membership-queries.ts";
import { addMember, listOrganisationMembers, removeMember } from "#lib/people/organisation-members.ts";
import { updateUser } from "#lib/people/queries.ts";
import { callerFor, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase;
let ada: Caller;
let mere: string;
let kauri: string;
let totara: string;

const notTheirs = { reason: "notFound", message: "There is no such organisation, or it is not yours." };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
beforeEach(async () => {
  await systemTransaction(async (tx) => {
    for (const table of [Users, XeroTenants]) await tx.delete(table);
  });
  kauri = await organisation("Kauri", await makePerson("ada@example.com", "Admin"));
  totara = await organisation("Totara", await makePerson("other@example.com", "Admin"));
  mere = await makePerson("mere@example.com", "Accountant");
  ada = await callerFor("ada@example.com");
});
afterAll(() => database.close());

test("an Admin sees who may see an organisation of theirs, with the role each has there, and of another's nothing", async () => {
  await systemTransaction(async (tx) => {
    await tx.insert(UserTenants).values({ userId: mere, tenantId: kauri, role: "ReadOnly" });
  });
  expect((await listOrganisationMembers.run(ada, { tenantId: kauri })).data).toMatchObject([
    { email: "ada@example.com", role: "Admin" },
    { email: "mere@example.com", role: "ReadOnly" },
  ]);
  expect(await refusalOf(listOrganisationMembers.call(ada, { tenantId: totara }))).toMatchObject(notTheirs);
});

test("somebody added sees the books from their next request, and lands on them where they saw none before", async () => {
  const session = await callerFor("mere@example.com");
  expect(session.scopes).toEqual([]);
  expect((await addMember.run(ada, { tenantId: kauri, userId: mere })).data.map(({ email }) => email)).toEqual(["ada@example.com", "mere@example.com"]);
  expect((await callerOfSession(session.id))?.scopes.map(({ tenantId }) => tenantId)).toEqual([kauri]);
  expect(await memberships(mere)).toEqual([{ tenantId: kauri, role: null, isActive: true }]);
});

test("a membership taken away is gone at once: for sessions, as where one lands, and for the next request of a key", async () => {
  await addMember.run(ada, { tenantId: kauri, userId: mere });
  const session = await callerFor("mere@example.com");
  const wish = { name: "Reader", permissions: ["tenants:read"], lastDay: null };
  const everywhere = await createKey(session, { ...wish, tenantIds: null }, new Date());
  const there = await createKey(session, { ...wish, name: "Reader there", tenantIds: [kauri] }, new Date());
  const reached = async ({ key }: { key: string }) => (await callerOfKey(key))?.scopes.map(({ tenantId }) => tenantId);
  expect([await reached(everywhere), await reached(there)]).toEqual([[kauri], [kauri]]);
  await removeMember.run(ada, { tenantId: kauri, userId: mere });
  expect([await reached(everywhere), await reached(there)]).toEqual([[], []]);
  expect((await callerOfSession(session.id))?.scopes).toEqual([]);
  expect(await memberships(mere)).toEqual([]);
});

test("nobody is let in or out of an organisation that is not the Admin's own", async () => {
  const other = await userIdOf("other@example.com");
  expect(await refusalOf(addMember.call(ada, { tenantId: totara, userId: ada.userId }))).toMatchObject(notTheirs);
  expect(await refusalOf(removeMember.call(ada, { tenantId: totara, userId: other }))).toMatchObject(notTheirs);
  expect(await memberships(other)).toHaveLength(1);
});

test.each(["Accountant", "Standard", "Executive", "ReadOnly"] as const)("%s, though a member and Admin in this organisation, changes no membership", async (role) => {
  await systemTransaction(async (tx) => {
    await updateUser(tx, mere, { role });
    await tx.insert(UserTenants).values({ userId: mere, tenantId: kauri, role: "Admin" });
  });
  const caller = await callerFor("mere@example.com");
  const forbidden = { reason: "forbidden", message: "This needs the permission members:manage." };
  expect(await refusalOf(listOrganisationMembers.call(caller, { tenantId: kauri }))).toMatchObject(forbidden);
  expect(await refusalOf(addMember.call(caller, { tenantId: kauri, userId: mere }))).toMatchObject(forbidden);
  expect(await refusalOf(removeMember.call(caller, { tenantId: kauri, userId: ada.userId }))).toMatchObject(forbidden);
});

test("an organisation keeps one active Admin among its members", async () => {
  const last = { reason: "conflict", message: "This is the last Admin who sees this organisation. Let another Admin in first." };
  const second = await makePerson("second@example.com", "Admin");
  await addMember.run(ada, { tenantId: kauri, userId: mere });
  await addMember.run(ada, { tenantId: kauri, userId: second });
  await systemTransaction((tx) => updateUser(tx, second, { status: "deactivated" }));
  expect(await refusalOf(removeMember.run(ada, { tenantId: kauri, userId: ada.userId }))).toMatchObject(last);
  await systemTransaction((tx) => updateUser(tx, second, { status: "active" }));
  await removeMember.run(ada, { tenantId: kauri, userId: ada.userId });
  expect((await callerFor("ada@example.com")).scopes).toEqual([]);
});

test("two Admins who take each other out at the same moment leave one", async () => {
  const second = await makePerson("second@example.com", "Admin");
  await addMember.run(ada, { tenantId: kauri, userId: second });
  const other = await callerFor("second@example.com");
  const answers = await Promise.allSettled([removeMember.run(ada, { tenantId: kauri, userId: second }), removeMember.run(other, { tenantId: kauri, userId: ada.userId })]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect([...(await memberships(ada.userId)), ...(await memberships(second))]).toHaveLength(1);
});

test("who is there already, is deactivated or is nobody is refused with a sentence", async () => {
  const nobody = "00000000-0000-4000-8000-000000000000";
  const gone = await makePerson("gone@example.com");
  await systemTransaction((tx) => updateUser(tx, gone, { status: "deactivated" }));
  expect(await refusalOf(addMember.run(ada, { tenantId: kauri, userId: ada.userId }))).toMatchObject({ reason: "conflict", message: "They are a member already." });
  expect(await refusalOf(addMember.run(ada, { tenantId: kauri, userId: gone }))).toMatchObject({ reason: "conflict" });
  expect(await refusalOf(addMember.run(ada, { tenantId: kauri, userId: nobody }))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(removeMember.run(ada, { tenantId: kauri, userId: mere }))).toMatchObject({ reason: "notFound", message: "They are no member." });
  expect(await refusalOf(addMember.call(ada, { tenantId: "' or 1=1", userId: 7 }))).toMatchObject({ faults: [{ pointer: "/tenantId" }, { pointer: "/userId" }] });
});

test("each is on record in the chain of the organisation", async () => {
  await addMember.run(ada, { tenantId: kauri, userId: mere });
  await removeMember.run(ada, { tenantId: kauri, userId: mere });
  const rows = await systemRead((q) => q.select().from(AuditLogs).orderBy(AuditLogs.sequence));
  expect(rows.filter(({ organisationId }) => organisationId === kauri).map(({ action, actorId, resourceId }) => ({ action, actorId, resourceId }))).toEqual([
    { action: "member.added", actorId: ada.userId, resourceId: mere },
    { action: "member.removed", actorId: ada.userId, resourceId: mere },
  ]);
});

async function organisation(name: string, member: string): Promise<string> {
  return systemTransaction(async (tx) => {
    const [made] = await tx.insert(XeroTenants).values({ tenantId: name, tenantName: name, tenantType: "Organization" }).returning({ id: XeroTenants.id });
    await addMembership(tx, member, made?.id ?? "");
    return made?.id ?? "";
  });
}

async function memberships(userId: string) {
  const rows = await systemRead((q) => q.select().from(UserTenants));
  return rows.filter((row) => row.userId === userId).map(({ tenantId, role, isActive }) => ({ tenantId, role, isActive }));
}

async function userIdOf(email: string): Promise<string> {
  return (await systemRead((q) => q.select().from(Users))).find((user) => user.email === email)?.id ?? "";
}
