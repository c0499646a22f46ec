// What entries add to the sums that are kept of them: movements by account and month with the sets of options that lines carry, by account and day with what an
// entry was made from, and by account, month and contact.
import type { Basis } from "#db/vocabulary.ts";
import { type Day, type Month, monthOf } from "#lib/day.ts";
import type { Entry, EntryLine } from "#lib/ledger/entry.ts";
import type { Money } from "#lib/money.ts";

/** Stands for no tracking where a key needs something. */
export const noTracking = "00000000-0000-0000-0000-000000000000";
/** Stands for a line that names no contact. */
export const nobody = "";

type Sides = { debit: Money; credit: Money };
export type BalanceMovement = Sides & { basis: Basis; accountId: string; month: Month; trackingSetId: string };
export type DailyMovement = Sides & { basis: Basis; accountId: string; date: Day; trackingSetId: string; sourceType: string };
export type ContactMovement = Sides & { accountId: string; month: Month; contactId: string };

type Folded = Entry & { basis: Basis };

export function balanceMovements(entries: readonly Folded[]): BalanceMovement[] {
  return foldedBy(entries, ({ basis, date }, { accountId, trackingSetId }) => ({ basis, accountId, month: monthOf(date), trackingSetId: trackingSetId ?? noTracking }));
}

export function dailyMovements(entries: readonly Folded[]): DailyMovement[] {
  return foldedBy(entries, ({ basis, date, sourceType }, { accountId, trackingSetId }) => ({ basis, accountId, date, trackingSetId: trackingSetId ?? noTracking, sourceType }));
}

/** On accrual basis, which alone is asked about by contact. */
export function contactMovements(entries: readonly Folded[]): ContactMovement[] {
  const accrued = entries.filter(({ basis }) => basis === "accrual");
  return foldedBy(accrued, ({ date }, { accountId, contactId }) => ({ accountId, month: monthOf(date), contactId: contactId ?? nobody }));
}

function foldedBy<Key extends Record<string, string>>(entries: readonly Folded[], keyOf: (entry: Folded, line: EntryLine) => Key): (Key & Sides)[] {
  const movements = new Map<string, Key & Sides>();
  for (const entry of entries) {
    for (const line of entry.lines) {
      const parts = keyOf(entry, line);
      const key = Object.values(parts).join("|");
      const { debit, credit } = movements.get(key) ?? { debit: 0n, credit: 0n };
      const { amount } = line;
      movements.set(key, { ...parts, ...(amount > 0n ? { debit: debit + amount, credit } : { debit, credit: credit - amount }) });
    }
  }
  return [...movements.values()];
}
