// The lines of a settlement put together: sides of one account that cancel out are dropped, and what remains between the rates of two days
// is realised gain. Between amounts in base currency nothing may remain but the cents that parts of cents leave.
import type { Books, Document, Posting } from "#lib/ledger/posting/document.ts";
import { documentName, leftOut, posted } from "#lib/ledger/posting/posting.ts";
import { isRounding } from "#lib/ledger/posting/rounding.ts";
import type { Entry, EntryLine } from "#lib/ledger/entry.ts";
import { sum } from "#lib/money.ts";

export function settlementEntry(entry: Entry, documents: readonly Document[], books: Books): Posting {
  const lines = merged(entry.lines);
  const difference = sum(lines.map((line) => line.amount));
  if (difference === 0n) return posted({ ...entry, lines });
  const isForeign = entry.lines.some((line) => line.currencyCode !== null) || documents.some((document) => document.currencyCode !== books.baseCurrency);
  const accountId = isForeign ? books.system.get("REALISEDCURRENCYGAIN") : isRounding(difference, documents.length) ? books.system.get("ROUNDING") : undefined;
  if (!accountId) return leftOut(`A settlement of ${documents.map(documentName).join(" and ")} was left out of the ledger: its two sides differ.`);
  return posted({ ...entry, lines: [...lines, differenceLine(entry, accountId, -difference)] });
}

function differenceLine(entry: Entry, accountId: string, amount: bigint): EntryLine {
  const [first] = entry.lines;
  const links = { contactId: first?.contactId ?? null, transactionId: first?.transactionId ?? null, allocationId: first?.allocationId ?? null };
  return { accountId, amount, currencyCode: null, currencyAmount: null, rate: null, taxType: null, taxAmount: null, trackingSetId: null, ...links };
}

/** One line for each account, tax type, tracking and rate; what cancels out is gone. */
function merged(lines: readonly EntryLine[]): EntryLine[] {
  const byKey = new Map<string, EntryLine>();
  for (const line of lines) {
    const key = [line.accountId, line.taxType, line.trackingSetId].join("|");
    const other = byKey.get(key);
    byKey.set(key, other ? together(other, line) : line);
  }
  return [...byKey.values()].filter((line) => line.amount !== 0n);
}

function together(one: EntryLine, other: EntryLine): EntryLine {
  const amount = one.amount + other.amount;
  if (one.currencyCode !== other.currencyCode) return { ...one, amount, currencyCode: null, currencyAmount: null, rate: null };
  const currencyAmount = one.currencyAmount === null || other.currencyAmount === null ? null : one.currencyAmount + other.currencyAmount;
  return { ...one, amount, currencyAmount };
}
