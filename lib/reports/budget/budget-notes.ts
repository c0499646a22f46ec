// What a reader of a variance has to know about the budget, in sentences.
import { monthLabel } from "#lib/day-label.ts";
import type { OpenBudget } from "#lib/reports/budget/budget-amounts.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

const mostNamed = 5;

/** `whole` is the column of the budget that covers all of them. */
export function budgetNotes(rows: readonly Row[], whole: Column, accounts: readonly Account[], budget: OpenBudget): string[] {
  return [...missingMonths(rows, whole), ...cutMonths(rows, whole), ...balanceSheet(accounts, budget)];
}

function missingMonths(rows: readonly Row[], whole: Column): string[] {
  const missing = budgetCells(rows, whole).flatMap(({ row, cell, months }) => ((cell.missingMonths ?? 0) > 0 ? months.filter(({ budgeted }) => budgeted === null).map(({ month }) => `${row.label} ${monthLabel(month)}`) : []));
  if (missing.length === 0) return [];
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : "";
  return [`The budget has no figure for ${missing.slice(0, mostNamed).join(", ")}${more}. ${missing.length === 1 ? "It counts" : "They count"} as nothing in the totals.`];
}

function cutMonths(rows: readonly Row[], whole: Column): string[] {
  const cut = new Map(budgetCells(rows, whole).flatMap(({ months }) => months.flatMap(({ month, days }) => (days ? [[month, days] as const] : []))));
  return [...cut].map(([month, { counted, of }]) => `Of the budget of ${monthLabel(month)} so much counts as has passed of it: ${counted} of ${of} days.`);
}

function balanceSheet(accounts: readonly Account[], budget: OpenBudget): string[] {
  const { length } = accounts.filter((account) => budget.accounts.has(account.id) && account.class !== "REVENUE" && account.class !== "EXPENSE");
  return length === 0 ? [] : [`The budget also has figures for ${length} ${length === 1 ? "account" : "accounts"} of the balance sheet, which ${length === 1 ? "is" : "are"} in no profit and loss.`];
}

function budgetCells(rows: readonly Row[], { id }: Column) {
  return rows.flatMap((row) => row.cells.flatMap((cell: Cell) => (cell.column === id && cell.proof?.kind === "budget" ? [{ row, cell, months: cell.proof.months }] : [])));
}
