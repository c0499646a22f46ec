// What a budget has for some accounts together, proved by its months, each under the name of its account.
import type { MeasureFigure } from "#lib/kpis/measure-figures.ts";
import { decimal, sum } from "#lib/money.ts";
import type { Days, OpenBudget } from "#lib/reports/budget/budget-amounts.ts";
import type { Account } from "#lib/reports/sections.ts";

/** Null where none of them has a figure. */
export function budgetFigure(accounts: readonly Account[], budget: OpenBudget, days: Days): MeasureFigure | null {
  const held = accounts.map(({ id, name }) => ({ name, ...budget.amountOf(id, days) })).filter(({ amount }) => amount !== null);
  if (held.length === 0) return null;
  const months = held.flatMap(({ name, proof }) => proof.months.filter(({ budgeted }) => budgeted !== null).map((month) => ({ ...month, note: name })));
  return { value: decimal(sum(held.map(({ amount }) => amount ?? 0n))), unit: "money", proof: { kind: "budget", months } };
}
