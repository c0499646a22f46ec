// How a rule answers: with an entry that balances, with nothing, or with the reason why a document was left out. A document that cannot be
// posted in full is left out in full; the difference then shows in the tie-out and is never hidden in some account.
import { type Entry, type EntryLine, isBalanced } from "#lib/ledger/entry.ts";
import type { Document, Posting } from "#lib/ledger/posting/document.ts";

export const nothing: Posting = { entry: null, warning: null };

export function leftOut(warning: string): Posting {
  return { entry: null, warning };
}

export function posted(entry: Entry): Posting {
  const lines = entry.lines.filter((line) => line.amount !== 0n);
  if (lines.length === 0) return nothing;
  if (!isBalanced(lines)) return leftOut(`${entry.sourceType} ${entry.sourceXeroId} does not balance and was left out of the ledger.`);
  return { entry: { ...entry, lines }, warning: null };
}

export function documentName(document: Document): string {
  return `${document.xeroType} ${document.number ?? document.xeroId}`;
}

const bareLine = { currencyCode: null, currencyAmount: null, rate: null, taxType: null, taxAmount: null, trackingSetId: null, allocationId: null };

/** A line in base currency that belongs to a document. */
export function lineOf(document: { id: string | null; contactId: string | null }, accountId: string, amount: bigint, more: Partial<EntryLine> = {}): EntryLine {
  return { ...bareLine, contactId: document.contactId, transactionId: document.id, ...more, accountId, amount };
}

/** The foreign side of a line, for a document in another currency than the books. */
export function foreignSide(document: Pick<Document, "currencyCode" | "currencyRate">, baseCurrency: string, currencyAmount: bigint): Partial<EntryLine> {
  if (document.currencyCode === baseCurrency) return {};
  return { currencyCode: document.currencyCode, currencyAmount, rate: document.currencyRate };
}
