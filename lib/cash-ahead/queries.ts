// What is open today and how late those who owe it, or are owed it, usually are: of all organisations within reach together.
import { and, eq, gte, inArray, isNotNull, ne, notInArray, or } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "#db/index.ts";
import { Allocations, Transactions } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { goneStatuses } from "#lib/ledger/posting/standing.ts";

/** Approved invoices and bills that something is owed on. */
export function openDocuments(q: Reader) {
  const { id, tenantId, type, number, contactId, contactName, date, dueDate, plannedPaymentDate, amountDue, currencyRate } = Transactions;
  return q.select({ id, tenantId, type, number, contactId, contactName, date, dueDate, plannedPaymentDate, amountDue, currencyRate }).from(Transactions).where(and(inArray(tenantId, [...q.tenantIds]), isOpen(Transactions)));
}

/** Payments since a day, of contacts that something is open of: how late they usually are. */
export function paymentsOfDebtors(q: Reader, since: Day) {
  const { tenantId, type, contactId, date, dueDate, xeroId } = Transactions;
  const open = alias(Transactions, "open");
  // Who owes something is found once for all payments, not for each of them.
  const withOpen = (of: "INVOICE" | "BILL") => q.select({ contactId: open.contactId }).from(open).where(and(inArray(open.tenantId, [...q.tenantIds]), isNotNull(open.contactId), eq(open.type, of), isOpen(open)));
  const isDebtor = or(...(["INVOICE", "BILL"] as const).map((of) => and(eq(type, of), inArray(contactId, withOpen(of)))));
  const payment = and(inArray(Allocations.tenantId, [...q.tenantIds]), eq(Allocations.sourceKind, "payment"), notInArray(Allocations.status, [...goneStatuses]), gte(Allocations.date, since));
  return q
    .select({ tenantId, type, contactId, date, dueDate, paidOn: Allocations.date })
    .from(Allocations)
    .innerJoin(Transactions, and(eq(tenantId, Allocations.tenantId), eq(xeroId, Allocations.targetXeroId)))
    .where(and(payment, isDebtor));
}

function isOpen({ type, status, amountDue }: { type: PgColumn; status: PgColumn; amountDue: PgColumn }) {
  return and(inArray(type, ["INVOICE", "BILL"]), eq(status, "AUTHORISED"), ne(amountDue, 0n));
}
