// Writing the ledger. Entries get the organisation's next sequence numbers, are written with their lines as drafts, posted, and folded into
// the sums that are kept of them, all in the caller's transaction: whoever is killed in between leaves nothing behind.
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { Query, Transaction } from "#db/index.ts";
import { insertRows } from "#db/insert-rows.ts";
import { AccountBalances, ContactMovements, DailyMovements, JournalEntries, JournalLines, XeroTenants } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { contentHash, type Entry, type EntryLine } from "#lib/ledger/entry.ts";
import { balanceMovements, contactMovements, dailyMovements } from "#lib/ledger/entries/balance-movements.ts";
import { absolute, type Money } from "#lib/money.ts";

export type NewEntry = Entry & { basis: Basis; sourceVersion: number; reversesId: string | null };
type Kept = NewEntry & { id: string };

export async function insertPosted(tx: Transaction, entries: readonly NewEntry[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  const last = await advance(tx, entries.length);
  const kept = entries.map((entry): Kept => ({ ...entry, id: uuidv7() }));
  await insertRows(tx, JournalEntries, kept.map((entry, index) => entryRow(tx, entry, last - entries.length + index + 1, now)));
  await insertRows(tx, JournalLines, kept.flatMap((entry) => entry.lines.map((line, index) => lineRow(tx, entry, line, index + 1))));
  await post(tx, kept.map(({ id }) => id), now);
  await fold(tx, kept);
}

export type StoredEntry = Omit<typeof JournalEntries.$inferSelect, "tenantId" | "status" | "sequence" | "postedAt" | "createdAt">;

const { id, basis, sourceType, sourceXeroId, sourceVersion, reversal, reversesId, date, narration, contentHash: hash, unproven } = JournalEntries;
const storedEntry = { id, basis, sourceType, sourceXeroId, sourceVersion, reversal, reversesId, date, narration, contentHash: hash, unproven };

/** All entries and reversals of some kinds of source. */
export async function findEntries(q: Query, sources: readonly string[], xeroIds: readonly string[]): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for (const some of batchesOf(xeroIds, 500)) found.push(...(await selectEntries(q, and(inArray(sourceType, [...sources]), inArray(sourceXeroId, some)))));
  return found;
}

