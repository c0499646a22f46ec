// The budgets that a report can be held against, as a form offers them: Xero's first, then own ones, the newest first, and last those of tracking options.
import { read } from "#db/index.ts";
import { listBudgets } from "#lib/budgets/queries.ts";
import { allows, type Scope } from "#lib/scope.ts";

const most = 200;

/** None for who may not read budgets. */
export async function budgetChoices(scope: Scope): Promise<{ value: string; label: string }[]> {
  if (!allows(scope, "budgets:read")) return [];
  const budgets = await read(scope, (q) => listBudgets(q, undefined, null, most));
  const [whole, parts] = [budgets.filter(({ type }) => type !== "TRACKING"), budgets.filter(({ type }) => type === "TRACKING")];
  const [xeros, own] = [whole.filter(({ source }) => source === "xero"), whole.filter(({ source }) => source === "file")];
  return [...xeros.map(({ id, name }) => ({ value: id, label: `${name} (Xero)` })), ...own.map(({ id, name }) => ({ value: id, label: name })), ...parts.map(({ id, name, tracking }) => ({ value: id, label: `${name} (Xero, ${tracking ?? "some options"} only)` }))];
}
