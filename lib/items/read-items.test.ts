import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { itemListing } from "#lib/items/item.ts";
import { openStock } from "#lib/items/open-stock.ts";
import { getItem, listStoredItems } from "#lib/items/read-items.ts";
import { addItems } from "#lib/items/testing/queries.ts";
import { decimal } from "#lib/money.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { addAccounts, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let ids: string[];
let theirs: string[];
const shelf = account(uuidv7(), "Shelf", "INVENTORY", { code: "630" });

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  const other = await openTestBooks("Another Company");
  await addAccounts(books, [shelf]);
  const stock = (quantity: string, worth: string) => ({ account: shelf.id, quantity, worth });
  ids = await addItems(books, [{ code: "B", name: "Kettle", stock: stock("2.5", "211.0938") }, { code: "A", name: "Advice 100%" }, { code: "C", stock: stock("1", "0.0062") }]);
  theirs = await addItems(other, [{ code: "A" }]);
});
afterAll(() => database.close());

const list = (asked: object) => listStoredItems.run([books.scope], itemListing.parse(asked));

test("items come by code, page after page, and are narrowed by words and by whether their stock is tracked", async () => {
  const first = await list({ limit: 2 });
  const second = await list({ limit: 2, cursor: first.nextCursor });
  expect([...first.data, ...second.data].map(({ code }) => code)).toEqual(["A", "B", "C"]);
  expect((await list({ q: "100%" })).data.map(({ code }) => code)).toEqual(["A"]);
  expect((await list({ isTracked: true })).data.map(({ stock }) => stock?.quantityOnHand)).toEqual(["2.5", "1"]);
});

test("one that is another organisation's, or nobody's, is not there", async () => {
  expect(await getItem.run([books.scope], { id: ids[0] ?? "" })).toMatchObject({ code: "B", stock: { account: { code: "630" } } });
  for (const id of [theirs[0] ?? "", uuidv7()]) await expect(getItem.run([books.scope], { id })).rejects.toMatchObject({ reason: "notFound" });
});

test("stock adds up by account, and says that nothing was held against it yet", async () => {
  const { asAt, accounts } = await read(books.scope, openStock);
  expect([asAt, accounts.map((held) => [held.account.code, held.items, decimal(held.totalCost), held.balance])]).toEqual([null, [["630", 2, "211.10", null]]]);
});
