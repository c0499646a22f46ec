import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import type { Day } from "#lib/day.ts";
import { permissions } from "#lib/permissions.ts";
import { addAccounts, addPayment, openTestBooks, post, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";
import type { Caller } from "#lib/scope.ts";
import { getTransaction, listStoredTransactions } from "#lib/transactions/read-transactions.ts";
import { addContacts, addDocuments, type TestDocument } from "#lib/transactions/testing/queries.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
let kauri = "";
const sales = account(uuidv7(), "Sales", "REVENUE", { code: "200" });
const rent = account(uuidv7(), "Rent", "OVERHEADS", { code: "469" });
const cheque = account(uuidv7(), "Cheque Account", "BANK", { code: "090" });
const savings = account(uuidv7(), "Savings", "BANK");

/** Reference → what it is; the tests name documents by their references. */
const documents: Record<string, Omit<TestDocument, "reference">> = {
  sale: { type: "INVOICE", date: "2026-10-03", amount: "115.50", number: "INV-7", contactName: "Kauri & Sons", contactId: "xero-Kauri & Sons", status: "PAID", lines: [sales.id], updatedAt: new Date("2026-10-05T10:00:00Z") },
  draft: { type: "INVOICE", date: "2026-10-10", amount: "99.99", number: "INV-8", contactName: "Rimu Limited", contactId: "xero-Rimu Limited", status: "DRAFT", lines: [sales.id], description: "Fifty % off_season" },
  bill: { type: "BILL", date: "2026-09-30", amount: "2300.00", number: "B-1", contactName: "Landlord", contactId: "xero-Landlord", lines: [rent.id, sales.id], category: "Premises", hasAttachments: true },
  credit: { type: "CREDIT_NOTE", date: "2026-10-03", amount: "15.50", number: "CN-1", contactName: "Kauri & Sons", contactId: "xero-Kauri & Sons", lines: [sales.id] },
  fee: { type: "SPEND", date: "2026-10-31", amount: "10.00", bankAccountId: cheque.id, isReconciled: true, lines: [rent.id], contactName: "Te Pātaka" },
  interest: { type: "RECEIVE", date: "2026-10-31", amount: "0.01", bankAccountId: savings.id, isReconciled: false, lines: [] },
  move: { type: "TRANSFER", date: "2026-11-01", amount: "500.00", bankAccountId: cheque.id, toBankAccountId: savings.id, isReconciled: true },
  paid: { type: "PAYMENT", date: "2026-10-20", amount: "115.50", number: "INV-7", bankAccountId: cheque.id, isReconciled: false, contactName: "Kauri & Sons", contactId: "xero-Kauri & Sons" },
};
const all = ["move", "fee", "interest", "paid", "draft", "sale", "credit", "bill"];

beforeAll(async () => {
  database = await freshDatabase();
  books = await openTestBooks("Hāpuku Services");
  other = await openTestBooks("Another Company");
  await addAccounts(books, [sales, rent, cheque, savings]);
  [kauri = ""] = await addContacts(books, ["Kauri & Sons", "Rimu Limited", "Landlord"]);
  await addDocuments(books, Object.entries(documents).map(([reference, document]) => ({ reference, updatedAt: new Date("2026-11-01T00:00:00Z"), ...document })));
  await addDocuments(other, [{ type: "INVOICE", date: "2026-10-03", amount: "115.50", number: "INV-7", reference: "theirs", contactId: "xero-Kauri & Sons" }]);
});
afterAll(() => database.close());

test.each([
  ["nothing", {}, all],
  ["one type", { type: ["BILL"] }, ["bill"]],
  ["several types", { type: ["SPEND", "RECEIVE", "TRANSFER"] }, ["move", "fee", "interest"]],
  ["a status", { status: ["DRAFT"] }, ["draft"]],
  ["several statuses", { status: ["DRAFT", "PAID"] }, ["draft", "sale"]],
  ["a status Xero may yet invent", { status: ["ARCHIVED"] }, []],
  ["a first day, that day included", { dateFrom: "2026-10-31" }, ["move", "fee", "interest"]],
  ["a last day, that day included", { dateTo: "2026-10-03" }, ["sale", "credit", "bill"]],
  ["one day", { dateFrom: "2026-10-03", dateTo: "2026-10-03" }, ["sale", "credit"]],
  ["an account that lines are coded to", { accountCode: "469" }, ["fee", "bill"]],
  ["an account, where one of several lines is coded to it", { accountId: sales.id }, ["draft", "sale", "credit", "bill"]],
  ["a bank account the money left or reached", { accountId: savings.id }, ["move", "interest"]],
  ["an account by a code nobody has", { accountCode: "999" }, []],
  ["a smallest amount, that amount included", { amountMin: "115.5" }, ["move", "paid", "sale", "bill"]],
  ["a largest amount, that amount included", { amountMax: "15.50" }, ["fee", "interest", "credit"]],
  ["amounts to a cent", { amountMin: "0.01", amountMax: "0.01" }, ["interest"]],
  ["amounts that text would order otherwise", { amountMin: "100", amountMax: "600" }, ["move", "paid", "sale"]],
  ["what is reconciled", { isReconciled: true }, ["move", "fee"]],
  ["what is not reconciled, of what can be", { isReconciled: false }, ["interest", "paid"]],
  ["what has files with it", { hasAttachments: true }, ["bill"]],
  ["what has none, of what can", { hasAttachments: false }, ["move", "fee", "interest", "draft", "sale", "credit"]],
  ["a category", { category: "Premises" }, ["bill"]],
  ["what changed since a moment", { updatedSince: "2026-10-31T13:00:00+13:00" }, ["move", "fee", "interest", "paid", "draft", "credit", "bill"]],
  ["a text in a number", { q: "inv-7" }, ["paid", "sale"]],
  ["a text in a reference", { q: "DRA" }, ["draft"]],
  ["a text in a contact's name", { q: "& sons" }, ["paid", "sale", "credit"]],
  ["a text in a description", { q: "fifty" }, ["draft"]],
  ["a text with letters beyond A to Z", { q: "pātaka" }, ["fee"]],
  ["several at once", { type: ["INVOICE", "PAYMENT"], q: "inv-7", amountMin: "100", dateTo: "2026-10-10", status: ["PAID"], accountCode: "200" }, ["sale"]],
  ["what excludes each other", { type: ["BILL"], isReconciled: true }, []],
])("narrowed by %s", async (_what, asked, expected) => {
  expect(await references(asked)).toEqual(sorted(expected));
});

test("a contact is asked for by our id, and leaves that contact's documents alone", async () => {
  expect(await references({ contactId: kauri })).toEqual(["paid", "credit", "sale"]);
  expect(await references({ contactId: kauri, type: ["PAYMENT"] })).toEqual(["paid"]);
  expect(await references({ contactId: uuidv7() })).toEqual([]);
});

test.each([
  ["%", ["draft"]],
  ["_", ["draft"]],
  ["% off_", ["draft"]],
  ["f%y", []],
  ["INV_7", []],
  ["'; drop table \"Transactions\"; --", []],
  ["\\", []],
  ["\\%", []],
  ["\u202eשלום", []],
  ["x".repeat(500), []],
])("the text %j is looked for as it stands", async (q, expected) => {
  expect(await references({ q })).toEqual(expected);
});

test.each([
  [{ type: ["JOURNAL"] }, "/type/0"],
  [{ status: ["A\0"] }, "/status/0"],
  [{ dateFrom: "2026-02-30" }, "/dateFrom"],
  [{ dateTo: "yesterday" }, "/dateTo"],
  [{ dateFrom: "2026-10-02", dateTo: "2026-10-01" }, "/dateTo"],
  [{ updatedSince: "2026-10-01" }, "/updatedSince"],
  [{ contactId: "Kauri" }, "/contactId"],
  [{ accountId: "200" }, "/accountId"],
  [{ accountCode: "\0" }, "/accountCode"],
  [{ isReconciled: "perhaps" }, "/isReconciled"],
  [{ q: "a\0b" }, "/q"],
  [{ q: "x".repeat(501) }, "/q"],
  [{ amountMin: "1,000" }, "/amountMin"],
  [{ amountMax: "1e3" }, "/amountMax"],
  [{ amountMax: "999999999999999" }, "/amountMax"],
  [{ amountMin: "2", amountMax: "1" }, "/amountMax"],
  [{ sort: "contact" }, "/sort"],
  [{ limit: 0 }, "/limit"],
  [{ limit: 201 }, "/limit"],
  [{ cursor: "made up" }, "/cursor"],
  [{ cursor: Buffer.from(JSON.stringify({ sort: "-date", key: "2026-13-01", id: uuidv7() })).toString("base64url") }, "/cursor"],
  [{ tenantId: ["mine"] }, "/tenantId/0"],
  [{ colour: "red" }, "/colour"],
])("%j is refused, with a pointer to %s", async (asked, pointer) => {
  await expect(listStoredTransactions.call(callerOf(books), asked)).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer, detail: expect.any(String) }] });
});

