// A prepayment is posted to its own line account and tax when the money moves, not to accounts receivable or payable.
// Allocating or refunding it undoes that posting, share by share; shares are cumulative, tax first, the lines by largest
// remainder, so that a fully used prepayment leaves nothing on its line accounts or on tax.

import { type Chart, systemAccount } from "../books/chart.ts";
import { rateOf } from "../books/fields.ts";
import { portion, sharedOut, sum, toBase } from "../exact/money.ts";
import type { EntryLine } from "./entry.ts";
import { groupsOf, type Lined } from "./lines.ts";
import { type Part, reliefs } from "./relief.ts";
import { taxed } from "./tax.ts";

type Leg = { readonly accountId: string; readonly posted: bigint; readonly isTax: boolean };

// For each part (an allocation or refund): the lines that undo its share. Positive amounts undo a receipt.
export function undoneShares(
  prepayment: Lined,
  owner: string,
  parts: readonly Part[],
  chart: Chart,
): ReadonlyMap<string, EntryLine[]> {
  const legs = legsOf(prepayment, owner, chart);
  const relief = reliefs(prepayment.Total, rateOf(prepayment), parts);
  const found = new Map<string, EntryLine[]>();
  let [used, relieved] = [0n, 0n];
  let before: readonly bigint[] = legs.map(() => 0n);
  for (const { id, amount } of parts) {
    used += amount;
    relieved += relief.get(id) ?? 0n;
    const after = sharesOf(legs, used, relieved, prepayment.Total);
    found.set(
      id,
      legs.map(({ accountId }, index) => ({ accountId, net: (after[index] ?? 0n) - (before[index] ?? 0n) })),
    );
    before = after;
  }
  return found;
}

// What has been undone of each leg once so much is used: tax first, and what is left shared out over the others.
function sharesOf(legs: readonly Leg[], used: bigint, relieved: bigint, total: bigint): readonly bigint[] {
  const taxes = legs.map(({ posted, isTax }) => (isTax ? portion(posted, used, total) : 0n));
  const nets = sharedOut(
    relieved - sum(taxes),
    legs.map(({ posted, isTax }) => (isTax ? 0n : posted)),
  );
  return taxes.map((tax, index) => tax + (nets[index] ?? 0n));
}

function legsOf(prepayment: Lined, owner: string, chart: Chart): readonly Leg[] {
  const rate = rateOf(prepayment);
  const legs = groupsOf(prepayment, chart, owner).flatMap((group): Leg[] => {
    const { net, tax, taxAccountId } = taxed(group, rate, chart, owner);
    const leg = { accountId: group.accountId, posted: net, isTax: false };
    return taxAccountId ? [leg, { accountId: taxAccountId, posted: tax, isTax: true }] : [leg];
  });
  const remainder = toBase(prepayment.Total, rate) - sum(legs.map(({ posted }) => posted));
  if (remainder === 0n) return legs;
  return [...legs, { accountId: systemAccount(chart, "ROUNDING", owner), posted: remainder, isTax: false }];
}
