import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { openTestBooks } from "#lib/reports/testing/queries.ts";
import { listing } from "#lib/transactions/listing.ts";
import { openTransactionList } from "#lib/transactions/open-list.ts";
import { addContacts, addDocuments } from "#lib/transactions/testing/queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("none yet and none that match are told apart", async () => {
  const [empty, full] = [await openTestBooks("Nothing yet"), await openTestBooks("Hāpuku Services")];
  await addDocuments(full, [{ type: "INVOICE", date: "2026-10-03", amount: "115.50", number: "INV-7" }]);
  const nothing = listing.parse({ q: "nothing like this" });
  expect(await read(empty.scope, (q) => openTransactionList(q, nothing))).toMatchObject({ data: [], hasAny: false });
  expect(await read(full.scope, (q) => openTransactionList(q, nothing))).toMatchObject({ data: [], hasAny: true });
  expect(await read(full.scope, (q) => openTransactionList(q, listing.parse({})))).toMatchObject({ data: [{ transaction: { number: "INV-7" } }], hasAny: true });
});

test("of very many contacts the first can be chosen, and the one that is asked for", async () => {
  const books = await openTestBooks("A crowd");
  const ids = await addContacts(books, Array.from({ length: 502 }, (_, number) => `Customer ${String(number).padStart(3, "0")}`));
  const some = await read(books.scope, (q) => openTransactionList(q, listing.parse({})));
  expect([some.contacts.length, some.allContacts]).toEqual([500, false]);
  const last = ids.at(-1);
  const asked = await read(books.scope, (q) => openTransactionList(q, listing.parse({ contactId: last })));
  expect(asked.contacts[0]).toMatchObject({ id: last, name: "Customer 501" });
});
