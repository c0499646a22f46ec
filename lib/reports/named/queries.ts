// What reports under Xero's names take from the ledger besides balances, and from the documents themselves.
import { and, asc, between, count, eq, inArray, isNotNull, lte, or, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { JournalEntries, JournalLines, TaxRates, Transactions } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import { isPosted, isTaxOfLine, ownEntry, stands, total } from "#lib/reports/line-queries.ts";

type Days = { from: Day; to: Day };

/** Debits and credits of some days by account, without entries that were taken back and those that took them back. */
export function sidesByAccount(q: Query, { basis, ledgerSequence, from, to }: Days & { basis: Basis; ledgerSequence: number }) {
  const { tenantId, accountId, debit, credit } = JournalLines;
  return q
    .select({ accountId, debit: total(debit), credit: total(credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .where(and(eq(tenantId, q.tenantId), isPosted(basis), between(JournalEntries.date, from, to), stands(ledgerSequence)))
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

/** What lines with a tax type, and all on the tax accounts, come to in some days: by account, type, whether they are tax, and Xero's type of the document. */
export function taxSums(q: Query, { basis, taxAccounts, from, to }: Days & { basis: Basis; taxAccounts: readonly string[] }) {
  const { tenantId, accountId, taxType, debit, credit, transactionId } = JournalLines;
  const { xeroType } = Transactions;
  const isTax = sql<number>`case when ${isTaxOfLine()} then 1 else 0 end`.mapWith(Number);
  return q
    .select({ accountId, taxType, isTax, documentType: xeroType, debit: total(debit), credit: total(credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .leftJoin(Transactions, and(eq(Transactions.tenantId, tenantId), eq(Transactions.id, transactionId)))
    .where(and(eq(tenantId, q.tenantId), isPosted(basis), between(JournalEntries.date, from, to), or(isNotNull(taxType), inArray(accountId, [...taxAccounts]))))
    .groupBy(accountId, taxType, isTax, xeroType);
}

export function findTaxRates(q: Query) {
  const { tenantId, xeroId, name, effectiveRate } = TaxRates;
  return q.select({ taxType: xeroId, name, rate: effectiveRate }).from(TaxRates).where(eq(tenantId, q.tenantId));
}

/** What some accounts have up to a day, by account: in base currency, in their own, and in how many of how many lines that is said. */
export function foreignBalances(q: Query, { accounts, to }: { accounts: readonly string[]; to: Day }) {
  const { tenantId, accountId, debit, credit, currencyAmount } = JournalLines;
  return q
    .select({ accountId, debit: total(debit), credit: total(credit), foreign: total(currencyAmount), lines: count(), said: count(currencyAmount) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .where(and(eq(tenantId, q.tenantId), isPosted("accrual"), inArray(accountId, [...accounts]), lte(JournalLines.date, to)))
    .groupBy(accountId);
}

/** What lies on the accounts of currency gains of some days, by the currency of the document; null of no document. */
export function gainsByCurrency(q: Query, { accounts, from, to }: Days & { accounts: readonly string[] }) {
  const { tenantId, accountId, debit, credit, transactionId, date } = JournalLines;
  const { currencyCode: currency } = Transactions;
  return q
    .select({ currency, debit: total(debit), credit: total(credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .leftJoin(Transactions, and(eq(Transactions.tenantId, tenantId), eq(Transactions.id, transactionId)))
    .where(and(eq(tenantId, q.tenantId), isPosted("accrual"), inArray(accountId, [...accounts]), between(date, from, to)))
    .groupBy(currency);
}
