// One batch: what should stand is compared with what stands, entry by entry. What differs is reversed and posted anew; where nothing
// differs nothing is written but the marks that asked for the look.
import type { Transaction } from "#db/index.ts";
import { bases, type Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { findEntries, insertPosted, type NewEntry, type StoredEntry } from "#lib/ledger/entries/queries.ts";
import { reversalsOf, standingOnes } from "#lib/ledger/entries/reversals.ts";
import { contentHash, documentSources } from "#lib/ledger/entry.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";
import { type Batch, gather } from "#lib/ledger/posting/gather.ts";
import { openUntil } from "#lib/ledger/posting/open-until.ts";
import { partiesOf, type Plan, planEntries, sourceKey } from "#lib/ledger/posting/plan.ts";
import { clearPending, type DocumentRow, saveOpenUntil } from "#lib/ledger/posting/queries.ts";
import { readBooks } from "#lib/ledger/posting/read-books.ts";

/** `posted` are the entries and reversals themselves. */
export type BatchResult = { documents: number; entries: number; reversals: number; warnings: string[]; posted: readonly NewEntry[] };

/** Null when nothing was pending. */
export async function postBatch(tx: Transaction, rules: PostingRules, size: number, now: Date, of: readonly Basis[] = bases): Promise<BatchResult | null> {
  const books = await readBooks(tx);
  const batch = books && (await gather(tx, size));
  if (!books || !batch) return null;
  const plan = planEntries(batch, books, rules, of);
  const stored = (await storedEntries(tx, batch, plan)).filter(({ basis }) => of.includes(basis));
  const outdated = standingOnes(stored).filter((entry) => !isWanted(entry, plan));
  const reversals = await reversalsOf(tx, outdated, rules, now);
  const entries = missingEntries(stored, plan);
  const posted = [...reversals, ...entries];
  await insertPosted(tx, posted, now);
  await clearLooked(tx, batch, rules);
  const documents = batch.pending.length + batch.pendingJournals.length;
  return { documents, entries: entries.length, reversals: reversals.length, warnings: plan.warnings, posted };
}

/** Everything ever posted from the sources that are looked at. */
async function storedEntries(tx: Transaction, { pending, pendingJournals, settlements, allocated }: Batch, { looked }: Plan): Promise<StoredEntry[]> {
  const payments = settlements.filter(({ sourceKind }) => sourceKind === "payment").map(({ sourceXeroId }) => sourceXeroId);
  const sources = new Set([...[...pending, ...pendingJournals].map(({ xeroId }) => xeroId), ...payments]);
  const own = await findEntries(tx, documentSources.filter((source) => source !== "allocation"), [...sources]);
  return [...own, ...allocated.byPending, ...allocated.byOthers.filter((entry) => looked.has(sourceKey(entry)))];
}

function isWanted(entry: StoredEntry, { wanted }: Plan): boolean {
  const should = wanted.get(sourceKey(entry));
  return should !== undefined && contentHash(should.date, should.lines) === entry.contentHash;
}

function missingEntries(stored: readonly StoredEntry[], plan: Plan): NewEntry[] {
  const standing = new Set(standingOnes(stored).filter((entry) => isWanted(entry, plan)).map(sourceKey));
  const versions = new Map<string, number>();
  for (const entry of stored) versions.set(sourceKey(entry), Math.max(entry.sourceVersion, versions.get(sourceKey(entry)) ?? 0));
  const missing = [...plan.wanted].filter(([key]) => !standing.has(key));
  return missing.map(([key, entry]) => ({ ...entry, sourceVersion: (versions.get(key) ?? 0) + 1, reversesId: null }));
}

/** Payments that were looked at with what they settle need no look of their own. Of the other ends what is open may have changed. */
async function clearLooked(tx: Transaction, batch: Batch, rules: PostingRules): Promise<void> {
  const { pending, pendingJournals, lookedAt, ends } = batch;
  const parties = partiesOf(batch);
  const dayOf = (row: DocumentRow): Day => openUntil(parties.get(row.xeroId) ?? { document: { ...row, lines: [] }, settlements: [] }, ends, rules);
  const looked = lookedAt.map((row) => ({ row, id: row.id, openUntil: dayOf(row) }));
  const payments = looked.filter(({ row }) => row.type === "PAYMENT" && row.needsPosting);
  await clearPending(tx, [...pending.map((row) => ({ id: row.id, openUntil: dayOf(row) })), ...payments], pendingJournals);
  await saveOpenUntil(tx, looked.filter(({ row, openUntil: day }) => row.type !== "PAYMENT" && day !== row.openUntil));
}
