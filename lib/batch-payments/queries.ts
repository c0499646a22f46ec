// Batch payments with what the bank shows of them, and the payments in them, which name their batch by Xero's id.
import { and, asc, count, desc, eq, getTableColumns, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Query, Reader } from "#db/index.ts";
import { Accounts, BatchPayments, Transactions, XeroTenants } from "#db/schema/index.ts";
import type { BatchFilter } from "#lib/batch-payments/batch-payment.ts";
import type { Day } from "#lib/day.ts";

export type BatchPayment = Awaited<ReturnType<typeof listBatchPayments>>[number];
export type PaymentOfBatch = Awaited<ReturnType<typeof paymentsOfBatch>>[number];
export type BatchInBrief = Awaited<ReturnType<typeof inBrief>>[number];
export type BatchPlace = { date: Day; id: string };

/** Newest first. */
export function listBatchPayments(q: Reader, filter: BatchFilter, after: BatchPlace | null, limit: number) {
  const { status, date, isReconciled, id } = BatchPayments;
  const conditions = [
    filter.status && inArray(status, filter.status),
    filter.dateFrom === undefined ? undefined : gte(date, filter.dateFrom),
    filter.dateTo === undefined ? undefined : lte(date, filter.dateTo),
    filter.isReconciled === undefined ? undefined : eq(isReconciled, filter.isReconciled),
    after ? isBehind(after) : undefined,
  ];
  return batches(q, ...conditions).orderBy(desc(date), desc(id)).limit(limit);
}

export async function findBatchPayment(q: Reader, id: string): Promise<BatchPayment | undefined> {
  const [batch] = await batches(q, eq(BatchPayments.id, id));
  return batch;
}

/** By Xero's id, as a payment names it. */
export async function findBatchByXeroId(q: Query, xeroId: string): Promise<BatchPayment | undefined> {
  const [batch] = await batches(q, eq(BatchPayments.xeroId, xeroId));
  return batch;
}

/** Whom they paid, in the order of names. */
export function paymentsOfBatch(q: Query, xeroId: string) {
  const { tenantId, batchXeroId, id, type, xeroType, number, reference, contactName, date, amount, currencyCode, status } = Transactions;
  return q
    .select({ id, type, xeroType, number, reference, contactName, date, amount, currencyCode, status })
    .from(Transactions)
    .where(and(eq(tenantId, q.tenantId), eq(batchXeroId, xeroId)))
    .orderBy(asc(contactName), asc(number), asc(id));
}

/** Xero's id → the batch in brief, with how many payments are in it. */
export async function batchesInBrief(q: Query, xeroIds: readonly string[]): Promise<Map<string, BatchInBrief>> {
  const found = xeroIds.length === 0 ? [] : await inBrief(q, [...new Set(xeroIds)]);
  return new Map(found.map((batch) => [batch.xeroId, batch]));
}

function inBrief(q: Query, xeroIds: readonly string[]) {
  const { id, tenantId, xeroId, reference, amount } = BatchPayments;
  return q
    .select({ id, xeroId, reference, amount, currencyCode, payments: count(Transactions.id) })
    .from(BatchPayments)
    .innerJoin(XeroTenants, eq(XeroTenants.id, tenantId))
    .leftJoin(Accounts, ofItsBank)
    .leftJoin(Transactions, and(eq(Transactions.tenantId, tenantId), eq(Transactions.batchXeroId, xeroId)))
    .where(and(eq(tenantId, q.tenantId), inArray(xeroId, [...xeroIds])))
    .groupBy(id, xeroId, reference, amount, currencyCode);
}

/** An account without a currency is kept in that of the books. */
const currencyCode = sql<string | null>`coalesce(${Accounts.currencyCode}, ${XeroTenants.baseCurrency})`;
const ofItsBank = and(eq(Accounts.tenantId, BatchPayments.tenantId), eq(Accounts.id, BatchPayments.bankAccountId));

function batches(q: Reader, ...conditions: (SQL | undefined)[]) {
  return q
    .select({ ...getTableColumns(BatchPayments), currencyCode })
    .from(BatchPayments)
    .innerJoin(XeroTenants, eq(XeroTenants.id, BatchPayments.tenantId))
    .leftJoin(Accounts, ofItsBank)
    .where(and(inArray(BatchPayments.tenantId, [...q.tenantIds]), ...conditions));
}

function isBehind({ date, id }: BatchPlace): SQL {
  return sql`(${BatchPayments.date}, ${BatchPayments.id}) < (${sql.param(date, BatchPayments.date)}, ${sql.param(id, BatchPayments.id)})`;
}
