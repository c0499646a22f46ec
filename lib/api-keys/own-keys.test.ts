import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiKeys, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Role } from "#db/vocabulary.ts";
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { createKey, ownKeys, revokeKey } from "#lib/api-keys/own-keys.ts";
import { callerFor, makePerson, refusalOf, stubSettings } from "#lib/people/testing.ts";
import { permissions } from "#lib/permissions.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase;
let accountant: Caller;
let clerk: Caller;
const [kauri, rimu, foreign] = [uuidv7(), uuidv7(), uuidv7()];
const now = new Date("2026-11-24T10:00:00Z");
const wish = { name: "Monday report", permissions: ["reports:read"], tenantIds: null, lastDay: null };

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  const ids = { accountant: await makePerson("accountant@example.com", "Accountant"), clerk: await makePerson("clerk@example.com", "Standard") };
  await systemTransaction(async (tx) => {
    const organisations = [kauri, rimu, foreign].map((id, index) => ({ id, tenantId: id, tenantName: ["Kauri", "Rimu", "Foreign"][index] ?? "", tenantType: "Organization" as const }));
    await tx.insert(XeroTenants).values(organisations);
    await tx.insert(UserTenants).values([kauri, rimu].map((tenantId) => ({ userId: ids.accountant, tenantId })));
    await tx.insert(UserTenants).values({ userId: ids.clerk, tenantId: kauri });
  });
  [accountant, clerk] = [await callerFor("accountant@example.com"), await callerFor("clerk@example.com")];
});
afterAll(() => database.close());

test("a key is given once and listed without it: by name, public id, permissions and organisations", async () => {
  const { key, name } = await createKey(accountant, { ...wish, tenantIds: [rimu], lastDay: "2026-12-31" }, now);
  const [listed] = (await ownKeys(accountant, now)).keys;
  expect(name).toBe("Monday report");
  expect(listed).toMatchObject({ name, keyId: key.slice(4, 12), permissions: ["reports:read"], organisations: ["Rimu"], state: "live", lastUsedAt: null, revokedAt: null, expiresAt: new Date("2027-01-01T00:00:00Z") });
  expect(JSON.stringify(await ownKeys(accountant, now))).not.toContain(key.slice(13));
  expect(JSON.stringify(await systemRead((q) => q.select().from(ApiKeys)))).not.toContain(key.slice(13));
  expect((await callerOfKey(key, now))?.scopes.map(({ tenantId }) => tenantId)).toEqual([rimu]);
  expect(await callerOfKey(key, new Date("2027-01-01T00:00:00Z"))).toBeUndefined();
});

test.each([
  ["name", { name: "  " }],
  ["name", { name: "x".repeat(256) }],
  ["permissions", { permissions: [] }],
  ["permissions", { permissions: ["everything"] }],
  ["permissions", { permissions: ["members:manage"] }],
  ["permissions", { permissions: ["keys:manage"] }],
  ["tenantIds", { tenantIds: [] }],
  ["tenantIds", { tenantIds: [foreign] }],
  ["tenantIds", { tenantIds: [rimu, "Rimu"] }],
  ["lastDay", { lastDay: "2026-11-23" }],
  ["lastDay", { lastDay: "31/12/2026" }],
])("a key is refused at its %s for %j, and none is made", async (field, change) => {
  const before = (await ownKeys(accountant, now)).keys.length;
  const refusal = await refusalOf(createKey(accountant, { ...wish, name: "another", ...change }, now));
  expect(refusal).toMatchObject({ reason: "invalid", faults: [{ pointer: expect.stringMatching(new RegExp(`^/${field}`)) }] });
  expect((await ownKeys(accountant, now)).keys).toHaveLength(before);
});

test("two live keys of one person never share a name; a revoked one gives it back", async () => {
  await createKey(accountant, { ...wish, name: "twice" }, now);
  expect(await refusalOf(createKey(accountant, { ...wish, name: "twice" }, now))).toMatchObject({ faults: [{ pointer: "/name" }] });
  expect((await createKey(clerk, { ...wish, name: "twice" }, now)).name).toBe("twice");
  await revokeKey(accountant, await idOf(accountant, "twice"), now);
  expect((await createKey(accountant, { ...wish, name: "twice" }, now)).name).toBe("twice");
});

test("a revoked key opens nothing from its next request on, and stays in the list as revoked, after the live ones", async () => {
  const { key } = await createKey(accountant, { ...wish, name: "leaked" }, now);
  expect(await callerOfKey(key, now)).toBeDefined();
  const id = await idOf(accountant, "leaked");
  await revokeKey(accountant, id, now);
  expect(await callerOfKey(key, now)).toBeUndefined();
  const { keys } = await ownKeys(accountant, now);
  expect(keys.find((listed) => listed.id === id)).toMatchObject({ state: "revoked", revokedAt: now });
  expect(keys.findIndex(({ state }) => state !== "live")).toBeGreaterThan(keys.findLastIndex(({ state }) => state === "live"));
  expect(await refusalOf(revokeKey(accountant, id, now))).toMatchObject({ reason: "notFound" });
});

test("somebody else's key is neither seen nor revoked", async () => {
  const { key } = await createKey(accountant, { ...wish, name: "private" }, now);
  const id = await idOf(accountant, "private");
  expect((await ownKeys(clerk, now)).keys.map(({ name }) => name)).not.toContain("private");
  for (const wrong of [id, uuidv7(), "no id", ""]) expect(await refusalOf(revokeKey(clerk, wrong, now))).toMatchObject({ reason: "notFound" });
  expect(await callerOfKey(key, now)).toBeDefined();
});

test("what a key may be given is what its owner may do by key: all but the screen's own for an Accountant, reading for a Standard", async () => {
  const screen = ["organisations:manage", "keys:manage", "members:manage"];
  expect((await ownKeys(accountant, now)).offered).toEqual(permissions.filter((permission) => !screen.includes(permission)));
  expect((await ownKeys(clerk, now)).offered).toEqual(permissions.filter((permission) => permission.endsWith(":read") && permission !== "audit:read"));
  expect(await refusalOf(createKey(clerk, { ...wish, permissions: ["reports:write"] }, now))).toMatchObject({ faults: [{ pointer: "/permissions" }] });
});

test.each(["Executive", "ReadOnly"] as const)("%s has no keys", async (role: Role) => {
  await makePerson(`${role}@example.com`.toLowerCase(), role);
  const caller = await callerFor(`${role}@example.com`.toLowerCase());
  const forbidden = { reason: "forbidden", message: "This needs the permission keys:manage." };
  expect(await refusalOf(ownKeys(caller, now))).toMatchObject(forbidden);
  expect(await refusalOf(createKey(caller, wish, now))).toMatchObject(forbidden);
  expect(await refusalOf(revokeKey(caller, uuidv7(), now))).toMatchObject(forbidden);
});

async function idOf(caller: Caller, name: string): Promise<string> {
  return (await ownKeys(caller, now)).keys.find((key) => key.name === name && key.state === "live")?.id ?? "";
}
