// The whole ledger of an organisation as it was posted, for other programs to add up.
import { and, asc, eq, lte } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, JournalEntries, JournalLines } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";

export type PostedLine = Awaited<ReturnType<typeof postedLines>>[number];

/** Every posted line up to a sequence, entry by entry in the order of posting. */
export function postedLines(q: Query, { basis, upToSequence }: { basis: Basis; upToSequence: number }) {
  const { sequence, date, narration, sourceType } = JournalEntries;
  const { accountId, debit, credit } = JournalLines;
  const { type, class: accountClass } = Accounts;
  const account = { class: accountClass, type, id: accountId };
  return q
    .select({ sequence, date, narration, sourceType, account, debit, credit })
    .from(JournalLines)
    .innerJoin(JournalEntries, and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId), eq(JournalEntries.status, "posted")))
    .innerJoin(Accounts, and(eq(Accounts.tenantId, JournalLines.tenantId), eq(Accounts.id, JournalLines.accountId)))
    .where(and(eq(JournalLines.tenantId, q.tenantId), eq(JournalEntries.basis, basis), lte(sequence, upToSequence)))
    .orderBy(asc(sequence), asc(JournalLines.lineNumber));
}
