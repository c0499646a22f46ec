import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { getAccount, listStoredAccounts } from "#lib/accounts/read-accounts.ts";
import { addAccounts, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import type { Caller } from "#lib/scope.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const theirs = account(uuidv7(), "Sales", "REVENUE", { code: "200" });

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
  const uncoded = ["Savings", "Wallet"].map((name) => account(uuidv7(), name, "BANK"));
  await addAccounts(books, [...uncoded, account(uuidv7(), "Old 100% Sales", "REVENUE", { code: "201", status: "ARCHIVED" }), sales, bank]);
  await addAccounts(other, [theirs]);
});
afterAll(() => database.close());

test("accounts come by code, those without one last, page after page", async () => {
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data, nextCursor } = await list({ limit: 2, cursor });
    names.push(...data.map(({ name }) => name));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  expect(names).toEqual(["Cheque Account", "Sales", "Old 100% Sales", "Savings", "Wallet"]);
});

test.each([
  [{ type: ["BANK"] }, ["Cheque Account", "Savings", "Wallet"]],
  [{ class: ["REVENUE"], status: ["ACTIVE"] }, ["Sales"]],
  [{ accountCode: "201" }, ["Old 100% Sales"]],
  [{ q: "0% s" }, ["Old 100% Sales"]],
  [{ q: "_" }, []],
  [{ updatedSince: "2999-01-01T00:00:00Z" }, []],
])("%j leaves %j", async (asked, names) => {
  expect((await list(asked)).data.map(({ name }) => name)).toEqual(names);
});

test.each([
  [{ class: ["MONEY"] }, "/class/0"],
  [{ q: "\0" }, "/q"],
  [{ limit: 201 }, "/limit"],
  [{ cursor: Buffer.from(JSON.stringify({ code: "\0", id: uuidv7() })).toString("base64url") }, "/cursor"],
  [{ sort: "-date" }, "/sort"],
])("%j is refused, with a pointer to %s", async (asked, pointer) => {
  await expect(listStoredAccounts.call(callerOf(books), asked)).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer }] });
});

test("one account is found among one's own, and nobody else's", async () => {
  expect(await getAccount.call(callerOf(books), { id: sales.id })).toMatchObject({ id: sales.id, tenantId: books.scope.tenantId, code: "200", name: "Sales", class: "REVENUE" });
  expect(await getAccount.call(callerOf(books), { id: sales.id })).not.toHaveProperty("contentHash");
  await expect(getAccount.call(callerOf(books), { id: theirs.id })).rejects.toMatchObject({ reason: "notFound" });
  expect((await list({ accountCode: "200" })).data.map(({ id }) => id)).toEqual([sales.id]);
});

async function list(asked: Record<string, unknown>): Promise<{ data: { id: string; name: string }[]; nextCursor: string | null }> {
  return JSON.parse(JSON.stringify(await listStoredAccounts.call(callerOf(books), JSON.parse(JSON.stringify(asked)))));
}

function callerOf({ scope }: TestBooks): Caller {
  return { id: "key", userId: scope.userId, permissions: [], scopes: [{ ...scope, via: "key" }] };
}
