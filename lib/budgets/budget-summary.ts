// A budget as a statement: account by month in the order of a profit and loss, with gross profit, total expenses and net profit, as Xero's Budget
// Summary has it. Months without a figure stay empty and count as nothing.
import { firstDayOf, lastDayOf } from "#lib/day.ts";
import { openBudget, type BudgetFigure } from "#lib/reports/budget/budget-amounts.ts";
import { quartets } from "#lib/reports/budget/budget-columns.ts";
import { withBudget } from "#lib/reports/budget/with-budget.ts";
import { movementColumns } from "#lib/reports/periods.ts";
import { profitAndLoss } from "#lib/reports/profit-and-loss.ts";
import type { Column, Row } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

export type BudgetSummary = { columns: Column[]; rows: Row[] };

/** Only accounts that are in it. Null for a budget without a figure. */
export function budgetSummary(accounts: readonly Account[], figures: readonly BudgetFigure[]): BudgetSummary | null {
  const months = figures.map(({ month }) => month).toSorted();
  const [first, last] = [months.at(0), months.at(-1)];
  if (first === undefined || last === undefined) return null;
  // Of any day: nothing has happened, so nothing is incomplete.
  const to = lastDayOf(last);
  const columns = quartets(movementColumns({ from: firstDayOf(first), to, columns: "month", compare: "none", today: "9999-12-31", yearEnd: { day: 31, month: 12 } }));
  const budget = openBudget(figures);
  const nothing = profitAndLoss({ accounts, movements: [], residuals: [] }, columns.map(({ actual }) => actual), true, budget.accounts);
  const shown = new Map(columns.map(({ budget: held, actual }) => [held.id, actual.id]));
  const rows = withBudget(nothing.rows, columns, budget).map((row) => ({
    ...row,
    cells: row.cells.flatMap((cell) => (shown.has(cell.column) ? [{ ...cell, column: shown.get(cell.column) ?? "", proof: null }] : [])),
  }));
  return { columns: columns.map(({ actual }) => actual), rows };
}
