// Everything the page of a budget shows, from one snapshot.
import { z } from "zod";
import type { Query } from "#db/index.ts";
import { type Budget, toBudget } from "#lib/budgets/budget.ts";
import { type BudgetSummary, budgetSummary } from "#lib/budgets/budget-summary.ts";
import { budgetLines, findBudget } from "#lib/budgets/queries.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";

/** Undefined when there is no such budget here; `summary` is null where it has no figure. */
export async function openBudgetPage(q: Query, id: string): Promise<{ budget: Budget; summary: BudgetSummary | null } | undefined> {
  const row = z.uuid().safeParse(id).success ? await findBudget(q, id) : undefined;
  if (!row) return undefined;
  return { budget: toBudget(row), summary: budgetSummary(await chartOfAccounts(q), await budgetLines(q, id)) };
}