test("a cursor goes on only in the order it was given out in", async () => {
  const { nextCursor } = await page({ limit: 2 });
  await expect(page({ limit: 2, cursor: nextCursor, sort: "date" })).rejects.toMatchObject({ reason: "invalid", faults: [{ pointer: "/cursor" }] });
});

test("another organisation's documents never appear, neither in a list, by cursor, by contact nor by id", async () => {
  expect(await references({ q: "theirs" })).toEqual([]);
  expect((await page({}, callerOf(other))).data.map(({ reference }) => reference)).toEqual(["theirs"]);
  const [theirs] = (await page({}, callerOf(other))).data;
  const { nextCursor } = await page({ limit: 3 });
  expect((await page({ cursor: nextCursor }, callerOf(other))).data.every(({ tenantId }) => tenantId === other.scope.tenantId)).toBe(true);
  expect((await page({ contactId: kauri }, callerOf(other))).data).toEqual([]);
  await expect(getTransaction.call(callerOf(books), { id: theirs?.id })).rejects.toMatchObject({ reason: "notFound" });
  await expect(listStoredTransactions.call(callerOf(books), { tenantId: [other.scope.tenantId] })).rejects.toMatchObject({ reason: "notFound" });
});

test("several organisations are one list in one order, and an organisation named twice is there once", async () => {
  const both = callerOf(books, other);
  const first = await page({ limit: 6 }, both);
  expect(first.data.map(({ reference }) => reference).slice(0, 5)).toEqual(sorted(["move", "fee", "interest", "paid", "draft"]));
  const second = await page({ limit: 6, cursor: first.nextCursor }, both);
  expect([...first.data, ...second.data].map(({ reference }) => reference).toSorted()).toEqual([...all, "theirs"].toSorted());
  expect(second).toMatchObject({ nextCursor: null, hasMore: false });
  expect((await page({ tenantId: [books.scope.tenantId, books.scope.tenantId] }, both)).data).toHaveLength(all.length);
});

