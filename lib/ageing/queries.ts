// What is owed is read from the mirror: a credit used on an invoice posts nothing, so the ledger alone does not know which of them is open. What was known
// on a day is what the ledger had posted by then.
import { and, eq, getTableColumns, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Allocations, Contacts, JournalEntries, JournalLines, Transactions } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { openForNow } from "#lib/ledger/posting/open-until.ts";
import { standingStatuses } from "#lib/ledger/posting/standing.ts";
import type { Money } from "#lib/money.ts";
import { isPosted, ownEntry, stands } from "#lib/reports/line-queries.ts";

const atOnce = 500;

/** Documents of some of Xero's types that stand on a day, without those that had been settled by then. Each comes once for everything that settles it, and once
 * where nothing does. */
export function findStandingDocuments(q: Query, xeroTypes: readonly string[], day: Day) {
  const { tenantId, id, xeroId, type, xeroType, date, dueDate, status, number, reference, contactId, currencyCode, currencyRate, amount, lineAmountTypes, bankAccountId, toBankAccountId, creditXeroId } = Transactions;
  const ofThese = and(isOpenAfter(day), inArray(xeroType, [...xeroTypes]), inArray(status, [...standingStatuses]), lte(date, day));
  return q
    .select({
      document: { id, xeroId, type, xeroType, date, dueDate, status, number, reference, contactId, currencyCode, currencyRate, amount, lineAmountTypes, bankAccountId, toBankAccountId, creditXeroId },
      contactName: sql<string | null>`coalesce(${Contacts.name}, ${Transactions.contactName})`,
      settlement: getTableColumns(Allocations),
    })
    .from(Transactions)
    .leftJoin(Allocations, and(eq(Allocations.tenantId, tenantId), eq(Allocations.targetXeroId, xeroId)))
    .leftJoin(Contacts, and(eq(Contacts.tenantId, Transactions.tenantId), eq(Contacts.xeroId, contactId)))
    .where(and(eq(tenantId, q.tenantId), ofThese));
}

/** What was not settled by the end of a day, as far as the ledger has looked. Both ends are said, or SQLite takes any other range for as narrow. */
export function isOpenAfter(day: Day): SQL | undefined {
  return and(gt(Transactions.openUntil, day), lte(Transactions.openUntil, openForNow));
}

/** What the ledger had posted up to a sequence, of days up to one. */
export type KnownLedger = { upToSequence: number; day: Day };

/**
 * The documents that the control account had something of: Xero's ids, or those of the credits that they made. What is used of credits posts nothing there as long as
 * rates agree, so some of them may have been settled by credits all the same.
 */
export function documentsOnControl(q: Query, controlId: string, known: KnownLedger) {
  const { tenantId, accountId, transactionId, allocationId, debit, credit, currencyAmount } = JournalLines;
  const settled = and(eq(Allocations.tenantId, tenantId), eq(Allocations.id, allocationId));
  const named = and(eq(Transactions.tenantId, tenantId), eq(Transactions.id, transactionId));
  const document = sql<string>`coalesce(${Allocations.targetXeroId}, ${Transactions.xeroId})`;
  return q
    .select({ xeroId: document })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .leftJoin(Allocations, settled)
    .leftJoin(Transactions, named)
    .where(and(eq(tenantId, q.tenantId), eq(accountId, controlId), wasPosted(known), inArray(JournalEntries.sourceType, [...ownSources, "payment"])))
    .groupBy(document)
    .having(sql`sum(${debit}) <> sum(${credit}) or coalesce(sum(${currencyAmount}), 0) <> 0`);
}

const ownSources = ["invoice", "creditNote", "bankTransaction"];

/** Xero's ids of documents of some of Xero's types, whatever became of them. */
export async function idsOfTypes(q: Query, xeroTypes: readonly string[]): Promise<string[]> {
  const { tenantId, xeroType, xeroId } = Transactions;
  const rows = await q.select({ xeroId }).from(Transactions).where(and(eq(tenantId, q.tenantId), inArray(xeroType, [...xeroTypes])));
  return rows.map((row) => row.xeroId);
}

/** The lines of the documents' own entries as they stood, on some accounts, with the day of the entry. */
export async function standingLinesOf(q: Query, transactionIds: readonly string[], accounts: readonly string[], known: KnownLedger) {
  const { tenantId, accountId, transactionId, lineNumber, date, debit, credit, currencyCode, currencyAmount, rate } = JournalLines;
  const found = [];
  for (const some of batchesOf([...new Set(transactionIds)], atOnce)) {
    const rows = await q
      .select({ transactionId, lineNumber, date, debit, credit, currencyCode, currencyAmount, rate })
      .from(JournalLines)
      .innerJoin(JournalEntries, ownEntry)
      .where(and(eq(tenantId, q.tenantId), inArray(transactionId, some), inArray(accountId, [...accounts]), wasPosted(known), inArray(JournalEntries.sourceType, ownSources), stands(known.upToSequence)));
    found.push(...rows);
  }
  return found;
}

/** Of some payments, by Xero's ids, those whose entry stood. */
export async function standingPayments(q: Query, xeroIds: readonly string[], { upToSequence }: KnownLedger): Promise<Set<string>> {
  const { tenantId, sourceType, sourceXeroId, sequence } = JournalEntries;
  const found = new Set<string>();
  for (const some of batchesOf([...new Set(xeroIds)], atOnce)) {
    const rows = await q.select({ sourceXeroId }).from(JournalEntries).where(and(eq(tenantId, q.tenantId), inArray(sourceXeroId, some), eq(sourceType, "payment"), isPosted("accrual"), lte(sequence, upToSequence), stands(upToSequence)));
    for (const row of rows) found.add(row.sourceXeroId);
  }
  return found;
}

function wasPosted({ upToSequence, day }: KnownLedger): SQL | undefined {
  return and(isPosted("accrual"), lte(JournalEntries.sequence, upToSequence), lte(JournalLines.date, day));
}

/** Account → debit less credit of the posted lines up to a day, and up to a sequence where one is given, that name one of these documents. */
export async function sumLinesNaming(q: Query, transactionIds: readonly string[], day: Day, upToSequence?: number): Promise<Map<string, Money>> {
  const { tenantId, accountId, transactionId, date, debit, credit } = JournalLines;
  const isKnown = and(isPosted("accrual"), upToSequence === undefined ? undefined : lte(JournalEntries.sequence, upToSequence));
  const totals = new Map<string, Money>();
  for (const some of batchesOf([...new Set(transactionIds)], atOnce)) {
    const rows = await q
      .select({ accountId, debit: sql`sum(${debit})`.mapWith(debit), credit: sql`sum(${credit})`.mapWith(credit) })
      .from(JournalLines)
      .innerJoin(JournalEntries, ownEntry)
      .where(and(eq(tenantId, q.tenantId), inArray(transactionId, some), lte(date, day), isKnown))
      .groupBy(accountId);
    for (const row of rows) totals.set(row.accountId, (totals.get(row.accountId) ?? 0n) + row.debit - row.credit);
  }
  return totals;
}
