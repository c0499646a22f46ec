// Which budget a report is held against: the one that is asked for, or else Xero's overall budget, or else the own one imported last.
import type { Query } from "#db/index.ts";
import { budgetLines, findBudget, listBudgets, type ReachingBudget } from "#lib/budgets/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { wholeBudgets } from "#lib/reports/budget/budget-columns.ts";
import type { BudgetFigure, Days, OpenBudget } from "#lib/reports/budget/budget-amounts.ts";
import { fault } from "#lib/reports/parameters.ts";
import type { HeldAgainst, Row } from "#lib/reports/report.ts";

/**
 * `only` are the tracking options of the report, "Region: Auckland", where it is not of the whole: then the budget has to be of just these. Refusal "invalid"
 * for one that is not there or of something else, "conflict" where there is none at all.
 */
export async function chosenBudget(q: Query, id: string | undefined, only: string | null = null): Promise<ReachingBudget> {
  const budget = id === undefined ? ((await usualBudget(q, only)) ?? noBudget(only)) : await findBudget(q, id);
  if (!budget) return fault("budgetId", "There is no such budget, or it is not yours.");
  if (!isOf(budget, only)) fault("budgetId", `“${budget.name}” is a budget of ${wholeOrPart(budget)}: it says nothing of ${only ?? "the whole organisation"}.`);
  return budget;
}

function isOf({ type, tracking }: ReachingBudget, only: string | null): boolean {
  return type === "TRACKING" ? only !== null && tracking === only : only === null;
}

function wholeOrPart({ type, tracking }: ReachingBudget): string {
  return type === "TRACKING" ? `${tracking ?? "a tracking option"} only` : "the whole organisation";
}

function noBudget(only: string | null): never {
  if (only !== null) return refuse("conflict", `There is no budget of ${only}. Make one in Xero and sync; then make the report.`);
  return refuse("conflict", "There is no budget yet. Import one, or make one in Xero and sync; then make the report.");
}

/** Undefined where there is none. */
export async function usualBudget(q: Query, only: string | null = null): Promise<ReachingBudget | undefined> {
  const budgets = (await listBudgets(q, undefined, null, 200)).filter((budget) => isOf(budget, only));
  return budgets.find(({ source }) => source === "xero") ?? budgets[0];
}

export type BudgetToHold = { budget: ReachingBudget; figures: readonly BudgetFigure[] };

export async function budgetToHold(q: Query, budget: ReachingBudget): Promise<BudgetToHold> {
  return { budget, figures: await budgetLines(q, budget.id) };
}

/** Months of accounts without a figure in what the net profit was to be, of the period or of the year to date, whichever has more. */
export function missingIn(rows: readonly Row[]): number {
  const cells = rows.find((row) => row.id === "total:netProfit")?.cells ?? [];
  return Math.max(0, ...cells.map(({ column, missingMonths = 0 }) => (wholeBudgets.includes(column) ? missingMonths : 0)));
}

export function missingWithin({ accounts, amountOf }: OpenBudget, days: Days): number {
  return [...accounts].reduce((count, account) => count + amountOf(account, days).missingMonths, 0);
}

export function asHeldAgainst({ id, name, source, xeroId, fileName, fileHash, importedBy, updatedAt, contentHash }: ReachingBudget, missingMonths: number): HeldAgainst {
  return { id, name, source, xeroId, fileName, fileHash, importedBy, readAt: updatedAt.toISOString(), contentHash, missingMonths };
}