test("in the order of amounts, nine comes before ten and after eight", async () => {
  const amounts = (await page({ sort: "amount" })).data.map(({ amount }) => amount);
  expect(amounts).toEqual(["0.01", "10.00", "15.50", "99.99", "115.50", "115.50", "500.00", "2300.00"]);
  expect((await page({ sort: "-amount" })).data.map(({ amount }) => amount)).toEqual(amounts.toReversed());
});

test("a document says what the API promises of it", async () => {
  const [move] = (await page({ type: ["TRANSFER"] })).data;
  expect(move).toMatchObject({ amount: "500.00", currencyCode: "NZD", currencyRate: "1", baseCurrency: "NZD", bankAccountId: cheque.id, toBankAccountId: savings.id, isReconciled: true, updatedAt: "2026-11-01T00:00:00.000Z" });
  const [sale] = (await page({ status: ["PAID"] })).data;
  expect(sale).toMatchObject({ contactId: kauri, contactName: "Kauri & Sons", isReconciled: null, url: expect.stringContaining(`/invoicing/view/${sale?.id}`) });
});

test("one document comes with its lines, its other side, and its journal for those who may read journals", async () => {
  const [sale] = (await page({ status: ["PAID"] })).data;
  const id = String(sale?.id);
  const payment = await addPayment(other, { invoice: id, date: "2026-10-20", amount: "115.50" });
  const own = await addPayment(books, { invoice: id, date: "2026-10-21", amount: "115.50" });
  await post(books, [{ date: "2026-10-03", transactionId: id, lines: [[cheque.id, "115.50"], [sales.id, "-115.50"]] }]);
  expect(await getTransaction.call(callerOf(books, other), { id })).toMatchObject({
    id,
    lines: [{ lineNumber: 1, account: { id: sales.id, code: "200", name: "Sales" } }],
    allocations: [{ kind: "payment", date: "2026-10-21", amount: "115.50", document: { id: own, type: "PAYMENT" } }],
    journal: [{ isReversal: false, lines: [{ account: { id: cheque.id }, debit: "115.50", credit: "0.00" }, { account: { id: sales.id }, debit: "0.00", credit: "115.50" }] }],
  });
  const blind: Caller = { ...callerOf(books), scopes: [{ ...books.scope, permissions: ["transactions:read"] }] };
  expect(await getTransaction.call(blind, { id })).toMatchObject({ journal: null, lines: [{ lineNumber: 1 }] });
  expect(payment).not.toBe(own);
});

