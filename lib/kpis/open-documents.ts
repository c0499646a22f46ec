// What was open on a day: invoices and bills of that day or before, less what had settled them by then. Never today's amount due, which knows
// of payments that came later. In base currency at the document's own rate, as the ledger has it.
import type { Day } from "#lib/day.ts";
import { inBaseCurrency, type Money, type Rate, sum } from "#lib/money.ts";

export type OpenDocument = { id: string; number: string | null; contactName: string | null; date: Day; dueDate: Day | null; amount: Money; currencyRate: Rate };
/** `amount` is in the document's currency. */
export type Settling = { date: Day; amount: Money };
/** A document with all that settles it, and the day on which that came to its whole amount; null while it does not, and for a document of nothing. */
export type SettledDocument = { document: OpenDocument; settlements: readonly Settling[]; settled: Day | null };
export type Outstanding = { document: OpenDocument; amount: Money };

export function withSettledDay<Document extends OpenDocument, Settlement extends Settling>(document: Document, settlements: readonly Settlement[]) {
  return { document, settlements, settled: settledOn(document, settlements) };
}

/** Documents that something positive was still owed on. */
export function outstandingAt(documents: readonly SettledDocument[], day: Day): Outstanding[] {
  const open: Outstanding[] = [];
  for (const { document, settlements, settled } of documents) {
    if (document.date > day || (settled !== null && settled <= day)) continue;
    const amount = owed(document, settlements, day);
    if (amount > 0n) open.push({ document, amount });
  }
  return open;
}

/** Without a due date a document is due on its own. */
export function isOverdue({ document: { dueDate, date } }: Outstanding, day: Day): boolean {
  return (dueDate ?? date) < day;
}

function settledOn(document: OpenDocument, settlements: readonly Settling[]): Day | null {
  if (document.amount <= 0n) return null;
  let left = document.amount;
  for (const { day, amount } of settlements.map((settling) => ({ day: countsFrom(settling, document), amount: settling.amount })).toSorted((one, other) => (one.day < other.day ? -1 : 1))) {
    left -= amount;
    if (left <= 0n) return day;
  }
  return null;
}

/** A settlement cannot count from before its document. */
function countsFrom(settling: Settling, { date }: OpenDocument): Day {
  return settling.date > date ? settling.date : date;
}

function owed(document: OpenDocument, settlements: readonly Settling[], day: Day): Money {
  const settled = settlements.filter((settling) => countsFrom(settling, document) <= day);
  return inBaseCurrency(document.amount - sum(settled.map((settling) => settling.amount)), document.currencyRate);
}
