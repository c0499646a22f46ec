// What the checks of data quality look at: documents of some days with as little of them as a check needs.
import { and, asc, between, eq, exists, gt, inArray, isNotNull, isNull, ne, notInArray, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, ManualJournalLines, ManualJournals, TransactionLines, Transactions } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { goneStatuses, standingStatuses } from "#lib/ledger/posting/standing.ts";

type Days = { from: Day; to: Day };

const { tenantId, id, xeroType, status, number, reference, contactId, contactName, amount, currencyCode, baseAmount, date } = Transactions;
const listed = { id, number, reference, contactId, contactName, amount, currencyCode, baseAmount, date };

/** Bills that stand or are still drafts. */
export function findBills(q: Query, { from, to }: Days) {
  return q.select(listed).from(Transactions).where(and(eq(tenantId, q.tenantId), eq(xeroType, "ACCPAY"), notInArray(status, [...goneStatuses]), between(date, from, to))).orderBy(asc(date), asc(id));
}

/** Sales invoices of any status: a number that was voided or deleted is not missing. */
export function findInvoiceNumbers(q: Query) {
  return q.select({ ...listed, status }).from(Transactions).where(and(eq(tenantId, q.tenantId), eq(xeroType, "ACCREC"))).orderBy(asc(date), asc(id));
}

/** Documents that stand with a line on an archived account. */
export function findOnArchived(q: Query, days: Days) {
  const archived = q.select({ id: Accounts.id }).from(Accounts).where(and(eq(Accounts.tenantId, q.tenantId), eq(Accounts.status, "ARCHIVED")));
  return standingWith(q, days, inArray(TransactionLines.accountId, archived));
}

/** Documents that stand with a line that has an amount and no tax type. */
export function findWithoutTaxType(q: Query, days: Days) {
  return standingWith(q, days, and(isNull(TransactionLines.taxType), ne(TransactionLines.lineAmount, 0n), isNotNull(TransactionLines.accountId)));
}

function standingWith(q: Query, { from, to }: Days, which: ReturnType<typeof and>) {
  const line = q.select({ id: TransactionLines.id }).from(TransactionLines).where(and(eq(TransactionLines.tenantId, q.tenantId), eq(TransactionLines.transactionId, id), which));
  return q.select(listed).from(Transactions).where(and(eq(tenantId, q.tenantId), inArray(status, [...standingStatuses]), between(date, from, to), exists(line))).orderBy(asc(date), asc(id));
}

/** Manual journals that stand, with the sum of their debits in base currency. */
export function findManualJournals(q: Query, { from, to }: Days) {
  const { tenantId: tenant, manualJournalId, lineAmount } = ManualJournalLines;
  return q
    .select({ id: ManualJournals.id, narration: ManualJournals.narration, date: ManualJournals.date, debits: sql`sum(${lineAmount})`.mapWith(lineAmount) })
    .from(ManualJournals)
    .innerJoin(ManualJournalLines, and(eq(tenant, ManualJournals.tenantId), eq(manualJournalId, ManualJournals.id), gt(lineAmount, 0n)))
    .where(and(eq(ManualJournals.tenantId, q.tenantId), eq(ManualJournals.status, "POSTED"), between(ManualJournals.date, from, to)))
    .groupBy(ManualJournals.id, ManualJournals.narration, ManualJournals.date)
    .orderBy(asc(ManualJournals.date), asc(ManualJournals.id));
}
