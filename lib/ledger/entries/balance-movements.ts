// What entries add to the balances: one movement for each account, month and tracking, the nil id standing for no tracking.
import type { Basis } from "#db/vocabulary.ts";
import { type Month, monthOf } from "#lib/day.ts";
import type { Entry } from "#lib/ledger/entry.ts";
import type { Money } from "#lib/money.ts";

export const noTracking = "00000000-0000-0000-0000-000000000000";

export type BalanceMovement = { basis: Basis; accountId: string; month: Month; trackingSetId: string; debit: Money; credit: Money };

export function balanceMovements(entries: readonly (Entry & { basis: Basis })[]): BalanceMovement[] {
  const movements = new Map<string, BalanceMovement>();
  for (const { basis, date, lines } of entries) {
    for (const { accountId, amount, trackingSetId: tracking } of lines) {
      const month = monthOf(date);
      const trackingSetId = tracking ?? noTracking;
      const key = [basis, accountId, month, trackingSetId].join("|");
      const { debit, credit } = movements.get(key) ?? { debit: 0n, credit: 0n };
      movements.set(key, { basis, accountId, month, trackingSetId, ...(amount > 0n ? { debit: debit + amount, credit } : { debit, credit: credit - amount }) });
    }
  }
  return [...movements.values()];
}
