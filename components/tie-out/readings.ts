// From the ledger's tie-out to what the page shows of it.
import type { DifferingAccount, Reading } from "#components/tie-out/tie-out.ts";
import { dayLabel, monthLabel, shortDayLabel } from "#lib/day-label.ts";
import { type Day, lastDayOf, monthOf } from "#lib/day.ts";
import type { TieOut } from "#lib/ledger/tie-out/tie-out.ts";
import { absolute, type Money } from "#lib/money.ts";

type Account = { id: string; code: string | null; name: string };

/** The newest first. */
export function readingsOf({ readings }: TieOut, hrefOf: (asAt: Day) => string, today: Day): Reading[] {
  const [first] = readings;
  return readings
    .map((reading) => ({ ...reading, label: reading === first ? `Up to ${dayLabel(reading.asAt)}` : labelOf(reading.asAt, today), href: hrefOf(reading.asAt) }))
    .toReversed();
}

/** The one asked for, else the newest with something unexplained, else the newest that differs at all, else the newest. */
export function chosenReading(readings: readonly Reading[], asked: string | string[] | undefined): Reading | undefined {
  return (
    readings.find(({ asAt }) => asAt === asked) ?? readings.find(({ unexplained }) => unexplained !== 0n) ?? readings.find(({ differing }) => differing > 0) ?? readings[0]
  );
}

/** The accounts that differ at one reading, the largest difference first. */
export function differingAccounts({ residuals }: TieOut, chart: readonly Account[], asAt: Day | undefined): DifferingAccount[] {
  const known = new Map(chart.map((account) => [account.id, account]));
  return residuals
    .filter(({ end }) => end === asAt)
    .map(({ accountId, ledger, xero, identified, unexplained, evidence }) => {
      const { code = null, name = "An account that is not in the chart" } = known.get(accountId) ?? {};
      return { id: accountId, code, name, ledger, xero, identified, unexplained, evidence };
    })
    .toSorted((one, other) => ranked(absolute(other.xero - other.ledger), absolute(one.xero - one.ledger)));
}

function labelOf(asAt: Day, today: Day): string {
  if (asAt !== lastDayOf(monthOf(asAt))) return `To ${dayLabel(asAt)}`;
  return asAt < today ? monthLabel(monthOf(asAt)) : `${monthLabel(monthOf(asAt))}, to ${shortDayLabel(today)}, incomplete`;
}

function ranked(one: Money, other: Money): number {
  return one === other ? 0 : one > other ? 1 : -1;
}
