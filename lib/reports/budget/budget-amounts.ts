// What a budget says of an account over some days. A budget is by month: of a month that the days cut, so much counts as has passed of it, day by
// day, rounded so that the pieces of a month come to the month. A month without a figure counts as nothing and is told apart from one with 0.
import { type Day, firstDayOf, lastDayOf, type Month, monthOf, monthsFrom } from "#lib/day.ts";
import { rangeLabel } from "#lib/day-label.ts";
import { decimal, type Money, portion, sum } from "#lib/money.ts";
import type { Proof } from "#lib/reports/report.ts";

/** In the sign in which a profit and loss prints the account. */
export type BudgetFigure = { accountId: string; month: Month; amount: Money; note: string | null; lineNumber: number | null };
export type Days = { start: Day; end: Day };
export type BudgetAmount = { amount: Money | null; reason: string | null; missingMonths: number; proof: Extract<Proof, { kind: "budget" }> };
export type OpenBudget = { accounts: ReadonlySet<string>; amountOf: (accountId: string, days: Days) => BudgetAmount };

type Part = Extract<Proof, { kind: "budget" }>["months"][number] & { money: Money };

export function openBudget(figures: readonly BudgetFigure[]): OpenBudget {
  const known = Map.groupBy(figures, ({ accountId }) => accountId);
  return {
    accounts: new Set(known.keys()),
    amountOf(accountId, days) {
      const own = known.get(accountId) ?? [];
      const parts = monthsFrom(monthOf(days.start), monthOf(days.end)).map((month) => partOf(month, days, own.find((figure) => figure.month === month)));
      const given = parts.filter(({ budgeted }) => budgeted !== null);
      return {
        amount: given.length === 0 ? null : sum(given.map(({ money }) => money)),
        reason: given.length > 0 ? null : own.length === 0 ? "This account is not in the budget." : `The budget has no figure for ${rangeLabel(days.start, days.end)}.`,
        missingMonths: own.length === 0 ? 0 : parts.length - given.length,
        proof: { kind: "budget", months: parts.map(({ money: _money, ...part }) => part) },
      };
    },
  };
}

function partOf(month: Month, { start, end }: Days, figure: BudgetFigure | undefined): Part {
  const of = dayOfMonth(lastDayOf(month));
  const [first, last] = [start > firstDayOf(month) ? dayOfMonth(start) : 1, end < lastDayOf(month) ? dayOfMonth(end) : of];
  const counted = figure ? passed(figure.amount, last, of) - passed(figure.amount, first - 1, of) : 0n;
  const days = last - first + 1 === of ? null : { counted: last - first + 1, of };
  const { note = null, lineNumber = null } = figure ?? {};
  return { month, budgeted: figure ? decimal(figure.amount) : null, counted: decimal(counted), days, lineNumber, note, money: counted };
}

/** What counts of a month up to one of its days. */
function passed(amount: Money, days: number, of: number): Money {
  if (days === 0) return 0n;
  return days === of ? amount : portion(amount, BigInt(days), BigInt(of));
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}
