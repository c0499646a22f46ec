// For tests: an organisation with a small ledger in a real database, posted the way the product posts (draft, lines, posted, balances).
import { and, eq, gte, lte } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { read, transaction } from "#db/index.ts";
import { Accounts, Allocations, Contacts, JournalEntries, JournalLines, TrackingCategories, TrackingOptions, TrackingSetOptions, TrackingSets, TransactionLines, Transactions, Users, XeroTenants } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import { systemTransaction } from "#db/system.ts";
import type { Day } from "#lib/day.ts";
import { insertPosted, type NewEntry } from "#lib/ledger/entries/queries.ts";
import { money, rateOfOne } from "#lib/money.ts";
import { permissionsOf } from "#lib/permissions.ts";
import type { Report } from "#lib/reports/report.ts";
import type { Account } from "#lib/reports/sections.ts";
import type { Scope } from "#lib/scope.ts";

export type TestBooks = { scope: Scope };
/** Account id → debit positive amount, and the tracking set it carries, if any. */
export type TestEntry = { date: Day; lines: readonly (readonly [string, string, string?])[]; transactionId?: string; sourceType?: string; contactId?: string };

export async function openTestBooks(name: string, organisation: Partial<typeof XeroTenants.$inferInsert> = {}): Promise<TestBooks> {
  const [userId, tenantId] = [uuidv7(), uuidv7()];
  const settings = { baseCurrency: "NZD", timezone: "Pacific/Auckland", shortCode: "!abC1", financialYearEndDay: 31, financialYearEndMonth: 3, lastSyncedAt: new Date() };
  await systemTransaction(async (tx) => {
    await tx.insert(Users).values({ id: userId, email: `${userId}@example.com`, passwordHash: "none" });
    await tx.insert(XeroTenants).values({ id: tenantId, tenantId: uuidv7(), tenantName: name, tenantType: "Organization", ...settings, ...organisation });
  });
  return { scope: { userId, tenantId, permissions: permissionsOf("Accountant"), via: "session" } };
}

export async function addAccounts({ scope }: TestBooks, accounts: readonly Account[]): Promise<void> {
  await transaction(scope, async (tx) => {
    await tx.insert(Accounts).values(accounts.map((account) => ({ ...account, tenantId: tx.tenantId, xeroId: account.id, contentHash: "none" })));
  });
}

export async function post({ scope }: TestBooks, entries: readonly TestEntry[], basis: Basis = "accrual"): Promise<void> {
  await transaction(scope, (tx) => insertPosted(tx, entries.map((entry) => entryOf(entry, basis)), new Date()));
}

type TestDocument = { number: string; date: Day; dueDate?: Day; total: string; status?: string; accountId?: string; type?: "INVOICE" | "BILL"; contactId?: string };

/** A category with its options, named by themselves. Their ids, and the category's under its own name. */
export async function addTracking({ scope }: TestBooks, category: string, options: readonly string[]): Promise<Record<string, string>> {
  const ids = Object.fromEntries([category, ...options].map((name) => [name, uuidv7()]));
  const row = (name: string) => ({ id: ids[name] ?? "", tenantId: scope.tenantId, xeroId: uuidv7(), name, status: "ACTIVE" });
  await transaction(scope, async (tx) => {
    await tx.insert(TrackingCategories).values({ ...row(category), contentHash: "none" });
    await tx.insert(TrackingOptions).values(options.map((name) => ({ ...row(name), categoryId: ids[category] ?? "" })));
  });
  return ids;
}

/** Xero's id of it. */
export async function addContact({ scope }: TestBooks, name: string): Promise<string> {
  const xeroId = uuidv7();
  await transaction(scope, (tx) => tx.insert(Contacts).values({ tenantId: tx.tenantId, xeroId, name, status: "ACTIVE", contentHash: "none" }).then(() => undefined));
  return xeroId;
}

/** A set of such options, for lines to carry. */
export async function addTrackingSet({ scope }: TestBooks, options: readonly string[]): Promise<string> {
  const [id, { tenantId }] = [uuidv7(), scope];
  await transaction(scope, async (tx) => {
    await tx.insert(TrackingSets).values({ id, tenantId, hash: id });
    await tx.insert(TrackingSetOptions).values(options.map((optionId) => ({ tenantId, trackingSetId: id, optionId })));
  });
  return id;
}

/** An invoice (or bill) in base currency with a single line, on an account if one is given. Its id is Xero's as well. */
export async function addInvoice({ scope }: TestBooks, invoice: TestDocument): Promise<string> {
  const row = documentRow(invoice.total);
  const { type = "INVOICE", number, date, dueDate = null, status = "AUTHORISED", contactId = null } = invoice;
  const own = { ...row, type, xeroType: type === "BILL" ? "ACCPAY" : "ACCREC", number, date, dueDate, status, contactId } as const;
  const line = { transactionId: row.id, lineNumber: 1, accountId: invoice.accountId ?? null, description: "Advice", lineAmount: row.amount, taxAmount: 0n };
  await transaction(scope, async (tx) => {
    await tx.insert(Transactions).values({ ...own, tenantId: tx.tenantId });
    await tx.insert(TransactionLines).values({ ...line, tenantId: tx.tenantId });
  });
  return row.id;
}

