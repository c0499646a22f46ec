// Profit and loss by tracking option: one column for each option of a category, what carries none of them, and the
// total, which all the others add up to.

import { refuse } from "../books/problem.ts";
import { balances, type Balances, type Books } from "./balances.ts";
import type { Range } from "./periods.ts";
import type { Column } from "./profit-and-loss.ts";

export function trackingColumns(
  { view, ledger }: Books,
  categoryId: string,
  optionId: string | null,
  { from, to }: Range,
): readonly Column[] {
  const category = view.TrackingCategories.find(({ TrackingCategoryID }) => TrackingCategoryID === categoryId);
  if (!category) refuse("There is no such tracking category.");
  const options = category.Options.map(({ TrackingOptionID, Name: label }) => ({
    id: TrackingOptionID,
    label,
    balances: balances(ledger, from, to, TrackingOptionID),
  }));
  if (optionId) return options.filter(({ id }) => id === optionId);
  const all = balances(ledger, from, to);
  const rest = without(
    all,
    options.map((option) => option.balances),
  );
  return [...options, { label: "Unassigned", balances: rest }, { label: "Total", balances: all }];
}

function without(all: Balances, parts: readonly Balances[]): Balances {
  return new Map([...all].map(([account, net]) => [account, parts.reduce((rest, part) => rest - (part.get(account) ?? 0n), net)]));
}
