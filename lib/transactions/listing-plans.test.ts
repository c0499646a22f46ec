// A page of a list is a walk along one index, whatever the list is narrowed by: nothing is sorted first, and no table is read from end to end.
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { openPlanner, type Planner } from "#db/testing/query-plan.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { transactionTypes } from "#db/vocabulary.ts";
import { addDays } from "#lib/day.ts";
import { addAccounts, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import { listing, reconcilable } from "#lib/transactions/listing.ts";
import { listTransactions } from "#lib/transactions/listing-queries.ts";
import { addContacts, addDocuments, type TestDocument } from "#lib/transactions/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let planner: Planner;
let contact: string;
/** The plans of the newest documents while there is no other organisation. */
let alone: string[];
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const bank = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  await addAccounts(books, [sales, bank]);
  [contact = ""] = await fill(books, { sales: sales.id, bank: bank.id });
  planner = await openPlanner(database, books.scope.tenantId);
  alone = [await planOf({}), await planOf({}, true)];
  await planner.close();
  await fill(await openTestBooks("Another"), {});
  await fill(await openTestBooks("A third"), {});
  planner = await openPlanner(database, books.scope.tenantId);
});
afterAll(async () => {
  await planner.close();
  await database.close();
});

const byDate = "Transactions_tenantId_date_index";
const byAmount = "Transactions_tenantId_amount_index";
const byChange = "Transactions_tenantId_updatedAt_index";
const byType = "Transactions_tenantId_type_date_index";
const byStatus = "Transactions_tenantId_status_date_index";
const byContact = "Transactions_tenantId_contactId_date_index";

test.each([
  ["the newest", byDate, {}],
  ["the oldest", byDate, { sort: "date" }],
  ["the largest", byAmount, { sort: "-amount" }],
  ["what changed last", byChange, { sort: "-updatedAt" }],
  ["what changed since a moment, in that order", byChange, { sort: "updatedAt", updatedSince: "2020-01-01T00:00:00Z" }],
  ["some days", byDate, { dateFrom: "2025-01-01", dateTo: "2026-01-01" }],
  ["one type", byType, { type: ["INVOICE"] }],
  ["several types", byDate, { type: ["INVOICE", "BILL", "SPEND"] }],
  ["one status", byStatus, { status: ["PAID"] }],
  ["several statuses", byDate, { status: ["AUTHORISED", "PAID"] }],
  ["what is not reconciled", byDate, { isReconciled: false }],
  ["what is reconciled", byDate, { isReconciled: true }],
  ["what has no file with it", byDate, { hasAttachments: false }],
])("a page of %s walks the index %s and sorts nothing", async (_what, index, asked) => {
  for (const plan of [await planOf(asked), await planOf(asked, true)]) {
    expect(plan).toMatch(walkAlong(index));
    expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
  }
});

test("where an organisation is alone in its database, its newest documents are walked to as well", () => {
  for (const plan of alone) {
    expect(plan).toMatch(walkAlong(byDate));
    expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
  }
});

test.each([
  ["a rare type", byType, { type: ["CREDIT_NOTE"] }],
  ["a rare status", byStatus, { status: ["DRAFT"] }],
])("of %s only what it leaves is read, along the index %s", async (_what, index, asked) => {
  for (const plan of [await planOf(asked), await planOf(asked, true)]) expect(plan).toMatch(walkAlong(index));
});

// How much these leave no statistics tell, so a planner may walk along the dates or take what is left and sort it.
test.each([
  ["amounts between two", { sort: "-amount", amountMin: "10", amountMax: "600" }],
  ["an account by its code", { accountCode: "200" }],
  ["an account by its id", { accountId: bank.id }],
  ["a text", { q: "kauri" }],
  ["a category", { category: "Travel" }],
])("for %s the documents of one organisation are looked at, not the whole table", async (_what, asked) => {
  for (const plan of [await planOf(asked), await planOf(asked, true)]) {
    expect(plan).toMatch(/SEARCH main\.Transactions USING INDEX \w+ \(tenantId=\?|Index Scan.* (using|on) "Transactions_tenantId_/);
    expect(plan).not.toMatch(/SCAN main\.Transactions|Seq Scan on "Transactions"/);
  }
});

test("of a contact only its documents are read", async () => {
  for (const plan of [await planOf({ contactId: contact }), await planOf({ contactId: contact }, true)]) expect(plan).toMatch(walkAlong(byContact));
});

test("a page begins in the index where the one before ended, and does not count up to there", async () => {
  expect(await planOf({}, true)).toMatch(/\(date,id\)<\(\?,\?\)|Index Cond: .*ROW\(date, id\) </);
  expect(await planOf({ sort: "-updatedAt" }, true)).toMatch(/\(updatedAt,id\)<\(\?,\?\)|Index Cond: .*ROW\("updatedAt", id\) </);
});

function walkAlong(index: string): RegExp {
  return new RegExp(`SEARCH main\\.Transactions USING INDEX ${index} |Index Scan (Backward )?using "${index}" on "Transactions"`);
}

/** Of the first page, or of one somewhere behind it. */
async function planOf(asked: object, isLater = false): Promise<string> {
  const { sort, limit, ...filter } = listing.parse(asked);
  const keys = { date: "2025-06-01", amount: 1_000_000n, updatedAt: new Date("2020-07-02") };
  const key = sort.endsWith("date") ? keys.date : sort.endsWith("amount") ? keys.amount : keys.updatedAt;
  const statement = await read(books.scope, async (q) => listTransactions(q, filter, sort, isLater ? { key, id: uuidv7() } : null, limit + 1).toSQL());
  return planner.planOf(statement);
}

/** Gives the ids of the contacts. */
async function fill(into: TestBooks, accounts: { sales?: string; bank?: string }): Promise<string[]> {
  await addDocuments(into, Array.from({ length: 4_000 }, (_, number) => documentOf(number, accounts)));
  return addContacts(into, Array.from({ length: 100 }, (_, number) => `Customer ${number}`));
}

function documentOf(number: number, { sales, bank }: { sales?: string; bank?: string }): TestDocument {
  const isRare = number % 50 === 0;
  const type = isRare ? "CREDIT_NOTE" : (transactionTypes[number % 7] ?? "INVOICE");
  return {
    type,
    date: addDays("2024-01-01", number % 900),
    amount: `${number % 613}.50`,
    status: isRare ? "DRAFT" : number % 3 === 0 ? "PAID" : "AUTHORISED",
    contactId: `xero-Customer ${number % 100}`,
    isReconciled: reconcilable.includes(type) && number % 4 !== 0,
    updatedAt: new Date(Date.UTC(2020, 6, 1, 0, number)),
    bankAccountId: type === "SPEND" ? (bank ?? null) : null,
    lines: type === "INVOICE" && sales ? [sales] : [],
  };
}