test("without the permission nothing is listed, and it is named", async () => {
  const blind: Caller = { ...callerOf(books), scopes: [{ ...books.scope, permissions: permissions.filter((permission) => permission !== "transactions:read") }] };
  await expect(listStoredTransactions.call(blind, {})).rejects.toMatchObject({ reason: "forbidden", message: "This needs the permission transactions:read." });
});

test("pages neither skip nor double a document, whatever the order, the ties, and what arrives between them", async () => {
  const sorts = ["-date", "date", "-amount", "amount", "-updatedAt", "updatedAt"] as const;
  const few = { date: fc.constantFrom<Day>("2026-05-01", "2026-05-02"), amount: fc.constantFrom("5.00", "5.01", "10.00"), updatedAt: fc.constantFrom(new Date("2026-06-01T00:00:00Z"), new Date("2026-06-01T00:00:00.001Z")) };
  const some = fc.array(fc.record(few), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sorts), fc.integer({ min: 1, max: 5 }), some, fc.array(some, { maxLength: 3 }), async (sort, limit, early, late) => {
      const crowd = await openTestBooks("A crowd");
      const before = await addDocuments(crowd, early.map((document) => ({ type: "SPEND" as const, ...document })));
      const seen: string[] = [];
      const arrivals = late.values();
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const read = await page({ sort, limit, cursor }, callerOf(crowd));
        seen.push(...read.data.map(({ id }) => id));
        cursor = read.nextCursor;
        await addDocuments(crowd, (arrivals.next().value ?? []).map((document) => ({ type: "SPEND" as const, ...document })));
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(before.filter((id) => !seen.includes(id))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

type Listed = { id: string; tenantId: string; reference: string | null; amount: string };

async function page(asked: Record<string, unknown>, caller = callerOf(books)): Promise<{ data: Listed[]; nextCursor: string | null; hasMore: boolean }> {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null);
  return JSON.parse(JSON.stringify(await listStoredTransactions.call(caller, Object.fromEntries(given))));
}

async function references(asked: Record<string, unknown>): Promise<(string | null)[]> {
  return (await page(asked)).data.map(({ reference }) => reference);
}

/** Newest first; of one day the one made last comes first. */
function sorted(names: readonly string[]): string[] {
  const made = Object.keys(documents);
  const dateOf = (name: string) => documents[name]?.date ?? "";
  return names.toSorted((one, two) => dateOf(two).localeCompare(dateOf(one)) || made.indexOf(two) - made.indexOf(one));
}

function callerOf(...of: TestBooks[]): Caller {
  return { id: "key", userId: books.scope.userId, permissions: [], scopes: of.map(({ scope }) => ({ ...scope, via: "key" })) };
}
