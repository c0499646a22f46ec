// What the poster reads from the mirror: documents that ask to be looked at, what they settle and are settled by, and the chart.
import { and, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { Accounts, Allocations, ManualJournalLines, ManualJournals, TaxComponents, TaxRates, TransactionLines, Transactions, XeroTenants } from "#db/schema/index.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import type { DocumentLine } from "#lib/ledger/posting/document.ts";

export type DocumentRow = typeof Transactions.$inferSelect;
export type AllocationRow = typeof Allocations.$inferSelect;
export type OpenUntil = Pick<DocumentRow, "id" | "openUntil">;
export type ManualJournalRow = typeof ManualJournals.$inferSelect;

const atOnce = 500;
/** Keys in one question. Under row-level security PostgreSQL takes each key for ten, and reads a large table from end to end sooner than look up five hundred. */
const keysAtOnce = 100;

/** Payments come last: most of them are looked at together with what they settle. */
export async function findPendingDocuments(q: Query, limit: number): Promise<DocumentRow[]> {
  const pending = and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.needsPosting, true));
  const documents = await q.select().from(Transactions).where(and(pending, ne(Transactions.type, "PAYMENT"))).limit(limit);
  return documents.length > 0 ? documents : q.select().from(Transactions).where(pending).limit(limit);
}

export function findPendingManualJournals(q: Query, limit: number): Promise<ManualJournalRow[]> {
  return q.select().from(ManualJournals).where(and(eq(ManualJournals.tenantId, q.tenantId), eq(ManualJournals.needsPosting, true))).limit(limit);
}

/** By Xero's id, or by the id of the credit that a bank transaction made: one question each, for asked both at once PostgreSQL reads every document. */
export async function findDocuments(q: Query, xeroIds: readonly string[]): Promise<DocumentRow[]> {
  const { tenantId, xeroId, creditXeroId } = Transactions;
  const mine = (which: SQL) => q.select().from(Transactions).where(and(eq(tenantId, q.tenantId), which));
  return unique(xeroIds, async (some) => [...(await mine(inArray(xeroId, some))), ...(await mine(inArray(creditXeroId, some)))]);
}

export function findAllocationsFrom(q: Query, sources: readonly string[]): Promise<AllocationRow[]> {
  return unique(sources, (some) => allocationsAt(q, "source", some));
}

/** From or to any of them: one question each, for asked both at once PostgreSQL reads every allocation. */
export function findAllocationsTouching(q: Query, xeroIds: readonly string[]): Promise<AllocationRow[]> {
  return unique(xeroIds, async (some) => [...(await allocationsAt(q, "source", some)), ...(await allocationsAt(q, "target", some))]);
}

export function allocationsAt(q: Query, end: "source" | "target", some: string[]) {
  const { tenantId, sourceXeroId, targetXeroId } = Allocations;
  return q.select().from(Allocations).where(and(eq(tenantId, q.tenantId), inArray(end === "source" ? sourceXeroId : targetXeroId, some)));
}

export async function findDocumentLines(q: Query, transactionIds: readonly string[]): Promise<Map<string, DocumentLine[]>> {
  const { tenantId, transactionId } = TransactionLines;
  const rows = await unique(transactionIds, (some) => q.select().from(TransactionLines).where(and(eq(tenantId, q.tenantId), inArray(transactionId, some))));
  return Map.groupBy(rows.toSorted(byNumber), (row) => row.transactionId);
}

export async function findManualJournalLines(q: Query, journalIds: readonly string[]): Promise<Map<string, DocumentLine[]>> {
  const { tenantId, manualJournalId } = ManualJournalLines;
  const rows = await unique(journalIds, (some) => q.select().from(ManualJournalLines).where(and(eq(tenantId, q.tenantId), inArray(manualJournalId, some))));
  return Map.groupBy(rows.toSorted(byNumber), (row) => row.manualJournalId);
}

export async function clearPending(tx: Transaction, documents: readonly OpenUntil[], journals: readonly ManualJournalRow[]): Promise<void> {
  for (const some of batchesOf(documents, atOnce)) await tx.update(Transactions).set({ needsPosting: false, openUntil: dayOf(some) }).where(isAmong(tx, some));
  for (const some of batchesOf(journals.map(({ id }) => id), atOnce)) {
    await tx.update(ManualJournals).set({ needsPosting: false }).where(and(eq(ManualJournals.tenantId, tx.tenantId), inArray(ManualJournals.id, some)));
  }
}

export async function saveOpenUntil(tx: Transaction, documents: readonly OpenUntil[]): Promise<void> {
  for (const some of batchesOf(documents, atOnce)) await tx.update(Transactions).set({ openUntil: dayOf(some) }).where(isAmong(tx, some));
}

/** To each its own. */
function dayOf(documents: readonly OpenUntil[]): SQL {
  const days = documents.map(({ id, openUntil }) => sql`when ${id} then ${openUntil}`);
  return sql`case ${Transactions.id} ${sql.join(days, sql` `)} else ${Transactions.openUntil} end`;
}

function isAmong(tx: Transaction, documents: readonly OpenUntil[]): SQL | undefined {
  return and(eq(Transactions.tenantId, tx.tenantId), inArray(Transactions.id, documents.map(({ id }) => id)));
}

export async function findChart(q: Query) {
  const [organisation] = await q.select({ baseCurrency: XeroTenants.baseCurrency }).from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
  const { id, type, systemAccount, currencyCode } = Accounts;
  const accounts = await q.select({ id, type, systemAccount, currencyCode }).from(Accounts).where(eq(Accounts.tenantId, q.tenantId));
  const { rate, isNonRecoverable } = TaxComponents;
  const ofRate = and(eq(TaxComponents.tenantId, TaxRates.tenantId), eq(TaxComponents.taxRateId, TaxRates.id));
  const components = await q.select({ taxType: TaxRates.xeroId, rate, isNonRecoverable }).from(TaxRates).leftJoin(TaxComponents, ofRate).where(eq(TaxRates.tenantId, q.tenantId));
  return { baseCurrency: organisation?.baseCurrency ?? null, accounts, components };
}

async function unique<Row extends { id: string }>(keys: readonly string[], select: (some: string[]) => Promise<Row[]>): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const some of batchesOf([...new Set(keys)], keysAtOnce)) for (const row of await select(some)) rows.set(row.id, row);
  return [...rows.values()];
}

function byNumber(one: { lineNumber: number }, other: { lineNumber: number }): number {
  return one.lineNumber - other.lineNumber;
}
