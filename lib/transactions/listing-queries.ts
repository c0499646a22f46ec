// A page of documents as one walk along an index: each order has its own, and so has each filter that leaves little. The place where the walk
// begins is compared as a row, (key, id), which both databases take as the bound of that walk.
import { and, asc, desc, eq, exists, gte, inArray, lte, or, type SQL, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, Contacts, TransactionLines, Transactions, XeroTenants } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";
import { attachable } from "#lib/attachments/attachment.ts";
import { holdsText } from "#lib/text-queries.ts";
import { type Filter, reconcilable, type Sort } from "#lib/transactions/listing.ts";

export type ListedTransaction = Awaited<ReturnType<typeof listTransactions>>[number];
export type Place = { key: Day | Money | Date; id: string };

/** In one organisation. `limit` rows at most, those behind `after`. */
export function listTransactions(q: Query, filter: Filter, sort: Sort, after: Place | null, limit: number) {
  const { tenantId, id } = Transactions;
  const [column, isDescending] = orderOf(sort);
  const inOrder = isDescending ? desc : asc;
  return q
    .select({ transaction: Transactions, contactId: Contacts.id, shortCode: XeroTenants.shortCode, baseCurrency: XeroTenants.baseCurrency })
    .from(Transactions)
    .innerJoin(XeroTenants, eq(XeroTenants.id, tenantId))
    .leftJoin(Contacts, and(eq(Contacts.tenantId, tenantId), eq(Contacts.xeroId, Transactions.contactId)))
    .where(and(eq(tenantId, q.tenantId), ...conditionsOf(q, filter), after ? isBehind(column, isDescending, after) : undefined))
    .orderBy(inOrder(column), inOrder(id))
    .limit(limit);
}

/** Whether there is any document at all. */
export async function hasTransactions(q: Query): Promise<boolean> {
  const [row] = await q.select({ id: Transactions.id }).from(Transactions).where(eq(Transactions.tenantId, q.tenantId)).limit(1);
  return row !== undefined;
}

function orderOf(sort: Sort) {
  const { date, amount, updatedAt } = Transactions;
  const columns = { date, amount, updatedAt, "-date": date, "-amount": amount, "-updatedAt": updatedAt };
  return [columns[sort], sort.startsWith("-")] as const;
}

function isBehind(column: ReturnType<typeof orderOf>[0], isDescending: boolean, { key, id }: Place): SQL {
  const than = sql.raw(isDescending ? "<" : ">");
  return sql`(${column}, ${Transactions.id}) ${than} (${sql.param(key, column)}, ${sql.param(id, Transactions.id)})`;
}

function conditionsOf(q: Query, filter: Filter): (SQL | undefined)[] {
  const { type, status, date, updatedAt, category, isReconciled, hasAttachments, amount, number, reference, contactName, description } = Transactions;
  return [
    filter.type && inArray(type, filter.type),
    filter.status && inArray(status, filter.status),
    filter.dateFrom === undefined ? undefined : gte(date, filter.dateFrom),
    filter.dateTo === undefined ? undefined : lte(date, filter.dateTo),
    filter.updatedSince && gte(updatedAt, filter.updatedSince),
    filter.contactId === undefined ? undefined : isOfContact(q, filter.contactId),
    filter.accountId === undefined ? undefined : touchesAccount(q, eq(Accounts.id, filter.accountId)),
    filter.accountCode === undefined ? undefined : touchesAccount(q, eq(Accounts.code, filter.accountCode)),
    filter.category === undefined ? undefined : eq(category, filter.category),
    filter.isReconciled === undefined ? undefined : and(eq(isReconciled, filter.isReconciled), inArray(type, [...reconcilable])),
    filter.hasAttachments === undefined ? undefined : and(eq(hasAttachments, filter.hasAttachments), inArray(type, [...attachable])),
    filter.amountMin === undefined ? undefined : gte(amount, filter.amountMin),
    filter.amountMax === undefined ? undefined : lte(amount, filter.amountMax),
    filter.q === undefined ? undefined : holdsText([number, reference, contactName, description], filter.q),
  ];
}

/** A document names its contact by Xero's id; we are asked by ours. */
function isOfContact(q: Query, id: string): SQL {
  const xeroId = q.select({ xeroId: Contacts.xeroId }).from(Contacts).where(and(eq(Contacts.tenantId, q.tenantId), eq(Contacts.id, id)));
  return sql`${Transactions.contactId} = (${xeroId})`;
}

/** By one of its lines, or as the bank account the money left or reached. */
function touchesAccount(q: Query, which: SQL): SQL | undefined {
  const accounts = q.select({ id: Accounts.id }).from(Accounts).where(and(eq(Accounts.tenantId, q.tenantId), which));
  const { tenantId, transactionId, accountId } = TransactionLines;
  const lines = q.select({ id: TransactionLines.id }).from(TransactionLines).where(and(eq(tenantId, q.tenantId), eq(transactionId, Transactions.id), inArray(accountId, accounts)));
  return or(inArray(Transactions.bankAccountId, accounts), inArray(Transactions.toBankAccountId, accounts), exists(lines));
}
