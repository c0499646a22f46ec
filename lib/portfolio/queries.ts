// What the portfolio asks, of all organisations within reach together: one question a subject, however many there are.
import { and, count, eq, inArray, max, or, sql } from "drizzle-orm";
import type { Reader } from "#db/index.ts";
import { Accounts, Transactions, XeroTrialBalances } from "#db/schema/index.ts";
import type { Day } from "#lib/day.ts";
import { isUnreconciled } from "#lib/reports/queries.ts";

/** Xero's own balance of the bank accounts at each organisation's last reading, in base currency. */
export function bankBalances(q: Reader) {
  const { tenantId, accountId, basis, monthEnd, balance } = XeroTrialBalances;
  const ofThese = and(inArray(tenantId, [...q.tenantIds]), eq(basis, "accrual"));
  const last = q.select({ tenantId, day: max(monthEnd).as("day") }).from(XeroTrialBalances).where(ofThese).groupBy(tenantId).as("last");
  return q
    .select({ tenantId, balance: sql`coalesce(sum(${balance}), 0)`.mapWith(balance) })
    .from(XeroTrialBalances)
    .innerJoin(last, and(eq(tenantId, last.tenantId), eq(monthEnd, last.day)))
    .innerJoin(Accounts, and(eq(Accounts.tenantId, tenantId), eq(Accounts.id, accountId), eq(Accounts.type, "BANK")))
    .where(ofThese)
    .groupBy(tenantId);
}

/** Bank lines that nobody has matched, and documents that nobody has approved, by organisation and status, and how many are of before a day.
 * Amounts without sign. */
export function waitingDocuments(q: Reader, before: Day) {
  const { tenantId, type, status, date, baseAmount } = Transactions;
  const isDraft = and(inArray(status, ["DRAFT", "SUBMITTED"]), inArray(type, ["INVOICE", "BILL", "CREDIT_NOTE"]));
  return q
    .select({ tenantId, status, documents: count(), old: sql`sum(case when ${date} < ${sql.param(before, date)} then 1 else 0 end)`.mapWith(Number), amount: sql`coalesce(sum(abs(${baseAmount})), 0)`.mapWith(baseAmount) })
    .from(Transactions)
    .where(and(inArray(tenantId, [...q.tenantIds]), or(isUnreconciled(), isDraft)))
    .groupBy(tenantId, status);
}
