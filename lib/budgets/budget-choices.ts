// The budgets that a report can be held against, as a form offers them: Xero's first, then own ones, the newest first.
import { read } from "#db/index.ts";
import { listBudgets } from "#lib/budgets/queries.ts";
import { allows, type Scope } from "#lib/scope.ts";

const most = 200;

/** None for who may not read budgets. */
export async function budgetChoices(scope: Scope): Promise<{ value: string; label: string }[]> {
  if (!allows(scope, "budgets:read")) return [];
  const budgets = (await read(scope, (q) => listBudgets(q, undefined, null, most))).filter(({ type }) => type !== "TRACKING");
  const [xeros, own] = [budgets.filter(({ source }) => source === "xero"), budgets.filter(({ source }) => source === "file")];
  return [...xeros.map(({ id, name }) => ({ value: id, label: `${name} (Xero)` })), ...own.map(({ id, name }) => ({ value: id, label: name }))];
}
