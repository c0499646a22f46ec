// Our ledger's trial balance as at a day against the second engine, account by account.
import { addDays, type Day } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import type { Balances } from "#lib/ledger/balances.ts";
import { decimal, type Money } from "#lib/money.ts";
import type { Verdict } from "#lib/second-reading/cells.ts";
import type { Engine } from "#lib/second-reading/engine.ts";
import { isYearly, totalOf } from "#lib/second-reading/expected.ts";

export type ChartAccount = { id: string; name: string; class: string; type: string; systemAccount: string | null };

export function compareTrialBalance(day: Day, ours: Balances, chart: readonly ChartAccount[], engine: Engine, yearEnd: YearEnd): Verdict {
  const yearStart = yearStartOf(day, yearEnd);
  const earlierProfit = totalOf(engine({ from: null, to: addDays(yearStart, -1) }), isYearly);
  const expected = (account: ChartAccount): Money => {
    const balances = engine({ from: isYearly(account.class) ? yearStart : null, to: day });
    const own = balances.get(`${account.class}:${account.type}:${account.id}`) ?? 0n;
    return account.systemAccount === "RETAINEDEARNINGS" ? own + earlierProfit : own;
  };
  const wrong = chart.filter((account) => (ours.accounts.get(account.id) ?? 0n) !== expected(account));
  const differences = wrong.map((account) => `${account.name} as at ${day}: ${decimal(ours.accounts.get(account.id) ?? 0n)} here, ${decimal(expected(account))} by hledger`);
  return { compared: chart.length, differences };
}
