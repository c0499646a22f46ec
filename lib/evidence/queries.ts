// The rows of an evidence pack: the ledger entry by entry, the documents it rests on, and the part of the audit that has the report's making.
import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { AuditLogs, JournalEntries, JournalLines, ManualJournals, Transactions } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { batchesOf } from "#lib/ledger/batches.ts";

export type LedgerPart = { bases: readonly Basis[]; upToSequence: number; upTo: Day };

/** In the order of posting, line by line; no more than so many lines. */
export function packedLines(q: Query, { bases, upToSequence, upTo }: LedgerPart, limit: number) {
  const { sequence, basis, date } = JournalEntries;
  return q
    .select({ entry: JournalEntries, line: JournalLines })
    .from(JournalLines)
    .innerJoin(JournalEntries, and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId), eq(JournalEntries.status, "posted")))
    .where(and(eq(JournalLines.tenantId, q.tenantId), inArray(basis, [...bases]), lte(sequence, upToSequence), lte(date, upTo)))
    .orderBy(asc(sequence), asc(JournalLines.lineNumber))
    .limit(limit);
}

const idsAtOnce = 5000;

export async function findDocuments(q: Query, ids: readonly string[]) {
  const { id, type, xeroType, xeroId, number, reference, date, dueDate, contactName, currencyCode, amount, contentHash } = Transactions;
  const found = [];
  for (const some of batchesOf(ids, idsAtOnce)) {
    const rows = await q
      .select({ id, type, xeroType, xeroId, number, reference, date, dueDate, contactName, currency: currencyCode, amount, sourceHash: contentHash })
      .from(Transactions)
      .where(and(eq(Transactions.tenantId, q.tenantId), inArray(id, some)));
    found.push(...rows);
  }
  return found;
}

/** By Xero's ids. */
export async function findManualJournals(q: Query, xeroIds: readonly string[]) {
  const { xeroId, narration, date, contentHash } = ManualJournals;
  const found = [];
  for (const some of batchesOf(xeroIds, idsAtOnce)) {
    const rows = await q.select({ xeroId, narration, date, sourceHash: contentHash }).from(ManualJournals).where(and(eq(ManualJournals.tenantId, q.tenantId), inArray(xeroId, some)));
    found.push(...rows);
  }
  return found;
}

/** The organisation's chain from beyond a sequence. */
export function chainFrom(q: Query, beyond: number, limit: number) {
  const { tenantId, organisationId, sequence } = AuditLogs;
  return q.select().from(AuditLogs).where(and(eq(tenantId, q.tenantId), eq(organisationId, q.tenantId), gt(sequence, beyond))).orderBy(asc(sequence)).limit(limit);
}
