// One document of the mirror with what belongs to it: its lines and what settles it or it settles.
import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, Allocations, TransactionLines, Transactions, XeroTenants } from "#db/schema/index.ts";

export type TransactionRow = typeof Transactions.$inferSelect;

export async function findTransaction(q: Query, id: string) {
  const [found] = await q
    .select({ transaction: Transactions, shortCode: XeroTenants.shortCode, baseCurrency: XeroTenants.baseCurrency })
    .from(Transactions)
    .innerJoin(XeroTenants, eq(XeroTenants.id, Transactions.tenantId))
    .where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.id, id)));
  return found;
}

export function findLines(q: Query, transactionId: string) {
  return q
    .select({ line: TransactionLines, account })
    .from(TransactionLines)
    .leftJoin(Accounts, and(eq(Accounts.tenantId, TransactionLines.tenantId), eq(Accounts.id, TransactionLines.accountId)))
    .where(and(eq(TransactionLines.tenantId, q.tenantId), eq(TransactionLines.transactionId, transactionId)))
    .orderBy(asc(TransactionLines.lineNumber));
}

/** In either direction. */
export function findAllocations(q: Query, xeroIds: readonly string[]) {
  const { tenantId, sourceXeroId, targetXeroId, date, id } = Allocations;
  return q
    .select()
    .from(Allocations)
    .where(and(eq(tenantId, q.tenantId), or(inArray(sourceXeroId, [...xeroIds]), inArray(targetXeroId, [...xeroIds]))))
    .orderBy(asc(date), asc(id));
}

/** A credit may be known by its bank transaction or by itself. */
export async function findByXeroIds(q: Query, xeroIds: readonly string[]) {
  if (xeroIds.length === 0) return [];
  const { tenantId, xeroId, creditXeroId } = Transactions;
  return q.select().from(Transactions).where(and(eq(tenantId, q.tenantId), or(inArray(xeroId, [...xeroIds]), inArray(creditXeroId, [...xeroIds]))));
}

const account = { name: Accounts.name, code: Accounts.code };
