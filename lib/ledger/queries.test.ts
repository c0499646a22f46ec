import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { postPending } from "#lib/ledger/posting/post-pending.ts";
import { balancesAsAt, chartOfAccounts, journalOf, movementsBetween, movementsByMonth } from "#lib/ledger/queries.ts";
import { document, line } from "#lib/ledger/testing/books.ts";
import { chart, idOf, openOrganisation, organisationOf, putDocuments, type Scope } from "#lib/ledger/testing/queries.ts";
import { decimal } from "#lib/money.ts";

let database: TestDatabase;
let scope: Scope;
let earlier: number;
const basis = "accrual" as const;
const fifthOfApril = { month: 4, day: 5 };
const received = (name: string, date: string, amount: string, status = "AUTHORISED") => document(name, "RECEIVE", amount, [line("sales", amount)], { date, status });
const id = (name: string) => idOf(name, scope.tenantId);

beforeAll(async () => {
  database = await freshDatabase();
  scope = await openOrganisation("figures", chart, fifthOfApril);
  await transaction(scope, (tx) => putDocuments(tx, [received("R-1", "2025-03-20", "100.00"), received("R-2", "2025-04-05", "50.00"), received("R-3", "2025-04-06", "7.00"), received("R-4", "2025-05-31", "1.00")]));
  await postPending(scope);
  earlier = (await organisationOf(scope)).ledgerSequence ?? 0;
  await transaction(scope, (tx) => putDocuments(tx, [received("R-2", "2025-04-05", "50.00", "DELETED"), received("R-5", "2025-05-02", "30.00")]));
  await postPending(scope);
});
afterAll(() => database.close());

test("profit is cut by day where the year ends on 5 April", async () => {
  const moved = async (from: string | null, to: string) => decimal((await read(scope, (q) => movementsBetween(q, { basis, from, to }))).get(id("sales")) ?? 0n);
  expect([await moved("2024-04-06", "2025-04-05"), await moved("2025-04-06", "2026-04-05"), await moved(null, "2025-04-30"), await moved("2025-04-06", "2025-04-06")]).toEqual(["-100.00", "-38.00", "-107.00", "-7.00"]);
});

test("as at an earlier sequence the figures are what they were", async () => {
  const asked = { basis, from: null, to: "2025-12" };
  const told = (rows: { accountId: string; month: string; amount: bigint }[]) => Object.fromEntries(rows.filter(({ accountId }) => accountId === id("sales")).map(({ month, amount }) => [month, decimal(amount)]));
  expect(told(await read(scope, (q) => movementsByMonth(q, asked)))).toEqual({ "2025-03": "-100.00", "2025-04": "-7.00", "2025-05": "-31.00" });
  expect(told(await read(scope, (q) => movementsByMonth(q, { ...asked, upToSequence: earlier })))).toEqual({ "2025-03": "-100.00", "2025-04": "-57.00", "2025-05": "-1.00" });
  const before = await read(scope, (q) => balancesAsAt(q, { basis, day: "2025-04-30", yearEnd: fifthOfApril, upToSequence: earlier }));
  expect([decimal(before.currentYearEarnings), decimal(before.retainedEarnings), decimal(before.accounts.get(id("bank")) ?? 0n)]).toEqual(["-7.00", "-150.00", "157.00"]);
});

test("the journal of a document shows its posting and its reversal", async () => {
  const rows = await read(scope, (q) => journalOf(q, id("R-2")));
  expect(rows.filter(({ entry }) => entry.basis === "cash")).toHaveLength(4);
  expect(rows.filter(({ entry }) => entry.basis === "accrual").map(({ entry, line: { debit, credit }, account }) => [entry.reversal, account.name, decimal(debit - credit)])).toEqual([[false, "bank", "50.00"], [false, "sales", "-50.00"], [true, "bank", "-50.00"], [true, "sales", "50.00"]]);
});

test("the chart holds every account of the organisation and none of another", async () => {
  await openOrganisation("another");
  const accounts = await read(scope, chartOfAccounts);
  expect(accounts.map(({ name }) => name).toSorted()).toEqual(Object.keys(chart).toSorted());
});
