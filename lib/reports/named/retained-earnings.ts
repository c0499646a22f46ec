// Retained earnings where accounts are listed one by one: what was posted to the account itself, and the profit of the years before, which nobody
// posted because Xero makes no closing journal.
import { dayLabel } from "#lib/day-label.ts";
import { isProfitAndLoss, isRetainedEarnings } from "#lib/ledger/balances.ts";
import { decimal, type Money, sum } from "#lib/money.ts";
import type { Ledger, Span } from "#lib/reports/books.ts";
import type { EarningsPart } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";

/** `posted` are the days of its own postings that count, `earlier` those of the years before. */
type Asked = { accounts: readonly Account[]; ledger: Ledger; posted: Span; earlier: Span };
/** `amount` is debit positive; `partsIn` proves it, in a sign. */
type Retained = { own: Account | undefined; amount: Money; partsIn: (sign: 1 | -1) => EarningsPart[] };

export function retainedAt({ accounts, ledger, posted, earlier }: Asked): Retained {
  const own = accounts.find(isRetainedEarnings);
  const yearly = accounts.filter(isProfitAndLoss);
  const [ofOwn, ofYears] = [own ? ledger.net(own.id, posted) : 0n, sum(yearly.map(({ id }) => ledger.net(id, earlier)))];
  return {
    own,
    amount: ofOwn + ofYears,
    partsIn: (sign) => [...(own ? [part(`Posted to ${own.name}`, [own], posted, ofOwn, sign)] : []), part(`Profit up to ${dayLabel(earlier.end)}`, yearly, earlier, ofYears, sign)],
  };
}

function part(label: string, accounts: readonly Account[], { start, end }: Span, net: Money, sign: 1 | -1): EarningsPart {
  return { label, accounts: accounts.map(({ id }) => id), from: start, to: end, amount: decimal(BigInt(sign) * net) };
}
