// What was posted after a report was made.
import { and, asc, desc, eq, gt, inArray, lte, gte, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, JournalEntries, JournalLines, Transactions } from "#db/schema/index.ts";
import type { AccountClass, Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";

export type Stretch = { from: Day | null; to: Day };
export type PostedSince = { basis: Basis; sequence: number } & Stretch;

/** By entry, account and tracking set, oldest first, with the document it came from where that has a page here. `classes` are those of the accounts that count. */
export function postedSince(q: Query, { basis, sequence, from, to }: PostedSince, classes: readonly AccountClass[] | null) {
  const { id, sequence: place, date, reversal, sourceType, sourceXeroId, sourceVersion, narration } = JournalEntries;
  const { accountId, trackingSetId, debit, credit } = JournalLines;
  const days = and(lte(JournalLines.date, to), from === null ? undefined : gte(JournalLines.date, from));
  const since = and(eq(JournalEntries.tenantId, q.tenantId), eq(JournalEntries.status, "posted"), eq(JournalEntries.basis, basis), gt(JournalEntries.sequence, sequence));
  const document = { id: Transactions.id, type: Transactions.type, number: Transactions.number, contactName: Transactions.contactName, status: Transactions.status };
  return q
    .select({ entry: { id, sequence: place, date, reversal, sourceType, sourceXeroId, sourceVersion, narration }, accountId, accountClass: Accounts.class, trackingSetId, debit: sql`sum(${debit})`.mapWith(debit), credit: sql`sum(${credit})`.mapWith(credit), document })
    .from(JournalEntries)
    .innerJoin(JournalLines, and(eq(JournalLines.tenantId, JournalEntries.tenantId), eq(JournalLines.entryId, id)))
    .innerJoin(Accounts, and(eq(Accounts.tenantId, JournalLines.tenantId), eq(Accounts.id, accountId)))
    .leftJoin(Transactions, and(eq(Transactions.tenantId, JournalEntries.tenantId), eq(Transactions.xeroId, sourceXeroId)))
    .where(and(since, days, classes ? inArray(Accounts.class, [...classes]) : undefined))
    .groupBy(id, place, date, reversal, sourceType, sourceXeroId, sourceVersion, narration, accountId, Accounts.class, trackingSetId, Transactions.id, Transactions.type, Transactions.number, Transactions.contactName, Transactions.status)
    .orderBy(desc(date), asc(id));
}
