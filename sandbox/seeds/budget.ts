// The overall budget of a seed: an amount for each of its accounts and months, for the history and the year ahead.

import { addMonths, startOf } from "../exact/day.ts";
import { idFor, type Month, type Written } from "./written.ts";

// `amountIn` is given the monthly figure of an account and the place of the month; undefined is a month that nobody budgeted.
export function overallBudget(
  firm: string,
  months: readonly Month[],
  monthly: readonly (readonly [code: string, amount: number])[],
  amountIn: (amount: number, index: number, code: string) => bigint | undefined,
): Written {
  const first = months[0]?.start ?? "";
  const periods = Array.from({ length: months.length + 12 }, (_, index) => addMonths(first, index).slice(0, 7));
  return {
    BudgetID: idFor(firm, "budget"),
    Type: "OVERALL",
    Status: "APPROVED",
    Description: "Overall Budget",
    UpdatedDateUTC: startOf(first),
    BudgetLines: monthly.map(([AccountCode, amount]) => ({
      AccountCode,
      BudgetBalances: periods.flatMap((Period, index) => {
        const Amount = amountIn(amount, index, AccountCode);
        return Amount === undefined ? [] : [{ Period, Amount, Notes: "" }];
      }),
    })),
  };
}
