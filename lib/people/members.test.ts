import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { systemRead, systemTransaction } from "#db/system.ts";
import { Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Role } from "#db/vocabulary.ts";
import { callerOfSession } from "#lib/people/caller.ts";
import { changeRole, deactivateMember, listMembers, reactivateMember } from "#lib/people/members.ts";
import { countActiveAdmins, updateUser } from "#lib/people/queries.ts";
import { callerFor, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import { permissionsOf } from "#lib/permissions.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase;
let owner: Caller;

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
});
beforeEach(async () => {
  await systemTransaction(async (tx) => {
    await tx.delete(Users);
    await tx.delete(XeroTenants);
  });
  await makePerson("owner@example.com", "Admin");
  owner = await callerFor("owner@example.com");
});
afterAll(() => database.close());

test("an Admin sees everybody, without a secret", async () => {
  await makePerson("mere@example.com", "Accountant");
  const members = await listMembers.call(owner, {});
  expect(members).toMatchObject({
    data: [
      { email: "mere@example.com", role: "Accountant", status: "active", lastLoginAt: null },
      { email: "owner@example.com", lastLoginAt: expect.stringMatching(/Z$/) },
    ],
  });
  expect(JSON.stringify([members, await listMembers.run(owner, {})])).not.toContain("argon2");
});

test.each(["Accountant", "Standard", "Executive", "ReadOnly"] as const)("%s neither sees nor changes members", async (role) => {
  const id = await makePerson("mere@example.com", role);
  const caller = await callerFor("mere@example.com");
  const forbidden = { reason: "forbidden", message: "This needs the permission members:manage." };
  expect(await refusalOf(listMembers.call(caller, {}))).toMatchObject(forbidden);
  expect(await refusalOf(changeRole.call(caller, { userId: id, role: "Admin" }))).toMatchObject(forbidden);
  expect(await refusalOf(deactivateMember.run(caller, { userId: owner.userId }))).toMatchObject(forbidden);
});

test("a new role holds from the next request of a session that is open", async () => {
  const userId = await makePerson("mere@example.com", "ReadOnly");
  const session = await callerFor("mere@example.com");
  expect(session.permissions).not.toContain("members:manage");
  expect(await changeRole.call(owner, { userId, role: "Admin" })).toMatchObject({ id: userId, role: "Admin" });
  expect(await callerOfSession(session.id)).toMatchObject({ permissions: expect.arrayContaining(["members:manage"]) });
  await changeRole.call(owner, { userId, role: "Standard" });
  expect((await callerOfSession(session.id))?.permissions).not.toContain("members:manage");
});

test("who is deactivated is out at once, and in again with the same role when reactivated", async () => {
  const userId = await makePerson("mere@example.com", "Executive");
  const session = await callerFor("mere@example.com");
  await deactivateMember.call(owner, { userId });
  expect(await callerOfSession(session.id)).toBeUndefined();
  expect(await refusalOf(callerFor("mere@example.com"))).toMatchObject({ reason: "unauthenticated" });
  expect(await reactivateMember.call(owner, { userId })).toMatchObject({ status: "active", role: "Executive" });
  expect(await callerOfSession(session.id)).toBeUndefined();
  expect(await callerFor("mere@example.com")).toBeDefined();
});

test("the last active Admin is neither demoted nor deactivated", async () => {
  const second = await makePerson("second@example.com", "Admin");
  await deactivateMember.call(owner, { userId: second });
  const last = { reason: "conflict", message: "This is the last active Admin. Make somebody else Admin first." };
  expect(await refusalOf(changeRole.call(owner, { userId: owner.userId, role: "Standard" }))).toMatchObject(last);
  expect(await refusalOf(deactivateMember.call(owner, { userId: owner.userId }))).toMatchObject(last);
  expect(await callerOfSession(owner.id)).toBeDefined();
});

test("two Admins who demote each other at the same moment leave one", async () => {
  for (let round = 1; round <= 5; round += 1) {
    const second = await makePerson(`second${round}@example.com`, "Admin");
    const answers = await Promise.allSettled([changeRole.call(owner, { userId: second, role: "Standard" }), deactivateMember.call(owner, { userId: owner.userId })]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await systemRead(countActiveAdmins)).toBe(1);
    await systemTransaction(async (tx) => {
      await updateUser(tx, owner.userId, { status: "active" });
      await updateUser(tx, second, { role: "ReadOnly" });
    });
  }
});

test("a member who is not there is not found, and an id that is none is a fault", async () => {
  expect(await refusalOf(changeRole.call(owner, { userId: "00000000-0000-4000-8000-000000000000", role: "Admin" }))).toMatchObject({ reason: "notFound" });
  expect(await refusalOf(changeRole.call(owner, { userId: "me", role: "Chief" }))).toMatchObject({ faults: [{ pointer: "/userId" }, { pointer: "/role" }] });
});

test("a membership's own role goes before the person's, there and nowhere else", async () => {
  const userId = await makePerson("mere@example.com", "ReadOnly");
  const [kauri, rimu] = [await join(userId, "Kauri", "Admin"), await join(userId, "Rimu", null)];
  const { permissions, scopes } = await callerFor("mere@example.com");
  const inside = (tenantId: string) => scopes.find((scope) => scope.tenantId === tenantId)?.permissions;
  expect(inside(kauri)).toEqual(permissionsOf("Admin").filter((permission) => permission !== "members:manage"));
  expect(inside(rimu)).toEqual(permissionsOf("ReadOnly"));
  expect(permissions).toEqual(["tenants:read", "jobs:read"]);
});

test("Admin of one organisation is not Admin of the installation", async () => {
  const userId = await makePerson("mere@example.com", "Standard");
  await join(userId, "Kauri", "Admin");
  expect(await refusalOf(changeRole.call(await callerFor("mere@example.com"), { userId, role: "Admin" }))).toMatchObject({ reason: "forbidden" });
});

test("an Admin who is no member sees no books", async () => {
  await join(await makePerson("mere@example.com"), "Kauri", null);
  expect((await callerFor("owner@example.com")).scopes).toEqual([]);
});

async function join(userId: string, name: string, role: Role | null): Promise<string> {
  return systemTransaction(async (tx) => {
    const [tenant] = await tx.insert(XeroTenants).values({ tenantId: name, tenantName: name, tenantType: "Organization" }).returning({ id: XeroTenants.id });
    const tenantId = tenant?.id ?? "";
    await tx.insert(UserTenants).values({ userId, tenantId, role });
    return tenantId;
  });
}
