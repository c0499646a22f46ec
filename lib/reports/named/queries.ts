// What reports under Xero's names take from the ledger besides balances, and from the documents themselves.
import { and, asc, between, eq, inArray } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { JournalEntries, JournalLines, Transactions } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { isPosted, ownEntry, stands, total } from "#lib/reports/line-queries.ts";

type Days = { from: Day; to: Day };

/** Debits and credits of some days by account, without entries that were taken back and those that took them back. */
export function sidesByAccount(q: Query, { basis, ledgerSequence, from, to }: Days & { basis: Basis; ledgerSequence: number }) {
  const { tenantId, accountId, date, debit, credit } = JournalLines;
  return q
    .select({ accountId, debit: total(debit), credit: total(credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .where(and(eq(tenantId, q.tenantId), isPosted(basis), between(date, from, to), stands(ledgerSequence)))
    .groupBy(accountId);
}

/** Sales invoices of some days that stand, oldest first. */
export function invoicesIssued(q: Query, { from, to }: Days) {
  const { tenantId, id, xeroType, status, number, contactName, date, baseAmount } = Transactions;
  return q
    .select({ id, number, contactName, date, amount: baseAmount })
    .from(Transactions)
    .where(and(eq(tenantId, q.tenantId), eq(xeroType, "ACCREC"), inArray(status, ["AUTHORISED", "PAID"]), between(date, from, to)))
    .orderBy(asc(date), asc(id));
}
