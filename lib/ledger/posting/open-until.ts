// Until which day something of a document may be open: whoever asks what was open on a day passes over all that had been settled by then. It is worked
// out with a document's entries, from everything that settles it, and holds for every way to count: a credit from the day it was used on or from its own.
import type { Day } from "#lib/day.ts";
import { controlOf } from "#lib/ledger/posting/control.ts";
import type { Document, Party, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { sum } from "#lib/money.ts";

/** While something is open, or nobody has looked. */
export const openForNow: Day = "9999-12-31";

type Ends = ReadonlyMap<string, Document>;

/** A document that nothing is ever owed on is over on its own day. */
export function openUntil({ document, settlements }: Party, ends: Ends, rules: PostingRules): Day {
  if (!controlOf(document) || !rules.stands(document.status)) return document.date;
  const isSettled = sum(settlements.map(({ amount }) => amount)) === document.amount && settlements.every((settlement) => counts(settlement, ends, rules));
  return isSettled ? latest([document.date, ...settlements.flatMap(({ date, effectiveOn }) => [date, effectiveOn])]) : openForNow;
}

/** A credit counts only while both ends stand; a payment that settles stands by itself. */
export function counts({ sourceKind, sourceXeroId, targetXeroId }: Settlement, ends: Ends, rules: PostingRules): boolean {
  return sourceKind === "payment" || [sourceXeroId, targetXeroId].every((id) => rules.stands(ends.get(id)?.status ?? ""));
}

function latest(days: readonly Day[]): Day {
  return days.reduce((one, other) => (one > other ? one : other));
}
