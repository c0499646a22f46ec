// Real books (their files say where they come from) through the stand-in, against cells that other engines computed from them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "#db/index.ts";
import { firstDayOf, lastDayOf, monthsFrom } from "#lib/day.ts";
import { chartOfAccounts, movementsBetween } from "#lib/ledger/queries.ts";
import { decimal, type Money, money, sum } from "#lib/money.ts";
import { makeReport } from "#lib/reports/create-report.ts";
import type { Report } from "#lib/reports/report.ts";
import { expectFigures } from "#lib/reports/testing/expect-figures.ts";
import { haveHledger, withoutHledger } from "../scripts/hledger/find.ts";
import { verifyOrganisation } from "../scripts/hledger/verify.ts";
import { haveRealBooks, realBooksFolder, skippedWithout, type SyncedRealBooks, syncedRealBooks } from "./testing/synced-real-books.ts";

const months = monthsFrom("2019-10", "2021-03");

let books: SyncedRealBooks;

beforeAll(async () => {
  if (haveRealBooks) books = await syncedRealBooks("on");
});
afterAll(() => books?.close());

test.skipIf(!haveRealBooks)(`journals are read to the last one and are the ledger${skippedWithout}`, () => {
  // These books were handed out without their tax rates, and cash is posted from documents: two of their tax types have amounts.
  const unknownRates = ["NONE", "CAN007"].map((taxType) => expect.stringContaining(`The tax type ${taxType} is not among Xero's tax rates`));
  expect({ status: books.job?.status, error: books.job?.error, warnings: books.job?.result?.warnings }).toEqual({ status: "succeeded", error: null, warnings: unknownRates });
  expect(books.job?.result?.objects.Journals).toMatchObject({ fetched: 1685 });
});

test.skipIf(!haveRealBooks)(`every one of the 1,710 cells is equal to the cent${skippedWithout}`, async () => {
  const expected = readFileSync(join(realBooksFolder, "expected-cells.csv"), "utf8").trim().split("\n").slice(1).map((line) => line.split(","));
  const { cells, statements } = await computedCells();
  for (const { data, own } of statements) {
    const known = expected.map(([report, period, line, amount]) => [`${report} ${period} ${line}`, decimal(money(amount ?? ""))] as const).filter(([cell]) => own.has(cell));
    await expectFigures(data, Object.fromEntries(known.map(([cell]) => [cell, decimal(own.get(cell) ?? 0n)])), Object.fromEntries(known));
  }
  const wrong = expected.filter(([report, period, line, amount]) => cells.get(`${report} ${period} ${line}`) !== money(amount ?? ""));
  expect(expected).toHaveLength(1710);
  expect(wrong.map((row) => [...row, String(cells.get(`${row[0]} ${row[1]} ${row[2]}`))].join(","))).toEqual([]);
});

test.skipIf(!haveRealBooks || !haveHledger())(`hledger adds the stored statements and every trial balance up to the same${withoutHledger}${skippedWithout}`, async () => {
  const { statements, trialBalances } = await verifyOrganisation(books.tenantId);
  expect([...statements.differences, ...trialBalances.differences]).toEqual([]);
  expect(statements.compared).toBeGreaterThan(1000);
  expect(trialBalances.compared).toBe(months.length * 71);
}, 180_000);

type Cells = Map<string, Money>;

/** "PL 2020-03 <account or total>" → amount as presented; `own` are those of a statement. */
async function computedCells(): Promise<{ cells: Cells; statements: { data: Report; own: Cells }[] }> {
  const { tenantId, admin } = books;
  const cells: Cells = new Map();
  const statements: { data: Report; own: Cells }[] = [];
  const chart = await read({ tenantId }, chartOfAccounts);
  const xeroIdOf = new Map(chart.map(({ id, xeroId }) => [id, xeroId]));
  const [first, second] = [months.slice(0, 9), months.slice(9)];
  for (const part of [first, second]) {
    const span = { from: firstDayOf(part.at(0) ?? ""), to: lastDayOf(part.at(-1) ?? "") };
    for (const [type, short] of [["PROFIT_LOSS", "PL"], ["BALANCE_SHEET", "BS"]] as const) {
      const stored = await makeReport({ tenantId, userId: admin.userId }, { type, name: null, wishes: { ...span, columns: "month", hideZero: false } });
      const own = cellsOf(stored.data, short, xeroIdOf);
      for (const [cell, amount] of own) cells.set(cell, amount);
      statements.push({ data: stored.data, own });
    }
  }
  await read({ tenantId }, async (q) => {
    let opening = 0n;
    for (const month of months) {
      const balances = await movementsBetween(q, { basis: "accrual", from: null, to: lastDayOf(month) });
      for (const { id, xeroId } of chart) cells.set(`TB ${month} ${xeroId}`, balances.get(id) ?? 0n);
      const closing = sum(chart.filter(({ type }) => type === "BANK").map(({ id }) => balances.get(id) ?? 0n));
      cells.set(`CASH ${month} opening`, opening);
      cells.set(`CASH ${month} net`, closing - opening);
      cells.set(`CASH ${month} closing`, closing);
      opening = closing;
    }
  });
  return { cells, statements };
}

function cellsOf({ rows }: Report, short: string, xeroIdOf: ReadonlyMap<string, string>): Cells {
  const cells: Cells = new Map();
  for (const row of rows) {
    const line = row.id.startsWith("account:") ? (xeroIdOf.get(row.accountId ?? "") ?? "") : row.id.replace(/^total:/, "");
    for (const { column, value } of row.cells) {
      const month = /\d{4}-\d{2}/.exec(column)?.[0];
      if (month && value !== null) cells.set(`${short} ${month} ${line}`, money(value));
    }
  }
  return cells;
}
