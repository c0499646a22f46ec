// A document never stands alone: what settles it is posted from the balance it leaves, and that depends on everything else that settles it.
// So a batch is the documents that ask to be looked at, every settlement that touches them or what they settle, and both ends of each.
import type { Query } from "#db/index.ts";
import { findEntriesNaming, type StoredEntry } from "#lib/ledger/entries/queries.ts";
import { allocationDay, targetOfAllocationKey } from "#lib/ledger/posting/allocation.ts";
import type { Document, ManualJournal, Settlement } from "#lib/ledger/posting/document.ts";
import {
  type AllocationRow,
  type DocumentRow,
  findAllocationsFrom,
  findAllocationsTouching,
  findDocumentLines,
  findDocuments,
  findManualJournalLines,
  findPendingDocuments,
  findPendingManualJournals,
  type ManualJournalRow,
} from "#lib/ledger/posting/queries.ts";

export type Batch = {
  pending: DocumentRow[];
  pendingJournals: ManualJournalRow[];
  documents: Document[];
  journals: ManualJournal[];
  /** The settlements to look at. */
  settlements: Settlement[];
  /** Those and all others of either end. */
  related: Settlement[];
  /** By Xero's id and by the id of the credit it made; with lines where it is pending, or an end of a settlement to look at. */
  ends: Map<string, Document>;
  endRows: DocumentRow[];
  /** Of those the ends of the settlements to look at, without the pending ones: everything that settles them is related. */
  lookedAt: DocumentRow[];
  /** Entries of allocations, with their reversals: of the credits that are pending, and of the others in the batch. */
  allocated: { byPending: StoredEntry[]; byOthers: StoredEntry[] };
};

/** Null when nothing is pending. */
export async function gather(q: Query, size: number): Promise<Batch | null> {
  const pending = await findPendingDocuments(q, size);
  const pendingJournals = await findPendingManualJournals(q, size);
  if (pending.length === 0 && pendingJournals.length === 0) return null;
  const byPending = await findEntriesNaming(q, ["allocation"], creditsAmong(pending));
  const settlements = await findAllocationsTouching(q, await touchedIds(q, pending, byPending));
  const endIds = settlements.flatMap(({ sourceXeroId, targetXeroId }) => [sourceXeroId, targetXeroId]);
  const related = await findAllocationsTouching(q, endIds);
  const endRows = await findDocuments(q, related.flatMap(({ sourceXeroId, targetXeroId }) => [sourceXeroId, targetXeroId]));
  const known = new Set(pending.map(({ id }) => id));
  const looked = new Set(endIds);
  const others = endRows.filter((row) => !known.has(row.id) && idsOf(row).some((id) => looked.has(id)));
  const byOthers = await findEntriesNaming(q, ["allocation"], creditsAmong(others));
  const lines = await findDocumentLines(q, [...pending, ...endRows.filter((row) => idsOf(row).some((id) => looked.has(id)))].map(({ id }) => id));
  const arrivals = await arrivalsOf(q, pending);
  const documents = [...pending, ...endRows.filter(({ id }) => !known.has(id))].map((row): Document => ({ ...row, lines: lines.get(row.id) ?? [], arrival: arrivals.get(row.id) }));
  const ends = new Map(documents.flatMap((document) => idsOf(document).map((id) => [id, document] as const)));
  return {
    pending,
    pendingJournals,
    documents: documents.slice(0, pending.length),
    journals: await withJournalLines(q, pendingJournals),
    settlements: settlements.map((row) => settlementOf(row, ends)),
    related: related.map((row) => settlementOf(row, ends)),
    ends,
    endRows,
    lookedAt: others,
    allocated: { byPending, byOthers },
  };
}

/** Transfer → the bank transaction it arrived as. */
async function arrivalsOf(q: Query, rows: readonly DocumentRow[]): Promise<Map<string, DocumentRow>> {
  const transfers = rows.filter(({ type, creditXeroId }) => type === "TRANSFER" && creditXeroId !== null);
  const found = new Map((await findDocuments(q, transfers.flatMap(({ creditXeroId }) => creditXeroId ?? []))).map((row) => [row.xeroId, row]));
  return new Map(transfers.flatMap(({ id, creditXeroId }) => [found.get(creditXeroId ?? "")].flatMap((row) => (row ? [[id, row] as const] : []))));
}

/** Credit notes, and bank transactions that made an overpayment or prepayment. */
function creditsAmong(rows: readonly DocumentRow[]): string[] {
  return rows.filter((row) => row.type === "CREDIT_NOTE" || (row.creditXeroId !== null && row.type !== "TRANSFER")).map(({ id }) => id);
}

/** The pending documents, what they settle, and what they had settled before an allocation was taken away in Xero. */
async function touchedIds(q: Query, pending: readonly DocumentRow[], entries: readonly StoredEntry[]): Promise<string[]> {
  const ids = pending.flatMap(idsOf);
  const settled = (await findAllocationsFrom(q, ids)).map(({ targetXeroId }) => targetXeroId);
  const before = entries.flatMap(({ sourceXeroId }) => targetOfAllocationKey(sourceXeroId) ?? []);
  return [...new Set([...ids, ...settled, ...before])];
}

export function idsOf({ xeroId, creditXeroId }: Pick<DocumentRow, "xeroId" | "creditXeroId">): string[] {
  return creditXeroId === null ? [xeroId] : [xeroId, creditXeroId];
}

export function settlementOf(row: AllocationRow, ends: ReadonlyMap<string, Document>): Settlement {
  const source = ends.get(row.sourceXeroId);
  const target = ends.get(row.targetXeroId);
  if (row.sourceKind === "payment") return { ...row, effectiveOn: row.date, transactionId: source?.id ?? null };
  return { ...row, effectiveOn: source && target ? allocationDay(source, target) : row.date, transactionId: null };
}

async function withJournalLines(q: Query, rows: readonly ManualJournalRow[]): Promise<ManualJournal[]> {
  const lines = await findManualJournalLines(q, rows.map(({ id }) => id));
  return rows.map((row) => ({ ...row, lines: lines.get(row.id) ?? [] }));
}
