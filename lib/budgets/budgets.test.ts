import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { chainOf } from "#lib/audit/testing/queries.ts";
import { importBudget } from "#lib/budgets/import-budget.ts";
import { insertBudget } from "#lib/budgets/queries.ts";
import { getBudget, listStoredBudgets } from "#lib/budgets/read-budgets.ts";
import { removeBudget } from "#lib/budgets/remove-budget.ts";
import { decimal, money } from "#lib/money.ts";
import { findOrganisation } from "#lib/organisations/queries.ts";
import { permissionsOf } from "#lib/permissions.ts";
import { addAccounts, openTestBooks, type TestBooks } from "#lib/reports/testing/queries.ts";
import { account } from "#lib/reports/testing/statements.ts";

let database: TestDatabase;
let books: TestBooks;
let other: TestBooks;
const [sales, rent] = [account(uuidv7(), "Sales", "REVENUE", { code: "200" }), account(uuidv7(), "Rent", "OVERHEADS", { code: "469" })];

beforeAll(async () => {
  database = await freshDatabase();
  [books, other] = [await openTestBooks("Hāpuku Services"), await openTestBooks("Another Company")];
  await addAccounts(books, [sales, rent]);
});
afterAll(() => database.close());

const file = "Account,2026-04,2026-05\n469,300,300.0001\n200,1000,\n";

function imported(name: string, content = file) {
  return importBudget.run(books.scope, { tenantId: books.scope.tenantId, name, fileName: "board.csv", content });
}

async function stateOf({ scope }: TestBooks) {
  const { data } = await listStoredBudgets.run([scope], { limit: 200 });
  return { budgets: data.length, version: (await read(scope, findOrganisation))?.dataVersion, audit: (await chainOf(scope.tenantId)).length };
}

test("an imported budget is kept to the last decimal, with its file, who imported it and the line of each figure", async () => {
  const { id } = await imported("Board");
  const { lines, ...budget } = await getBudget.run([books.scope], { id });
  expect(lines.map(({ accountCode, month, amount, lineNumber }) => [accountCode, month, decimal(amount), lineNumber])).toEqual([["200", "2026-04", "1000.00", 3], ["469", "2026-04", "300.00", 2], ["469", "2026-05", "300.0001", 2]]);
  expect(budget).toMatchObject({ source: "file", name: "Board", fileName: "board.csv", userId: books.scope.userId, importedBy: `${books.scope.userId}@example.com`, firstMonth: "2026-04", lastMonth: "2026-05", accounts: 2 });
  expect((await chainOf(books.scope.tenantId)).at(-1)).toMatchObject({ action: "budget.imported", resourceId: id, details: { name: "Board", fileName: "board.csv", lines: 3 } });
});

test("of a file with a single fault nothing is kept, neither in the books nor in the audit", async () => {
  const before = await stateOf(books);
  await expect(imported("Faulty", `${file}999,1,1\n200,"1,000",1\n`)).rejects.toMatchObject({
    reason: "invalid",
    faults: [{ pointer: "/content", detail: expect.stringContaining("Line 4, column A") }, { pointer: "/content", detail: expect.stringContaining("Line 5, column B (Apr 2026)") }],
  });
  await expect(imported("Board")).rejects.toMatchObject({ reason: "conflict" });
  expect(await stateOf(books)).toEqual(before);
});

test("importing and removing each make what was made of the books before one of yesterday", async () => {
  const before = await stateOf(books);
  const { id } = await imported("Short-lived");
  await removeBudget.run([books.scope], { id });
  expect(await stateOf(books)).toEqual({ budgets: before.budgets, version: (before.version ?? 0) + 2, audit: before.audit + 2 });
  await expect(getBudget.run([books.scope], { id })).rejects.toMatchObject({ reason: "notFound" });
});

test("Xero's budgets are removed in Xero only", async () => {
  const row = await transaction(books.scope, (tx) => insertBudget(tx, { source: "xero", xeroId: "x1", name: "Overall", type: "OVERALL", contentHash: "none" }, [{ accountId: sales.id, month: "2026-04", amount: money("5"), note: null, lineNumber: null }]));
  await expect(removeBudget.run([books.scope], { id: row?.id ?? "" })).rejects.toMatchObject({ reason: "conflict", message: expect.stringContaining("Remove it in Xero") });
});

test("another organisation's budgets are neither listed, read nor removed", async () => {
  const [{ id } = { id: "" }] = (await listStoredBudgets.run([books.scope], {})).data;
  expect((await listStoredBudgets.run([other.scope], {})).data).toEqual([]);
  await expect(getBudget.run([other.scope], { id })).rejects.toMatchObject({ reason: "notFound" });
  await expect(removeBudget.run([other.scope], { id })).rejects.toMatchObject({ reason: "notFound" });
});

test.each(["Standard", "Executive", "ReadOnly"] as const)("%s reads budgets and neither imports nor removes them", async (role) => {
  const scope = { ...books.scope, permissions: permissionsOf(role) };
  const [{ id } = { id: "" }] = (await listStoredBudgets.run([scope], {})).data;
  await expect(importBudget.run(scope, { tenantId: scope.tenantId, name: "Mine", content: file })).rejects.toMatchObject({ reason: "forbidden" });
  await expect(removeBudget.run([scope], { id })).rejects.toMatchObject({ reason: "forbidden" });
});

test("a list goes on behind its cursor until nothing is left", async () => {
  await imported("Third");
  const all = (await listStoredBudgets.run([books.scope], {})).data.map(({ id }) => id);
  const found: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listStoredBudgets.run([books.scope], { limit: 1, cursor });
    found.push(...page.data.map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(found).toEqual(all);
  expect(new Set(all).size).toBe(3);
});
