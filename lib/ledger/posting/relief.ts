// What a settlement takes off a document's balance in base currency: its amount at the document's own rate, and the last one all that is
// left, so that a settled document leaves no cent behind.
import { controlAccountOf, controlOf, isPrepayment } from "#lib/ledger/posting/control.ts";
import type { Books, Party, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { foreignSide, lineOf } from "#lib/ledger/posting/posting.ts";
import type { EntryLine } from "#lib/ledger/entry.ts";
import { inBaseCurrency, type Money } from "#lib/money.ts";

type Relief = Parameters<PostingRules["relief"]>[0];
/** `settled` and `relieved` both include the settlement, in document and in base currency. */
export type Progress = { settled: Money; relieved: Money; relief: Money };
type Step = Progress & { settlement: Settlement };

export function relief({ amount, settled, relieved, total, baseTotal, rate }: Relief): Money {
  return settled === total ? baseTotal - relieved : inBaseCurrency(amount, rate);
}

/** How far a document is settled once this settlement is through. */
export function progressAt(settlement: Settlement, party: Party, rules: PostingRules): Progress {
  const steps = courseOf(party, rules);
  return steps.find((step) => step.settlement.id === settlement.id) ?? steps.at(-1) ?? { settled: 0n, relieved: 0n, relief: 0n };
}

/** Every settlement of a document in its order, with what it takes off and how far the document is settled then. */
export function courseOf({ document, settlements }: Party, rules: PostingRules): Step[] {
  const { amount: total, currencyRate } = document;
  const baseTotal = rules.inBase(total, currencyRate);
  let [settledBefore, relievedBefore] = [0n, 0n];
  return inOrder(settlements).map((settlement) => {
    const settled = settledBefore + settlement.amount;
    const taken = rules.relief({ amount: settlement.amount, settled, relieved: relievedBefore, total, baseTotal, rate: currencyRate });
    [settledBefore, relievedBefore] = [settled, relievedBefore + taken];
    return { settlement, settled, relieved: relievedBefore, relief: taken };
  });
}

/** The lines that take a settlement's share off a document: on its control account or, for a prepayment, where it had been posted. */
export function closingLines(settlement: Settlement, party: Party, books: Books, rules: PostingRules): EntryLine[] | null {
  const { document } = party;
  const control = controlOf(document);
  const accountId = controlAccountOf(document, books);
  if (!control || !accountId) return null;
  if (isPrepayment(document)) return rules.undoPrepayment(settlement, party, books, rules);
  const { relief: taken } = progressAt(settlement, party, rules);
  return [lineOf(document, accountId, -control.sign * taken, foreignSide(document, books.baseCurrency, -control.sign * settlement.amount))];
}

/** By the day they count from; within a day allocations first, and always the same way round. */
function inOrder(settlements: readonly Settlement[]): Settlement[] {
  return settlements.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function placeOf({ effectiveOn, sourceKind, sourceXeroId, targetXeroId, date, ordinal }: Settlement): string {
  return [effectiveOn, sourceKind === "payment" ? 1 : 0, sourceXeroId, targetXeroId, date, String(ordinal).padStart(9, "0")].join("|");
}
