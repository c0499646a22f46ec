import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { getContact, listStoredContacts } from "#lib/contacts/read-contacts.ts";
import { openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";
import type { Caller } from "#lib/scope.ts";
import { addContacts } from "#lib/transactions/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let ids: string[];
let theirs = "";
/** As long as a name can be, in letters of three bytes. */
const long = "ヵ".repeat(500);
const names = ["Ash", "Beech", "Beech", "Cedar 100%", long];

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  const other = await openTestBooks("Another Company");
  ids = await addContacts(books, ["Ash", "Beech", "Cedar 100%", long]);
  ids.push(...(await addContacts(books, ["Beech "])));
  [theirs = ""] = await addContacts(other, ["Ash"]);
});
afterAll(() => database.close());

test("contacts come by name, page after page, whatever their names are", async () => {
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data, nextCursor } = await list({ limit: 1, cursor });
    found.push(...data.map(({ name }) => name.trim()));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  expect(found).toEqual(names);
});

test.each([
  [{ q: "beec" }, 2],
  [{ q: "%" }, 1],
  [{ q: "' or 1=1 --" }, 0],
  [{ status: ["ARCHIVED"] }, 0],
  [{ isCustomer: true }, 0],
  [{ isSupplier: false, isCustomer: false }, 5],
  [{ updatedSince: "2999-01-01T00:00:00Z" }, 0],
])("%j leaves %i", async (asked, count) => {
  expect((await list(asked)).data).toHaveLength(count);
});

test.each([
  [{ isCustomer: "yes" }, "/isCustomer"],
  [{ q: "x".repeat(501) }, "/q"],
  [{ cursor: Buffer.from(JSON.stringify({ name: "\0", id: uuidv7() })).toString("base64url") }, "/cursor"],
  [{ accountCode: "200" }, "/accountCode"],
])("%j is refused, with a pointer to %s", async (asked, pointer) => {
  await expect(listStoredContacts.call(callerOf(books), asked)).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer }] });
});

test("one contact is found among one's own, and nobody else's", async () => {
  expect(await getContact.call(callerOf(books), { id: ids[0] })).toMatchObject({ id: ids[0], name: "Ash", status: "ACTIVE", tenantId: books.scope.tenantId });
  await expect(getContact.call(callerOf(books), { id: theirs })).rejects.toMatchObject({ reason: "notFound" });
  expect((await list({ q: "Ash" })).data.map(({ id }) => id)).toEqual([ids[0]]);
});

async function list(asked: Record<string, unknown>): Promise<{ data: { id: string; name: string }[]; nextCursor: string | null }> {
  return JSON.parse(JSON.stringify(await listStoredContacts.call(callerOf(books), JSON.parse(JSON.stringify(asked)))));
}

function callerOf({ scope }: TestBooks): Caller {
  return { id: "key", userId: scope.userId, permissions: [], scopes: [{ ...scope, via: "key" }] };
}
