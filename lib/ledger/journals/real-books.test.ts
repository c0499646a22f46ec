import { afterAll, beforeAll, expect, test } from "vitest";
import { read, transaction } from "#db/index.ts";
import type { AccountClass } from "#db/vocabulary.ts";
import { freshDatabase, type TestDatabase } from "#db/testing.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { postXeroJournals, type XeroJournal } from "#lib/ledger/journals/post-xero-journals.ts";
import { balancesAsAt, movementsBetween, movementsByMonth } from "#lib/ledger/queries.ts";
import { expectedCells, field, haveRealBooks, realRows } from "#lib/ledger/testing/real-books.ts";
import { idOf, openOrganisation, type Scope, type TestAccount } from "#lib/ledger/testing/queries.ts";
import { lastDayOf } from "#lib/day.ts";
import { decimal, money } from "#lib/money.ts";

const yearEnd = { month: 2, day: 29 };
const untaxed = { taxAmount: 0n, taxType: null, trackingSetId: null };
const classes: readonly AccountClass[] = ["ASSET", "EQUITY", "EXPENSE", "LIABILITY", "REVENUE"];
let database: TestDatabase;
let scope: Scope;

beforeAll(async () => {
  database = await freshDatabase();
  if (haveRealBooks) scope = await openOrganisation("real books", realChart(), yearEnd);
});
afterAll(() => database.close());

function realChart(): Record<string, TestAccount> {
  const classOf = (text: string) => classes.find((known) => known === text) ?? "ASSET";
  return Object.fromEntries(realRows("account").map((row) => [field(row, "account_id"), { type: field(row, "type"), class: classOf(field(row, "class")), ...retained(field(row, "name")) }]));
}

function retained(name: string): { systemAccount?: string } {
  return name === "Retained Earnings" ? { systemAccount: "RETAINEDEARNINGS" } : {};
}

function realJournals(): XeroJournal[] {
  const lines = Map.groupBy(realRows("journal_line"), (row) => field(row, "journal_id"));
  return realRows("journal").map((row) => ({
    journalId: field(row, "journal_id"),
    journalNumber: Number(field(row, "journal_number")),
    date: field(row, "journal_date"),
    sourceId: field(row, "source_id") || null,
    sourceType: field(row, "source_type") || null,
    lines: (lines.get(field(row, "journal_id")) ?? []).map((line) => ({ ...untaxed, accountXeroId: field(line, "account_id"), netAmount: money(field(line, "net_amount")) })),
  }));
}

test.skipIf(!haveRealBooks)("1,685 journals of Xero's become the ledger, once, however often they are read", async () => {
  const journals = realJournals();
  for (const page of batchesOf(journals, 100)) expect((await transaction(scope, (tx) => postXeroJournals(tx, page))).warnings).toEqual([]);
  expect(await transaction(scope, (tx) => postXeroJournals(tx, journals))).toEqual({ entries: 0, warnings: [] });
});

test.skipIf(!haveRealBooks)("every month of every profit-and-loss account is equal to the cent", async () => {
  const cells = expectedCells().map((row) => ({ report: field(row, "report"), period: field(row, "period"), line: field(row, "line"), amount: field(row, "amount") }));
  const ids = new Map(realRows("account").map((row) => [field(row, "account_id"), { id: idOf(field(row, "account_id"), scope.tenantId), isIncome: field(row, "class") === "REVENUE" }]));
  const months = await read(scope, (q) => movementsByMonth(q, { basis: "accrual", from: null, to: "2099-12" }));
  const moved = new Map(months.map(({ accountId, month, amount }) => [`${accountId} ${month}`, amount]));
  const monthly = cells.filter(({ report, line }) => report === "PL" && ids.has(line));
  const differing = monthly.filter(({ line, period, amount }) => {
    const account = ids.get(line);
    const net = moved.get(`${account?.id} ${period}`) ?? 0n;
    return (account?.isIncome ? -net : net) !== money(amount);
  });
  expect([monthly.length > 300, differing]).toEqual([true, []]);
});

test.skipIf(!haveRealBooks)("current-year and retained earnings are the real ones at every month-end", async () => {
  const cells = expectedCells().filter((row) => field(row, "report") === "BS" && /Earnings$/.test(field(row, "line")));
  for (const row of cells) {
    const day = field(row, "period").length === 7 ? lastDayOf(field(row, "period")) : field(row, "period");
    const balances = await read(scope, (q) => balancesAsAt(q, { basis: "accrual", day, yearEnd }));
    const balance = field(row, "line") === "retainedEarnings" ? balances.retainedEarnings : balances.currentYearEarnings;
    expect([day, field(row, "line"), decimal(-balance)]).toEqual([day, field(row, "line"), decimal(money(field(row, "amount")))]);
    expect([...balances.accounts.values()].reduce((sum, amount) => sum + amount, 0n)).toBe(0n);
  }
  expect(cells.length).toBeGreaterThan(30);
});

test.skipIf(!haveRealBooks)("every account of every month-end, since the books began, is equal to the cent", async () => {
  const cells = Map.groupBy(expectedCells().filter((row) => field(row, "report") === "TB"), (row) => field(row, "period"));
  for (const [month, rows] of cells) {
    const balances = await read(scope, (q) => movementsBetween(q, { basis: "accrual", from: null, to: lastDayOf(month) }));
    const differing = rows.filter((row) => (balances.get(idOf(field(row, "line"), scope.tenantId)) ?? 0n) !== money(field(row, "amount")));
    expect([month, differing]).toEqual([month, []]);
  }
  expect(cells.size).toBe(18);
});
