// The ledger on cash basis against Xero's trial balance on that basis, which is read for one day at a time: balances as they stand on that
// day, not movements from one reading to the next. What Xero posts by itself is the same on both bases; so what an account lacks on cash basis
// is explained where it lacks the same amount to the cent on accrual basis, and all of that is explained there.
import type { Query } from "#db/index.ts";
import type { Day } from "#lib/day.ts";
import { isProfitAndLoss, isRetainedEarnings } from "#lib/ledger/balances.ts";
import type { Explained, Residual } from "#lib/ledger/tie-out/compare.ts";
import { compareReadings, type Rows, rowsByDay } from "#lib/ledger/tie-out/compare-readings.ts";
import { type OwnReadings, ownReadings } from "#lib/ledger/tie-out/own-balances.ts";
import { findReadingsOfCash } from "#lib/ledger/tie-out/queries.ts";
import { type Books, readBooks } from "#lib/ledger/tie-out/read-books.ts";
import { type Asked, withLooks, type TieOut } from "#lib/ledger/tie-out/tie-out.ts";
import type { Money } from "#lib/money.ts";

/** As at the last of these days that Xero was asked for on cash basis; null when there is none. */
export async function cashTieOut(q: Query, { from = null, to, books }: Asked): Promise<TieOut | null> {
  const { cash = [], accrual = [] } = Object.groupBy(await findReadingsOfCash(q, from, to), ({ basis }) => basis);
  const day = cash[0]?.monthEnd;
  if (day === undefined) return null;
  const known = books ?? (await readBooks(q));
  if (!known) return null;
  const [rows, onAccrual] = [rowsByDay(cash), rowsByDay(accrual)];
  const own = await ownReadings(q, ["cash", "accrual"], [...new Set([day, ...onAccrual.keys()])], known);
  const explained = explainedOnAccrual(day, onAccrual, own("accrual"), known);
  return withLooks(q, compareReadings({ rows, days: [day], explained }, own("cash"), known), { basis: "cash", rows, days: [day], books: known });
}

/** What differs as at a day and is explained by the months in which it arose, whatever the readings before that day. */
function explainedOnAccrual(day: Day, rows: Rows, ours: OwnReadings, books: Books): Explained {
  const explained = new Map<string, { amount: Money; evidence: string }>();
  const ofTheDay = rows.get(day);
  if (!ofTheDay) return explained;
  const onTheDay = compareReadings({ rows: new Map([[day, ofTheDay]]), days: [day] }, ours, books);
  const sinceEver = compareReadings({ rows, days: [...rows.keys()] }, ours, books);
  for (const difference of onTheDay.residuals) {
    const months = monthsBehind(difference, sinceEver.residuals, books);
    const isExplained = months.length > 0 && months.every(({ unexplained }) => unexplained === 0n);
    if (isExplained) explained.set(difference.accountId, { amount: difference.xero - difference.ledger, evidence: evidenceOf(months) });
  }
  return explained;
}

/** The months in which a difference as at a day arose: of income and costs those of its financial year, and retained earnings have those of
 * all years before. */
function monthsBehind({ accountId, start: yearStart }: Residual, residuals: readonly Residual[], { chart }: Books): Residual[] {
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
