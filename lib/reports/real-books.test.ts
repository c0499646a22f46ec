import { expect, test } from "vitest";
import { type Day, lastDayOf } from "#lib/day.ts";
import { expectedCells, field, haveRealBooks, realRows } from "#lib/ledger/testing/real-books.ts";
import { decimal, type Money, money } from "#lib/money.ts";
import { balanceSheet } from "#lib/reports/balance-sheet.ts";
import type { Books, Movement } from "#lib/reports/books.ts";
import { cashFlow } from "#lib/reports/cash-flow/cash-flow.ts";
import { balanceColumns, movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import type { Row } from "#lib/reports/report.ts";
import { account } from "#lib/reports/testing/statements.ts";

const plan = { from: "2019-10-01", to: "2021-03-31", columns: "month", compare: "none", today: "2021-06-30", yearEnd: { month: 3, day: 31 } } as const;

test.skipIf(!haveRealBooks)("every profit-and-loss cell of the real books is what hledger makes of them", () => {
  const { rows } = profitAndLoss(realBooks(), movementColumns(plan), true);
  expectEvery("PL", (line, month) => valueAt(rows, line, month));
});

test.skipIf(!haveRealBooks)("every balance-sheet cell of the real books is, with a year that ends on the last day of February", () => {
  const { rows } = balanceSheet(realBooks(), balanceColumns(plan), true, { month: 2, day: 29 });
  expectEvery("BS", (line, month) => valueAt(rows, line, `asAt:${lastDayOf(month.slice(0, 7))}`));
});

test.skipIf(!haveRealBooks)("cash of the real books begins, changes and ends each month as hledger has it, and the check row is nothing", () => {
  const { rows } = cashFlow(realBooks(), movementColumns(plan), { method: "indirect", presentation: "ias7", hideZero: true });
  const ids: Record<string, string> = { opening: "cash:beginning", net: "total:netChange", closing: "cash:end" };
  expectEvery("CASH", (line, month) => money(rows.find(({ id }) => id === ids[line])?.cells.find((cell) => cell.column === month.slice(0, 7))?.value ?? "missing"), 50);
  expect(new Set(rows.find(({ id }) => id === "check:cash")?.cells.map(({ value }) => value))).toEqual(new Set(["0.00"]));
});

function expectEvery(report: string, actual: (line: string, period: string) => Money, atLeast = 400): void {
  const cells = expectedCells().filter((cell) => field(cell, "report") === report);
  expect(cells.length).toBeGreaterThan(atLeast);
  const table = (amountOf: (cell: (typeof cells)[number]) => Money) => cells.map((cell) => `${field(cell, "line")} ${field(cell, "period")} ${decimal(amountOf(cell))}`);
  expect(table((cell) => actual(field(cell, "line"), field(cell, "period")))).toEqual(table((cell) => money(field(cell, "amount"))));
}

/** An account that is nil in every column is not printed. */
function valueAt(rows: readonly Row[], line: string, column: string): Money {
  const row = rows.find(({ id }) => id === `account:${line}` || id === `total:${line}`);
  return money(row?.cells.find((cell) => cell.column === column)?.value ?? "0");
}

function realBooks(): Books {
  const accounts = realRows("account").map((row) => {
    const systemAccount = field(row, "name") === "Retained Earnings" ? "RETAINEDEARNINGS" : null;
    return account(field(row, "account_id"), field(row, "name"), field(row, "type"), { systemAccount });
  });
  const days = new Map(realRows("journal").map((row): [string, Day] => [field(row, "journal_id"), field(row, "journal_date").slice(0, 10)]));
  const movements = realRows("journal_line").map((row): Movement => {
    const day = days.get(field(row, "journal_id")) ?? "";
    return { accountId: field(row, "account_id"), start: day, end: day, net: money(field(row, "net_amount")) };
  });
  return { accounts, movements, residuals: [] };
}
