import { afterAll, beforeAll, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { read, transaction } from "./index.ts";
import { systemRead, systemTransaction } from "./system.ts";
import { Accounts, Users, XeroTenants } from "./schema/index.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";

let database: TestDatabase;
const one = { tenantId: "0192f000-0000-7000-8000-00000000000a" };
const other = { tenantId: "0192f000-0000-7000-8000-00000000000b" };

beforeAll(async () => {
  database = await freshDatabase();
  await systemTransaction(async (tx) => {
    await tx.insert(XeroTenants).values([one, other].map(({ tenantId }) => ({ id: tenantId, tenantId: `xero-${tenantId}`, tenantName: tenantId, tenantType: "Organization" as const })));
  });
});
afterAll(() => database.close());

const account = (tenantId: string, code: string) => ({ tenantId, xeroId: code, code, name: code, type: "BANK", class: "ASSET" as const, status: "ACTIVE", contentHash: "" });

test("what a transaction wrote is there after it, and gone when it failed", async () => {
  await transaction(one, (tx) => tx.insert(Accounts).values(account(one.tenantId, "kept")).then(() => undefined));
  const failed = transaction(one, async (tx) => {
    await tx.insert(Accounts).values(account(one.tenantId, "lost"));
    throw new Error("on purpose");
  });
  await expect(failed).rejects.toThrow("on purpose");
  const rows = await read(one, (q) => q.select({ code: Accounts.code }).from(Accounts).where(eq(Accounts.tenantId, q.tenantId)));
  expect(rows).toEqual([{ code: "kept" }]);
});

test("a read sees one snapshot from its first question to its last", async () => {
  const counts = await read(one, async (q) => {
    const before = await q.select().from(Accounts);
    await Promise.resolve();
    return [before.length, (await q.select().from(Accounts)).length];
  });
  expect(counts[0]).toBe(counts[1]);
});

test("a door inside a door is refused", async () => {
  await expect(read(one, () => read(one, async () => 1))).rejects.toThrow("inside another one");
  await expect(transaction(one, () => read(one, async () => 1))).rejects.toThrow("inside another one");
});

test("a row of another organisation is neither seen nor written", async () => {
  await transaction(other, (tx) => tx.insert(Accounts).values(account(other.tenantId, "theirs")).then(() => undefined));
  const seen = await read(one, (q) => q.select().from(Accounts));
  expect(seen.every((row) => row.tenantId === one.tenantId)).toBe(true);
  await expect(transaction(one, (tx) => tx.insert(Accounts).values(account(other.tenantId, "smuggled")).then(() => undefined))).rejects.toThrow();
});

test("people are seen through the system doors only", async () => {
  await systemTransaction((tx) => tx.insert(Users).values({ email: "a@example.com", passwordHash: "-" }).then(() => undefined));
  expect(await systemRead((q) => q.select().from(Users))).toHaveLength(1);
  expect(await read(one, (q) => q.select().from(Users))).toHaveLength(0);
});

test("twenty writers at once all get through, each whole", async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => transaction(one, (tx) => tx.insert(Accounts).values(account(one.tenantId, `w${index}`)).then(() => undefined))));
  const rows = await read(one, (q) => q.select().from(Accounts));
  expect(rows.filter((row) => row.code?.startsWith("w"))).toHaveLength(20);
});
