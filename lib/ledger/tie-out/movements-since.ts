// How far a trial balance moved from one reading to the next. Profit-and-loss accounts begin again with each financial year, and retained
// earnings take the profit of the year that ended: that is presentation, not movement, so over all accounts movements sum to zero. The same
// is done to Xero's readings and to our own balances, which makes them comparable whatever days were read.
import type { Day } from "#lib/day.ts";
import { type YearEnd, yearStartOf } from "#lib/financial-year.ts";
import { isProfitAndLoss, isRetainedEarnings, type LedgerAccount } from "#lib/ledger/balances.ts";
import { type Money, sum } from "#lib/money.ts";

/** Account → balance as presented, debit positive; an account that is not there has none. */
export type Reading = { day: Day; balances: ReadonlyMap<string, Money> };

export function movementsSince(previous: Reading | null, reading: Reading, chart: readonly LedgerAccount[], yearEnd: YearEnd): Map<string, Money> {
  const began = previous !== null && yearStartOf(previous.day, yearEnd) !== yearStartOf(reading.day, yearEnd);
  const before = (account: LedgerAccount) => previous?.balances.get(account.id) ?? 0n;
  const closed = began ? sum(chart.filter(isProfitAndLoss).map(before)) : 0n;
  const carried = (account: LedgerAccount) => (isProfitAndLoss(account) && began ? 0n : before(account)) + (isRetainedEarnings(account) ? closed : 0n);
  return new Map(chart.map((account) => [account.id, (reading.balances.get(account.id) ?? 0n) - carried(account)]));
}