/** All entries and reversals of some kinds of source with a line that names one of the documents. */
export async function findEntriesNaming(q: Query, sources: readonly string[], transactionIds: readonly string[]): Promise<StoredEntry[]> {
  const found = new Map<string, StoredEntry>();
  for (const some of batchesOf(transactionIds, 500)) {
    const rows = await q
      .selectDistinct(storedEntry)
      .from(JournalEntries)
      .innerJoin(JournalLines, and(eq(JournalLines.tenantId, JournalEntries.tenantId), eq(JournalLines.entryId, id)))
      .where(and(eq(JournalEntries.tenantId, q.tenantId), inArray(sourceType, [...sources]), inArray(JournalLines.transactionId, some)));
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}

/** Entries on accrual basis of some kinds of source that nothing has reversed. */
export async function findUnreversed(q: Query, sources: readonly string[], limit: number): Promise<StoredEntry[]> {
  const isReversed = sql`exists (select 1 from ${JournalEntries} as "reversals" where "reversals"."tenantId" = ${JournalEntries.tenantId} and "reversals"."reversesId" = ${id})`;
  return selectEntries(q, and(eq(basis, "accrual"), inArray(sourceType, [...sources]), eq(reversal, false), sql`not ${isReversed}`), limit);
}

/** The lines of some entries, by entry. */
export async function findLinesOf(q: Query, entryIds: readonly string[]): Promise<Map<string, EntryLine[]>> {
  const lines: (EntryLine & { entryId: string; lineNumber: number })[] = [];
  for (const some of batchesOf(entryIds, 500)) {
    const rows = await q.select().from(JournalLines).where(and(eq(JournalLines.tenantId, q.tenantId), inArray(JournalLines.entryId, some)));
    lines.push(...rows.map(({ debit, credit, ...line }) => ({ ...line, amount: debit - credit })));
  }
  return Map.groupBy(lines.toSorted((one, other) => one.lineNumber - other.lineNumber), (line) => line.entryId);
}

async function selectEntries(q: Query, which: SQL | undefined, limit?: number): Promise<StoredEntry[]> {
  const query = q.select(storedEntry).from(JournalEntries).where(and(eq(JournalEntries.tenantId, q.tenantId), which));
  return limit === undefined ? query : query.limit(limit);
}

/** Takes the next sequence numbers, and tells every cache that the figures have changed. The last of the numbers. */
async function advance(tx: Transaction, by: number): Promise<number> {
  const { ledgerSequence, dataVersion } = XeroTenants;
  const [organisation] = await tx
    .update(XeroTenants)
    .set({ ledgerSequence: sql`${ledgerSequence} + ${sql.param(by, ledgerSequence)}`, dataVersion: sql`${dataVersion} + 1` })
    .where(eq(XeroTenants.id, tx.tenantId))
    .returning({ ledgerSequence });
  if (!organisation) throw new Error(`There is no organisation ${tx.tenantId} to post to.`);
  return organisation.ledgerSequence;
}

function entryRow(tx: Transaction, entry: Kept, sequence: number, now: Date): typeof JournalEntries.$inferInsert {
  const { lines, ...fields } = entry;
  return { ...fields, tenantId: tx.tenantId, sequence, reversal: entry.reversesId !== null, status: "draft", contentHash: contentHash(entry.date, lines), createdAt: now };
}

function lineRow(tx: Transaction, entry: Kept, { amount, ...line }: EntryLine, lineNumber: number): typeof JournalLines.$inferInsert {
  return { ...known(line), tenantId: tx.tenantId, entryId: entry.id, lineNumber, date: entry.date, debit: amount > 0n ? amount : 0n, credit: amount < 0n ? absolute(amount) : 0n };
}

/** A reversal is made from stored lines, whose own keys must not come along. */
function known(line: Omit<EntryLine, "amount">): Omit<EntryLine, "amount"> {
  const { accountId, currencyCode, currencyAmount, rate, taxType, taxAmount, trackingSetId, contactId, transactionId, allocationId } = line;
  return { accountId, currencyCode, currencyAmount, rate, taxType, taxAmount, trackingSetId, contactId, transactionId, allocationId };
}

async function post(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  for (const some of batchesOf(ids, 1000)) {
    await tx.update(JournalEntries).set({ status: "posted", postedAt: now }).where(and(eq(JournalEntries.tenantId, tx.tenantId), inArray(id, some)));
  }
}

async function fold(tx: Transaction, entries: readonly Kept[]): Promise<void> {
  const mine = <Movement>(movements: readonly Movement[]) => movements.map((movement) => ({ ...movement, tenantId: tx.tenantId }));
  const byMonth = { target: [AccountBalances.tenantId, AccountBalances.basis, AccountBalances.accountId, AccountBalances.month, AccountBalances.trackingSetId], set: added(AccountBalances) };
  await insertRows(tx, AccountBalances, mine(balanceMovements(entries)), byMonth);
  const { tenantId, basis: ofBasis, accountId, date: ofDay, trackingSetId, sourceType: source } = DailyMovements;
  const byDay = { target: [tenantId, accountId, ofBasis, ofDay, trackingSetId, source], set: added(DailyMovements) };
  await insertRows(tx, DailyMovements, mine(dailyMovements(entries)), byDay);
  const byContact = { target: [ContactMovements.tenantId, ContactMovements.accountId, ContactMovements.month, ContactMovements.contactId], set: added(ContactMovements) };
  await insertRows(tx, ContactMovements, mine(contactMovements(entries)), byContact);
}

function added({ debit, credit }: Pick<typeof AccountBalances | typeof DailyMovements | typeof ContactMovements, "debit" | "credit">) {
  const more = (column: typeof debit | typeof credit): SQL<Money> => sql`${column} + excluded.${sql.identifier(column.name)}`;
  return { debit: more(debit), credit: more(credit) };
}