/** A payment of an invoice, of which so much less is due. */
export async function addPayment({ scope }: TestBooks, payment: { invoice: string; date: Day; amount: string }): Promise<string> {
  const row = documentRow(payment.amount);
  const own = { ...row, type: "PAYMENT", xeroType: "ACCRECPAYMENT", date: payment.date, status: "AUTHORISED" } as const;
  const allocation = { sourceKind: "payment", sourceXeroId: row.id, targetXeroId: payment.invoice, date: payment.date, ordinal: 1, amount: row.amount, currencyRate: rateOfOne, status: "AUTHORISED" } as const;
  await transaction(scope, async (tx) => {
    await tx.insert(Transactions).values({ ...own, tenantId: tx.tenantId });
    await tx.insert(Allocations).values({ ...allocation, tenantId: tx.tenantId });
    const { tenantId, xeroId, amountDue } = Transactions;
    const paid = and(eq(tenantId, tx.tenantId), eq(xeroId, payment.invoice));
    const [{ due } = { due: 0n }] = await tx.select({ due: amountDue }).from(Transactions).where(paid);
    await tx.update(Transactions).set({ amountDue: due - row.amount }).where(paid);
  });
  return row.id;
}

function documentRow(total: string) {
  const [id, amount] = [uuidv7(), money(total)];
  const amounts = { amount, baseAmount: amount, subTotal: amount, totalTax: 0n, amountDue: amount, amountPaid: 0n, amountCredited: 0n };
  const kind = { direction: "in", lineAmountTypes: "NoTax", currencyCode: "NZD", currencyRate: rateOfOne, contactName: "Kauri & Sons", contentHash: "none" } as const;
  return { id, xeroId: id, ...amounts, ...kind };
}

/** What was settled, and how, by the lines of a report on cash basis. */
export function settledOnCash({ tenant, period: { start, end } }: Report): Promise<string[]> {
  return read({ tenantId: tenant.id }, async (q) => {
    const { sourceKind, amount, targetXeroId } = Allocations;
    const ofLine = and(eq(Allocations.tenantId, JournalLines.tenantId), eq(Allocations.id, JournalLines.allocationId));
    const onCash = and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId), eq(JournalEntries.basis, "cash"), eq(JournalEntries.status, "posted"));
    const rows = await q
      .selectDistinct({ kind: sourceKind, amount, type: Transactions.type, of: Transactions.amount, currency: Transactions.currencyCode, base: XeroTenants.baseCurrency })
      .from(JournalLines)
      .innerJoin(JournalEntries, onCash)
      .innerJoin(Allocations, ofLine)
      .innerJoin(Transactions, and(eq(Transactions.tenantId, Allocations.tenantId), eq(Transactions.xeroId, targetXeroId)))
      .innerJoin(XeroTenants, eq(XeroTenants.id, JournalLines.tenantId))
      .where(and(eq(JournalLines.tenantId, q.tenantId), lte(JournalLines.date, end), start === null ? undefined : gte(JournalLines.date, start)));
    return [...new Set(rows.flatMap(kindsOf))];
  });
}

type Settled = { kind: (typeof Allocations.$inferSelect)["sourceKind"]; amount: bigint; type: string; of: bigint; currency: string | null; base: string | null };

function kindsOf({ kind, amount, type, of, currency, base }: Settled): string[] {
  const isCredit = kind === "creditNote" || type === "CREDIT_NOTE";
  return [
    ...(kind === "payment" && !isCredit && amount < of ? ["part payment"] : []),
    ...(isCredit ? ["credit note"] : []),
    ...(kind === "overpayment" || kind === "prepayment" ? [kind] : []),
    ...(currency === base ? [] : ["another currency"]),
  ];
}

function entryOf({ date, lines, transactionId, contactId, sourceType = "invoice" }: TestEntry, basis: Basis): NewEntry {
  const source = { basis, sourceType, sourceXeroId: uuidv7(), sourceVersion: 1, reversesId: null } as const;
  return { ...source, date, narration: null, unproven: false, lines: lines.map(([accountId, amount, trackingSetId = null]) => ({ ...plain, accountId, amount: money(amount), trackingSetId, transactionId: transactionId ?? null, contactId: contactId ?? null })) };
}

const plain = { currencyCode: null, currencyAmount: null, rate: null, taxType: null, taxAmount: null, contactId: null, allocationId: null };
