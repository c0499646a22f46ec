// Documents are posted by what is known of accounts and tax. Where that changes or comes later they are handed to the ledger again, though
// Xero did not change them; posting compares, and writes only what differs.
import { and, eq, inArray, or, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/index.ts";
import { ManualJournalLines, ManualJournals, TransactionLines, Transactions } from "#db/schema/index.ts";
import { openForNow } from "#lib/ledger/posting/open-until.ts";
import { portions } from "#lib/sync/upsert-queries.ts";

/** Marks the documents with these ids, the bank transactions whose over- or prepayment has one of them, and the transfers that arrived as one. */
export async function askForPosting(tx: Transaction, xeroIds: string[]): Promise<void> {
  for (const portion of portions([...new Set(xeroIds)].map((id) => ({ id, credit: id })))) {
    const ids = portion.map(({ id }) => id);
    await markDocuments(tx, or(inArray(Transactions.xeroId, ids), inArray(Transactions.creditXeroId, ids)));
  }
}

/** Marks every document: a system account is what all of them may be posted to. */
export async function askAllForPosting(tx: Transaction): Promise<void> {
  await markDocuments(tx, undefined);
  await markManualJournals(tx, undefined);
}

/** Marks the documents with a line of one of these tax types. */
export async function askTaxedForPosting(tx: Transaction, taxTypes: string[]): Promise<void> {
  const lines = tx.select({ id: TransactionLines.transactionId }).from(TransactionLines).where(and(eq(TransactionLines.tenantId, tx.tenantId), inArray(TransactionLines.taxType, taxTypes)));
  await markDocuments(tx, inArray(Transactions.id, lines));
  const journalLines = tx.select({ id: ManualJournalLines.manualJournalId }).from(ManualJournalLines).where(and(eq(ManualJournalLines.tenantId, tx.tenantId), inArray(ManualJournalLines.taxType, taxTypes)));
  await markManualJournals(tx, inArray(ManualJournals.id, journalLines));
}

/** Until the ledger has looked, something of each may be open. */
async function markDocuments(tx: Transaction, which: SQL | undefined): Promise<void> {
  await tx.update(Transactions).set({ needsPosting: true, openUntil: openForNow }).where(and(eq(Transactions.tenantId, tx.tenantId), eq(Transactions.needsPosting, false), which));
}

async function markManualJournals(tx: Transaction, which: SQL | undefined): Promise<void> {
  await tx.update(ManualJournals).set({ needsPosting: true }).where(and(eq(ManualJournals.tenantId, tx.tenantId), eq(ManualJournals.needsPosting, false), which));
}
