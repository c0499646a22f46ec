import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ApiKeys, Users, UserTenants, XeroTenants } from "#db/schema/index.ts";
import { systemRead, systemTransaction } from "#db/system.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Role } from "#db/vocabulary.ts";
import { callerOfKey } from "#lib/api-keys/caller-of-key.ts";
import { replaceKey } from "#lib/api-keys/create-key.ts";
import { keyIdOf, makeKey } from "#lib/api-keys/key.ts";
import { makePerson, stubSettings } from "#lib/people/testing.ts";
import { permissions, permissionsOf } from "#lib/permissions.ts";

let database: TestDatabase;
let owner: string;
const [kiwi, brit, foreign] = ["0192f000-0000-7000-8000-00000000000a", "0192f000-0000-7000-8000-00000000000b", "0192f000-0000-7000-8000-00000000000c"];

beforeAll(async () => {
  stubSettings();
  database = await freshDatabase();
  owner = await makePerson("owner@example.com", "Accountant");
  await systemTransaction(async (tx) => {
    await tx.insert(XeroTenants).values([kiwi, brit, foreign].map((id) => ({ id, tenantId: id, tenantName: id, tenantType: "Organization" as const })));
    await tx.insert(UserTenants).values([kiwi, brit].map((tenantId) => ({ userId: owner, tenantId })));
  });
});
afterAll(() => database.close());

test("a key opens what its owner reaches, and is kept only as a hash", async () => {
  const key = await made();
  const caller = await callerOfKey(key);
  expect(key).toMatch(/^dbk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/);
  expect(caller?.scopes.map(({ tenantId }) => tenantId).toSorted()).toEqual([kiwi, brit]);
  expect(caller?.scopes.every(({ via, userId }) => via === "key" && userId === owner)).toBe(true);
  const stored = JSON.stringify(await systemRead((q) => q.select().from(ApiKeys)));
  expect(stored).not.toContain(key.slice(-43));
  expect(stored).toContain(keyIdOf(key));
});

test.each(["", "dbk", "Bearer x", "dbk_12345678_short", `dbk_12345678_${"x".repeat(43)} `, `xyz_12345678_${"x".repeat(43)}`])("%j is no key", async (text) => {
  expect(await callerOfKey(text)).toBeUndefined();
});

test("a key with a known name and another secret, or no name at all, opens nothing", async () => {
  const key = await made();
  expect(await callerOfKey(key.slice(0, -1) + (key.endsWith("A") ? "B" : "A"))).toBeUndefined();
  expect(await callerOfKey(makeKey().key)).toBeUndefined();
  expect(await callerOfKey(`dbk_${makeKey().keyId}${key.slice(12)}`)).toBeUndefined();
});

test("a revoked key opens nothing, from the moment it is replaced by another of its name", async () => {
  const [before, after] = [await made("robot"), await made("robot")];
  expect([await callerOfKey(before), (await callerOfKey(after)) !== undefined]).toEqual([undefined, true]);
});

test("a key opens until it expires, and not at that moment", async () => {
  const key = await made();
  const expiresAt = new Date("2030-01-01T00:00:00Z");
  await change(key, { expiresAt });
  expect(await callerOfKey(key, new Date(expiresAt.getTime() - 1))).toBeDefined();
  expect(await callerOfKey(key, expiresAt)).toBeUndefined();
});

test("a key of somebody who was deactivated opens nothing until they are back", async () => {
  const key = await made();
  await systemTransaction((tx) => tx.update(Users).set({ status: "deactivated" }).where(eq(Users.id, owner)).then(() => undefined));
  expect(await callerOfKey(key)).toBeUndefined();
  await systemTransaction((tx) => tx.update(Users).set({ status: "active" }).where(eq(Users.id, owner)).then(() => undefined));
  expect(await callerOfKey(key)).toBeDefined();
});

test("a key never does more than its owner may at that moment, whatever it was made with", async () => {
  const key = await made();
  for (const role of ["Admin", "Accountant", "Standard", "Executive", "ReadOnly"] as const) {
    await become(role);
    const caller = await callerOfKey(key);
    const allowed = permissionsOf(role);
    const given = [...(caller?.permissions ?? []), ...(caller?.scopes.flatMap((scope) => scope.permissions) ?? [])];
    expect(given.filter((permission) => !allowed.includes(permission))).toEqual([]);
    expect(caller?.scopes[0]?.permissions.includes("sync:write")).toBe(["Admin", "Accountant"].includes(role));
  }
  await become("Accountant");
});

test("a key does no more than it was made for, whatever its owner may", async () => {
  const caller = await callerOfKey(await made("narrow", ["reports:read", "jobs:read"]));
  expect(caller?.permissions).toEqual(["jobs:read"]);
  expect(caller?.scopes.map((scope) => scope.permissions.toSorted())).toEqual([["jobs:read", "reports:read"], ["jobs:read", "reports:read"]]);
});

test("a key for some organisations reaches those of them that its owner still belongs to", async () => {
  const key = await replaceKey({ userId: owner, name: "some", permissions, tenantIds: [kiwi, foreign] });
  expect((await callerOfKey(key))?.scopes.map(({ tenantId }) => tenantId)).toEqual([kiwi]);
  await systemTransaction((tx) => tx.delete(UserTenants).where(eq(UserTenants.tenantId, kiwi)).then(() => undefined));
  expect((await callerOfKey(key))?.scopes).toEqual([]);
  const none = await replaceKey({ userId: owner, name: "none", permissions, tenantIds: [] });
  expect((await callerOfKey(none))?.scopes).toEqual([]);
});

test("when a key was last used is written once a minute at most", async () => {
  const key = await made("used");
  const at = (seconds: number) => new Date(Date.parse("2029-01-01T00:00:00Z") + seconds * 1000);
  const seen: (string | undefined)[] = [];
  for (const seconds of [0, 30, 60, 61]) {
    await callerOfKey(key, at(seconds));
    const [row] = await systemRead((q) => q.select({ lastUsedAt: ApiKeys.lastUsedAt }).from(ApiKeys).where(eq(ApiKeys.keyId, keyIdOf(key) ?? "")));
    seen.push(row?.lastUsedAt?.toISOString());
  }
  expect(seen).toEqual([at(0), at(0), at(0), at(61)].map((instant) => instant.toISOString()));
});

test("keys use all of their letters and do not repeat", () => {
  const keys = Array.from({ length: 500 }, () => makeKey().key);
  expect(new Set(keys).size).toBe(500);
  expect(new Set(keys.join("").replaceAll("dbk_", "").replaceAll("_", "")).size).toBe(62);
});

function made(name = "a key", allowed: Parameters<typeof replaceKey>[0]["permissions"] = permissions): Promise<string> {
  return replaceKey({ userId: owner, name, permissions: allowed, tenantIds: null });
}

function become(role: Role): Promise<void> {
  return systemTransaction((tx) => tx.update(Users).set({ role }).where(eq(Users.id, owner)).then(() => undefined));
}

function change(key: string, set: Partial<typeof ApiKeys.$inferInsert>): Promise<void> {
  return systemTransaction((tx) => tx.update(ApiKeys).set(set).where(eq(ApiKeys.keyId, keyIdOf(key) ?? "")).then(() => undefined));
}
