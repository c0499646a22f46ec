// A trial balance as it is presented: Xero posts no closing journal, so profit-and-loss accounts show the financial year and retained
// earnings show what was posted to them with all profit of the years before. All figures debit positive; together they are zero.
import type { AccountClass } from "#db/vocabulary.ts";
import { type Money, sum } from "#lib/money.ts";

export type LedgerAccount = { id: string; class: AccountClass; systemAccount: string | null };
export type Balances = {
  /** Account → balance: of the year for profit-and-loss accounts, since ever for the others, retained earnings with earlier profit. */
  accounts: Map<string, Money>;
  currentYearEarnings: Money;
  retainedEarnings: Money;
};

export function isProfitAndLoss(account: Pick<LedgerAccount, "class">): boolean {
  return account.class === "REVENUE" || account.class === "EXPENSE";
}

export function isRetainedEarnings(account: Pick<LedgerAccount, "systemAccount">): boolean {
  return account.systemAccount === "RETAINEDEARNINGS";
}

/** From movements before the financial year and within it, each by account. Earlier profit without an account to stand on is kept apart. */
export function presentBalances(chart: readonly LedgerAccount[], before: ReadonlyMap<string, Money>, within: ReadonlyMap<string, Money>): Balances {
  const yearly = chart.filter(isProfitAndLoss);
  const earlierProfit = sum(yearly.map(({ id }) => before.get(id) ?? 0n));
  const retained = chart.find(isRetainedEarnings);
  const balanceOf = (account: LedgerAccount) => (isProfitAndLoss(account) ? 0n : (before.get(account.id) ?? 0n)) + (within.get(account.id) ?? 0n) + (account === retained ? earlierProfit : 0n);
  const accounts = new Map(chart.map((account) => [account.id, balanceOf(account)]));
  return {
    accounts,
    currentYearEarnings: sum(yearly.map(({ id }) => within.get(id) ?? 0n)),
    retainedEarnings: retained ? (accounts.get(retained.id) ?? 0n) : earlierProfit,
  };
}
