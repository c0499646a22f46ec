// The board's budget: round monthly figures per profit and loss account, for the history and the year ahead.

import { overallBudget } from "../budget.ts";
import { type Month, units, type Written } from "../written.ts";

const MONTHLY: readonly (readonly [string, number])[] = [
  ["200", 108_000],
  ["205", 46_000],
  ["210", 38_000],
  ["220", 32_000],
  ["270", 250],
  ["310", 32_000],
  ["315", 17_500],
  ["320", 6_500],
  ["325", 1_900],
  ["400", 4_800],
  ["404", 60],
  ["416", 2_245],
  ["433", 800],
  ["445", 650],
  ["469", 9_200],
  ["477", 82_000],
  ["485", 3_900],
  ["489", 700],
  ["493", 1_200],
];

export function budgetFor(months: readonly Month[]): Written {
  return overallBudget("harakeke", months, MONTHLY, (amount, index) => units(amount + index * 10));
}
