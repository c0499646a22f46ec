// Every report is a sum of entry lines between two days; this file does the summing and nothing else.

import type { Account } from "../books/readers.ts";
import { addDays, type Day } from "../exact/day.ts";
import { fiscalYearStart, type YearEnd } from "../exact/fiscal-year.ts";
import type { Entry } from "../posting/entry.ts";
import type { View } from "../books/view.ts";

export type Balances = ReadonlyMap<string, bigint>;
export type Books = { readonly view: View; readonly ledger: readonly Entry[] };

// Net per account, debit positive, of the entries dated from..to, both included; without `from`, since the beginning.
export function balances(ledger: readonly Entry[], from: Day | undefined, to: Day, withOption?: string): Balances {
  const found = new Map<string, bigint>();
  for (const { date, lines } of ledger) {
    if (date > to || (from !== undefined && date < from)) continue;
    for (const { accountId, net, tracking } of lines) {
      if (withOption !== undefined && !tracking?.some((one) => one.TrackingOptionID === withOption)) continue;
      found.set(accountId, (found.get(accountId) ?? 0n) + net);
    }
  }
  return found;
}

export function isProfitAndLoss({ Class }: Account): boolean {
  return Class === "REVENUE" || Class === "EXPENSE";
}

export type Position = {
  readonly balance: (account: Account) => bigint;
  readonly currentYearEarnings: bigint;
  readonly earlierProfit: bigint;
  readonly yearStart: Day;
};

// As at a day: balance-sheet accounts since the beginning, profit accounts since the financial year began, and the
// profit of earlier years on retained earnings. Earnings are given as credits, a profit being positive.
export function positionAt({ view, ledger }: Books, day: Day): Position {
  const yearStart = fiscalYearStart(day, yearEndOf(view));
  const all = balances(ledger, undefined, day);
  const thisYear = balances(ledger, yearStart, day);
  const earlier = balances(ledger, undefined, addDays(yearStart, -1));
  const profitAccounts = view.Accounts.filter(isProfitAndLoss);
  const profit = (of: Balances) => -total(profitAccounts.map(({ AccountID }) => of.get(AccountID) ?? 0n));
  const earlierProfit = profit(earlier);
  return {
    balance: (account) => (isProfitAndLoss(account) ? thisYear : all).get(account.AccountID) ?? 0n,
    currentYearEarnings: profit(thisYear),
    earlierProfit,
    yearStart,
  };
}

// The chart in the order reports print it. Profit of earlier years needs a home even where the chart names none.
export function printedAccounts({ Accounts }: Pick<View, "Accounts">): readonly Account[] {
  const hasHome = Accounts.some(({ SystemAccount }) => SystemAccount === "RETAINEDEARNINGS");
  return [...Accounts, ...(hasHome ? [] : [UNNAMED_RETAINED])].sort(byName);
}

export const NO_ACCOUNT = "00000000-0000-0000-0000-000000000000";

export const UNNAMED_RETAINED: Account = {
  AccountID: "00000000-0000-0000-0000-000000000001",
  Name: "Retained Earnings",
  Type: "EQUITY",
  Class: "EQUITY",
  Status: "ACTIVE",
  SystemAccount: "RETAINEDEARNINGS",
  UpdatedDateUTC: 0,
};

export function yearEndOf({ Organisation }: Pick<View, "Organisation">): YearEnd {
  return { day: Organisation.FinancialYearEndDay, month: Organisation.FinancialYearEndMonth };
}

export function total(amounts: readonly bigint[]): bigint {
  return amounts.reduce((one, other) => one + other, 0n);
}

function byName(one: Account, other: Account): number {
  return one.Name.localeCompare(other.Name, "en") || one.AccountID.localeCompare(other.AccountID);
}
