// One document of the mirror with what belongs to it: its lines and what settles it or it settles.
import { and, asc, eq, inArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Query, Reader } from "#db/index.ts";
import { Accounts, Allocations, Contacts, Items, TransactionLines, Transactions, XeroTenants } from "#db/schema/index.ts";

const [From, To] = [alias(Accounts, "From"), alias(Accounts, "To")];
const account = { id: Accounts.id, name: Accounts.name, code: Accounts.code };
const bankAccount = { id: From.id, name: From.name, code: From.code };
const toBankAccount = { id: To.id, name: To.name, code: To.code };

export type TransactionRow = typeof Transactions.$inferSelect;

/** With what it names by id: its organisation's words for addresses and money, its contact, the bank accounts it moved money between. */
export async function findTransaction(q: Query, id: string) {
  const { tenantId, bankAccountId, toBankAccountId, contactId } = Transactions;
  const [found] = await q
    .select({ transaction: Transactions, shortCode: XeroTenants.shortCode, baseCurrency: XeroTenants.baseCurrency, contactId: Contacts.id, bankAccount, toBankAccount })
    .from(Transactions)
    .innerJoin(XeroTenants, eq(XeroTenants.id, tenantId))
    .leftJoin(Contacts, and(eq(Contacts.tenantId, tenantId), eq(Contacts.xeroId, contactId)))
    .leftJoin(From, and(eq(From.tenantId, tenantId), eq(From.id, bankAccountId)))
    .leftJoin(To, and(eq(To.tenantId, tenantId), eq(To.id, toBankAccountId)))
    .where(and(eq(tenantId, q.tenantId), eq(Transactions.id, id)));
  return found;
}

/** Which of the organisations within reach a document belongs to. */
export async function tenantOfTransaction(q: Reader, id: string): Promise<string | undefined> {
  const { tenantId } = Transactions;
  const [found] = await q.select({ tenantId }).from(Transactions).where(and(inArray(tenantId, [...q.tenantIds]), eq(Transactions.id, id)));
  return found?.tenantId;
}

/** Each with its account and, where Xero still has it, its item. */
export function findLines(q: Query, transactionId: string) {
  return q
    .select({ line: TransactionLines, account, item: { id: Items.id, name: Items.name } })
    .from(TransactionLines)
    .leftJoin(Items, and(eq(Items.tenantId, TransactionLines.tenantId), eq(Items.code, TransactionLines.itemCode)))
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
