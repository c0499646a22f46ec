// The owners' budget: what a month should bring and cost. Nobody thought of the workshop summer: restoration has no figure for two months, and of the
// last month but one there is none at all.

import { overallBudget } from "../budget.ts";
import { type Month, units, type Written } from "../written.ts";

const MONTHLY: readonly (readonly [string, number])[] = [
  ["200", 9_500],
  ["210", 5_000],
  ["220", 4_800],
  ["270", 0],
  ["310", 2_500],
  ["320", 350],
  ["400", 300],
  ["404", 15],
  ["416", 63],
  ["445", 230],
  ["453", 45],
  ["469", 1_250],
  ["477", 3_150],
];

export function budgetFor(months: readonly Month[]): Written {
  const unplanned = months.length - 3;
  return overallBudget("bramble", months, MONTHLY, (amount, index, code) => {
    const isMissing = index === unplanned || (code === "210" && [unplanned - 2, unplanned - 1].includes(index));
    return isMissing ? undefined : units(amount);
  });
}
