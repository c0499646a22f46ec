// What a batch of postings changes on days that are closed: locked in Xero, or issued here in a pack. The ledger takes back what no longer stands, on its own day, and posts anew
// what does: the two say what a document was, what it is, and what that does to each account.
import { type Day, type Month, monthOf } from "#lib/day.ts";
import type { Entry } from "#lib/ledger/entry.ts";
import type { Basis } from "#db/vocabulary.ts";
import { type Money, sum } from "#lib/money.ts";

/** As posted; with `reversesId` it takes back. */
export type Posted = Entry & { basis: Basis; reversesId: string | null };
/** The day and the sum of the debits. */
type Standing = { date: Day; amount: Money };
/** Debit positive. */
export type Effect = { accountId: string; month: Month; amount: Money };
export type LockedChange = { sourceType: string; sourceXeroId: string; narration: string | null; before: Standing | null; after: Standing | null; effects: Effect[] };

/** One a document, on accrual basis. What moves no account in a closed month is none. */
export function lockedChanges(posted: readonly Posted[], closedTo: Day): LockedChange[] {
  const bySource = Map.groupBy(posted.filter(({ basis }) => basis === "accrual"), ({ sourceType, sourceXeroId }) => `${sourceType}|${sourceXeroId}`);
  return [...bySource.values()].flatMap((entries) => changeIn(entries, closedTo));
}

function changeIn(entries: readonly Posted[], closedTo: Day): LockedChange[] {
  const [first] = entries;
  const effects = effectsOf(entries.filter(({ date }) => date <= closedTo));
  if (!first || effects.length === 0) return [];
  const { sourceType, sourceXeroId } = first;
  const [taken, made] = [entries.find(({ reversesId }) => reversesId !== null), entries.find(({ reversesId }) => reversesId === null)];
  const before = taken ? { date: taken.date, amount: -sum(amountsOf(taken).filter((amount) => amount < 0n)) } : null;
  const after = made ? { date: made.date, amount: sum(amountsOf(made).filter((amount) => amount > 0n)) } : null;
  return [{ sourceType, sourceXeroId, narration: (made ?? first).narration, before, after, effects }];
}

function effectsOf(entries: readonly Posted[]): Effect[] {
  const effects = new Map<string, Effect>();
  for (const { date, lines } of entries) {
    for (const { accountId, amount } of lines) {
      const month = monthOf(date);
      const key = `${month}|${accountId}`;
      effects.set(key, { accountId, month, amount: amount + (effects.get(key)?.amount ?? 0n) });
    }
  }
  return [...effects.values()].filter(({ amount }) => amount !== 0n);
}

function amountsOf({ lines }: Posted): Money[] {
  return lines.map(({ amount }) => amount);
}
