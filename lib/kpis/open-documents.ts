// What was open on a day: invoices and bills of that day or before, less what had settled them by then. Never today's amount due, which knows
// of payments that came later. In base currency at the document's own rate, as the ledger has it.
import type { Day } from "#lib/day.ts";
import { inBaseCurrency, type Money, type Rate, sum } from "#lib/money.ts";

export type OpenDocument = { id: string; xeroId: string; type: string; number: string | null; contactName: string | null; date: Day; dueDate: Day | null; amount: Money; currencyRate: Rate };
/** `amount` is in the document's currency. */
export type Settling = { targetXeroId: string; date: Day; amount: Money };
export type Outstanding = { document: OpenDocument; amount: Money };

/** Documents that something positive was still owed on. */
export function outstandingAt(documents: readonly OpenDocument[], settlements: ReadonlyMap<string, readonly Settling[]>, day: Day): Outstanding[] {
  const open = documents.filter(({ date }) => date <= day).map((document) => ({ document, amount: owed(document, settlements.get(document.xeroId) ?? [], day) }));
  return open.filter(({ amount }) => amount > 0n);
}

/** Without a due date a document is due on its own. */
export function isOverdue({ document: { dueDate, date } }: Outstanding, day: Day): boolean {
  return (dueDate ?? date) < day;
}

/** A settlement cannot count from before its document. */
export function countsFrom(settling: Settling, { date }: OpenDocument): Day {
  return settling.date > date ? settling.date : date;
}

function owed(document: OpenDocument, settlements: readonly Settling[], day: Day): Money {
  const settled = settlements.filter((settling) => countsFrom(settling, document) <= day);
  return inBaseCurrency(document.amount - sum(settled.map((settling) => settling.amount)), document.currencyRate);
}
