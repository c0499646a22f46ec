// When Xero's own journals become the authority, what was derived from documents is reversed first: nothing may stand twice.
import type { Transaction } from "#db/index.ts";
import { findUnreversed, insertPosted } from "#lib/ledger/entries/queries.ts";
import { reversalsOf } from "#lib/ledger/entries/reversals.ts";
import { documentSources } from "#lib/ledger/entry.ts";
import type { BatchResult } from "#lib/ledger/posting/post-batch.ts";
import { reversalDay } from "#lib/ledger/posting/reversal.ts";

/** The next five hundred; null when none is left. No document has changed, so none of it is told as posted. */
export async function reverseDocumentEntries(tx: Transaction, now: Date): Promise<BatchResult | null> {
  const standing = await findUnreversed(tx, documentSources, 500);
  if (standing.length === 0) return null;
  const reversals = await reversalsOf(tx, standing, { reversalDay }, now);
  await insertPosted(tx, reversals, now);
  return { documents: 0, entries: 0, reversals: reversals.length, warnings: [], posted: [] };
}
