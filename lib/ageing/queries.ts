// What is owed is read from the mirror: a credit used on an invoice posts nothing, so the ledger alone does not know which of them is open.
import { and, eq, inArray, lte, notInArray, type SQL, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Allocations, Contacts, JournalEntries, JournalLines, Transactions } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { batchesOf } from "#lib/ledger/batches.ts";
import { goneStatuses, standingStatuses } from "#lib/ledger/posting/standing.ts";
import type { Money } from "#lib/money.ts";

const atOnce = 500;

/** Documents of some of Xero's types that stand on a day, without those that payments up to that day have paid in full. */
export function findStandingDocuments(q: Query, xeroTypes: readonly string[], day: Day) {
  const { tenantId, xeroType, status, date, contactId } = Transactions;
  const ofThese = and(inArray(xeroType, [...xeroTypes]), inArray(status, [...standingStatuses]), lte(date, day));
  return q
    .select({ document: Transactions, contactName: Contacts.name })
    .from(Transactions)
    .leftJoin(Contacts, and(eq(Contacts.tenantId, Transactions.tenantId), eq(Contacts.xeroId, contactId)))
    .where(and(eq(tenantId, q.tenantId), ofThese, isNotPaid(q, day)));
}

function isNotPaid(q: Query, day: Day): SQL {
  const { tenantId, targetXeroId, sourceKind, status, date, amount } = Allocations;
  const payments = and(eq(targetXeroId, Transactions.xeroId), eq(sourceKind, "payment"), notInArray(status, [...goneStatuses]), lte(date, day));
  const paid = q.select({ amount: sql`coalesce(sum(${amount}), 0)` }).from(Allocations).where(and(eq(tenantId, q.tenantId), payments));
  return sql`${Transactions.amount} <> (${paid})`;
}

/** Account → debit less credit of the posted lines up to a day that name one of these documents. */
export async function sumLinesNaming(q: Query, transactionIds: readonly string[], day: Day): Promise<Map<string, Money>> {
  const { tenantId, accountId, transactionId, date, debit, credit, entryId } = JournalLines;
  const ownEntry = and(eq(JournalEntries.tenantId, tenantId), eq(JournalEntries.id, entryId), eq(JournalEntries.status, "posted"), eq(JournalEntries.basis, "accrual"));
  const totals = new Map<string, Money>();
  for (const some of batchesOf([...new Set(transactionIds)], atOnce)) {
    const rows = await q
      .select({ accountId, debit: sql`sum(${debit})`.mapWith(debit), credit: sql`sum(${credit})`.mapWith(credit) })
      .from(JournalLines)
      .innerJoin(JournalEntries, ownEntry)
      .where(and(eq(tenantId, q.tenantId), inArray(transactionId, some), lte(date, day)))
      .groupBy(accountId);
    for (const row of rows) totals.set(row.accountId, (totals.get(row.accountId) ?? 0n) + row.debit - row.credit);
  }
  return totals;
}
