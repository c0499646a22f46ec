// What a reader of a variance has to know about the budget, in sentences.
import { monthLabel } from "#lib/day-label.ts";
import type { OpenBudget } from "#lib/reports/budget/budget-amounts.ts";
import { wholeBudgets } from "#lib/reports/budget/budget-columns.ts";
import type { Cell, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

const mostNamed = 5;

export function budgetNotes(rows: readonly Row[], accounts: readonly Account[], budget: OpenBudget): string[] {
  return [...missingMonths(rows), ...cutMonths(rows), ...balanceSheet(accounts, budget)];
}

function missingMonths(rows: readonly Row[]): string[] {
  const named = budgetCells(rows).flatMap(({ row, cell, months }) => ((cell.missingMonths ?? 0) > 0 ? months.filter(({ budgeted }) => budgeted === null).map(({ month }) => `${row.label} ${monthLabel(month)}`) : []));
  const missing = [...new Set(named)];
  if (missing.length === 0) return [];
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
  return [`The budget has no figure for ${missing.slice(0, mostNamed).join(", ")}${more}. ${missing.length === 1 ? "It counts" : "They count"} as nothing in the totals.`];
}

function cutMonths(rows: readonly Row[]): string[] {
  const cut = new Map(budgetCells(rows).flatMap(({ months }) => months.flatMap(({ month, days }) => (days ? [[month, days] as const] : []))));
  return [...cut].map(([month, { counted, of }]) => `Of the budget of ${monthLabel(month)} so much counts as has passed of it: ${counted} of ${of} days.`);
}

function balanceSheet(accounts: readonly Account[], budget: OpenBudget): string[] {
  const { length } = accounts.filter((account) => budget.accounts.has(account.id) && account.class !== "REVENUE" && account.class !== "EXPENSE");
  return length === 0 ? [] : [`The budget also has figures for ${length} ${length === 1 ? "account" : "accounts"} of the balance sheet, which ${length === 1 ? "is" : "are"} in no profit and loss.`];
}

/** Those of the whole period and of the year to date. */
function budgetCells(rows: readonly Row[]) {
  return rows.flatMap((row) => row.cells.flatMap((cell: Cell) => (wholeBudgets.includes(cell.column) && cell.proof?.kind === "budget" ? [{ row, cell, months: cell.proof.months }] : [])));
}
