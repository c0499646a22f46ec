// The ledger on cash basis against Xero's trial balance on that basis, which is read for one day at a time: balances as they stand on that
// day, not movements from one reading to the next. What Xero posts by itself is the same on both bases; so what an account lacks on cash basis
// is explained where it lacks the same amount to the cent on accrual basis, and all of that is explained there.
import type { Query } from "#db/index.ts";
import { addDays, type Day } from "#lib/day.ts";
import { isProfitAndLoss, isRetainedEarnings } from "#lib/ledger/balances.ts";
import { chartOfAccounts } from "#lib/ledger/queries.ts";
import type { Money } from "#lib/money.ts";
import type { Explained, Residual } from "#lib/ledger/tie-out/compare.ts";
import { findDayBefore, findReading } from "#lib/ledger/tie-out/queries.ts";
import { compareReadings, type TieOut, tieOut } from "#lib/ledger/tie-out/tie-out.ts";

type Chart = Awaited<ReturnType<typeof chartOfAccounts>>;

/** Null when Xero was not asked for this day on cash basis. */
export async function cashTieOut(q: Query, day: Day): Promise<TieOut | null> {
  const reading = await findReading(q, "cash", day);
  if (reading.length === 0) return null;
  const chart = await chartOfAccounts(q);
  return compareReadings(q, reading, { basis: "cash", from: null, chart, explained: await explainedOnAccrual(q, day, chart) });
}

/** As at the last day that Xero was asked for on cash basis; null when there is none. */
export async function lastCashTieOut(q: Query, to: Day): Promise<TieOut | null> {
  const day = await findDayBefore(q, "cash", addDays(to, 1));
  return day === null ? null : cashTieOut(q, day);
}

async function explainedOnAccrual(q: Query, day: Day, chart: Chart): Promise<Explained> {
  const onTheDay = await compareReadings(q, await findReading(q, "accrual", day), { basis: "accrual", from: null, chart });
  const sinceEver = onTheDay && (await tieOut(q, { to: day, chart }));
  if (!sinceEver) return new Map();
  const explained = new Map<string, { amount: Money; evidence: string }>();
  for (const difference of onTheDay.residuals) {
    const months = monthsBehind(difference, sinceEver.residuals, chart);
    const isExplained = months.length > 0 && months.every(({ unexplained }) => unexplained === 0n);
    if (isExplained) explained.set(difference.accountId, { amount: difference.xero - difference.ledger, evidence: evidenceOf(months) });
  }
  return explained;
}

/** The months in which a difference as at a day arose: of income and costs those of its financial year, and retained earnings have those of
 * all years before. */
function monthsBehind({ accountId, start: yearStart }: Residual, residuals: readonly Residual[], chart: Chart): Residual[] {
  const ofProfit = new Set(chart.filter(isProfitAndLoss).map(({ id }) => id));
  const holdsProfit = chart.some((account) => account.id === accountId && isRetainedEarnings(account));
  return residuals.filter((month) => {
    if (month.accountId === accountId) return !ofProfit.has(accountId) || month.end >= yearStart;
    return holdsProfit && ofProfit.has(month.accountId) && month.end < yearStart;
  });
}

function evidenceOf(months: readonly Residual[]): string {
  return [...new Set(months.flatMap(({ evidence }) => evidence ?? []))].join(" ");
}
