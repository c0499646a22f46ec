// Rows written at once are the rows that were handed over, on either database: each kind of value in each table, what is left out, and what is hostile.
import { eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "./index.ts";
import { insertRows } from "./insert-rows.ts";
import { AccountBalances, Contacts } from "./schema/index.ts";
import { tenancy } from "./tenancy.ts";
import { freshDatabase, type TestDatabase } from "./testing.ts";
import { fill, sampleRows, tables } from "./testing/sample-rows.ts";

let database: TestDatabase;
const sample = sampleRows();
/** Of organisations, but for what only the audit may write. */
const ofOrganisations = [...tables].filter(([name]) => tenancy[name]?.tenant === "tenantId" && !name.startsWith("Audit"));

beforeAll(async () => {
  database = await freshDatabase();
  await fill(sample);
}, 60_000);
afterAll(() => database.close());

test("a row of any table is written with every field as it is", async () => {
  const another = sampleRows();
  await fill(another, ofOrganisations.map(([name]) => name));
  await transaction(another, async (tx) => {
    for (const [name, table] of ofOrganisations) await insertRows(tx, table, [another.rows.get(name) ?? expect.unreachable(name)]);
  });
  for (const [name, table] of ofOrganisations) {
    const tenant: PgColumn = getTableColumns(table)["tenantId"] ?? expect.unreachable(name);
    expect([name, ...(await read(another, (q) => q.select().from(table).where(eq(tenant, another.tenantId))))]).toEqual([name, another.rows.get(name)]);
  }
});

const contact = (xeroId: string, more: object = {}) => ({ tenantId: sample.tenantId, xeroId, name: xeroId, status: "ACTIVE", contentHash: "hash", ...more });
const kept = async (xeroId: string) => (await read(sample, (q) => q.select().from(Contacts).where(eq(Contacts.xeroId, xeroId)))).at(0);

test("what is left out is what the table has for it, row by row", async () => {
  await transaction(sample, (tx) => insertRows(tx, Contacts, [contact("plain"), contact("told", { isSupplier: true, emailAddress: "aroha@example.com" })]));
  expect(await kept("plain")).toMatchObject({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), isSupplier: false, emailAddress: null, createdAt: expect.any(Date) });
  expect(await kept("told")).toMatchObject({ isSupplier: true, emailAddress: "aroha@example.com" });
});

test.each([
  ["quotes and backslashes", `O'Brien "& Sons" \\ {"a":[1]} '; drop table "Contacts"; --`],
  ["letters of every kind", "Hāpuku שלום 🦉 \u2028 \t\n ﷽"],
  ["digits that are a text", "007"],
  ["the word for nothing", "null"],
])("%s come back as they were written", async (what, name) => {
  await transaction(sample, (tx) => insertRows(tx, Contacts, [contact(what, { name })]));
  expect((await kept(what))?.name).toBe(name);
});

test("half a character and U+0000, which PostgreSQL cannot hold, are taken out", async () => {
  await transaction(sample, (tx) => insertRows(tx, Contacts, [contact("odd", { name: "half\uD83D nul\u0000 end" })]));
  expect((await kept("odd"))?.name).toBe("half\uFFFD nul end");
});

test("the largest amounts keep every digit, and what is there already is changed as it is said", async () => {
  const largest = 999_999_999_999_999_999n;
  const { id: _, ...base } = sample.rows.get("AccountBalances") ?? expect.unreachable("there is a sample");
  const row = { ...base, tenantId: sample.tenantId, accountId: String(base["accountId"]), basis: "accrual" as const, month: "2031-01", trackingSetId: String(base["trackingSetId"]) };
  const { tenantId, basis, accountId, month, trackingSetId, debit, credit } = AccountBalances;
  const added = { target: [tenantId, basis, accountId, month, trackingSetId], set: { debit: sql`${debit} + excluded."debit"`, credit: sql`excluded."credit"` } };
  await transaction(sample, async (tx) => {
    await insertRows(tx, AccountBalances, [{ ...row, debit: largest - 1n, credit: largest }]);
    await insertRows(tx, AccountBalances, [{ ...row, debit: 1n, credit: 7n }], added);
    await insertRows(tx, AccountBalances, [], added);
  });
  expect(await read(sample, (q) => q.select({ debit, credit }).from(AccountBalances).where(eq(month, "2031-01")))).toEqual([{ debit: largest, credit: 7n }]);
});

test("a row of another organisation is refused, and none of the others is written", async () => {
  const rows = [contact("ours"), { ...contact("theirs"), tenantId: "01a22000-0000-7000-8000-000000000000" }];
  await expect(transaction(sample, (tx) => insertRows(tx, Contacts, rows))).rejects.toThrow();
  expect(await kept("ours")).toBeUndefined();
});
