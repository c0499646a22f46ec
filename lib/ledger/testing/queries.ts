// Puts small books into a database as a sync would, and reads back what the ledger made of them. Accounts are called by their names.
import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type Query, read, type Transaction, transaction } from "#db/index.ts";
import {
  AccountBalances,
  Accounts,
  Allocations,
  ContactMovements,
  CursorStates,
  DailyMovements,
  JournalEntries,
  JournalLines,
  ManualJournalLines,
  ManualJournals,
  TaxRates,
  TrackingSets,
  TransactionLines,
  Transactions,
  XeroTenants,
  XeroTrialBalances,
} from "#db/schema/index.ts";
import type { AccountClass, Basis } from "#db/vocabulary.ts";
import type { YearEnd } from "#lib/financial-year.ts";
import type { Document, DocumentLine, ManualJournal, Settlement } from "#lib/ledger/posting/document.ts";
import { nobody, noTracking } from "#lib/ledger/entries/balance-movements.ts";
import { openForNow } from "#lib/ledger/posting/open-until.ts";
import { decimal, type Money, rate, sum } from "#lib/money.ts";

export type Scope = { tenantId: string };
export type TestAccount = { type: string; class: AccountClass; systemAccount?: string; currencyCode?: string };

export const chart: Record<string, TestAccount> = {
  bank: { type: "BANK", class: "ASSET" },
  savings: { type: "BANK", class: "ASSET" },
  dollars: { type: "BANK", class: "ASSET", currencyCode: "USD" },
  receivable: { type: "CURRENT", class: "ASSET", systemAccount: "DEBTORS" },
  deposits: { type: "PREPAYMENT", class: "ASSET" },
  equipment: { type: "FIXED", class: "ASSET" },
  payable: { type: "CURRLIAB", class: "LIABILITY", systemAccount: "CREDITORS" },
  gst: { type: "CURRLIAB", class: "LIABILITY", systemAccount: "GST" },
  rounding: { type: "CURRLIAB", class: "LIABILITY", systemAccount: "ROUNDING" },
  historical: { type: "CURRLIAB", class: "LIABILITY", systemAccount: "HISTORICAL" },
  retained: { type: "EQUITY", class: "EQUITY", systemAccount: "RETAINEDEARNINGS" },
  capital: { type: "EQUITY", class: "EQUITY" },
  sales: { type: "REVENUE", class: "REVENUE" },
  consulting: { type: "REVENUE", class: "REVENUE" },
  fees: { type: "OTHERINCOME", class: "REVENUE" },
  rent: { type: "OVERHEADS", class: "EXPENSE" },
  travel: { type: "EXPENSE", class: "EXPENSE" },
  wages: { type: "WAGESEXPENSE", class: "EXPENSE" },
  depreciation: { type: "DEPRECIATN", class: "EXPENSE" },
  gains: { type: "EXPENSE", class: "EXPENSE", systemAccount: "REALISEDCURRENCYGAIN" },
};

/** A key that is the same in every run. */
export function idOf(name: string, tenantId = ""): string {
  const digits = createHash("sha256").update(`${tenantId} ${name}`).digest("hex");
  return [digits.slice(0, 8), digits.slice(8, 12), `7${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`, digits.slice(20, 32)].join("-");
}

export async function openOrganisation(name: string, accounts: Record<string, TestAccount> = chart, yearEnd: YearEnd = { month: 3, day: 31 }): Promise<Scope> {
  const scope = { tenantId: idOf(name) };
  const settings = { baseCurrency: "NZD", financialYearEndDay: yearEnd.day, financialYearEndMonth: yearEnd.month };
  await transaction(scope, async (tx) => {
    await tx.insert(XeroTenants).values({ id: scope.tenantId, tenantId: name, tenantName: name, tenantType: "Organization", ...settings });
    const active = { tenantId: scope.tenantId, status: "ACTIVE", contentHash: "" };
    await tx.insert(Accounts).values(Object.entries(accounts).map(([xeroId, account]) => ({ ...account, ...active, id: idOf(xeroId, scope.tenantId), xeroId, name: xeroId })));
    await tx.insert(TaxRates).values({ ...active, xeroId: "GST15", name: "GST", effectiveRate: rate("15") });
  });
  return scope;
}

/** As a sync leaves a document: the row and its lines replaced, marked for the ledger. */
export async function putDocuments(tx: Transaction, documents: readonly Document[]): Promise<void> {
  for (const { lines, bankAccountId, toBankAccountId, amount, ...document } of documents) {
    const id = idOf(document.xeroId, tx.tenantId);
    const banks = { bankAccountId: accountOf(tx, bankAccountId), toBankAccountId: accountOf(tx, toBankAccountId) };
    const amounts = { amount, baseAmount: amount, subTotal: amount, totalTax: 0n, amountDue: 0n, amountPaid: 0n, amountCredited: 0n };
    const row = { ...document, ...banks, ...amounts, id, tenantId: tx.tenantId, direction: "in" as const, contentHash: "", needsPosting: true, openUntil: openForNow };
    await tx.insert(Transactions).values(row).onConflictDoUpdate({ target: [Transactions.tenantId, Transactions.xeroId], set: row });
    await tx.delete(TransactionLines).where(and(eq(TransactionLines.tenantId, tx.tenantId), eq(TransactionLines.transactionId, id)));
    if (lines.length > 0) await tx.insert(TransactionLines).values(lines.map((line, index) => ({ ...lineRow(tx, line), transactionId: id, lineNumber: index + 1 })));
  }
}

/** As a sync leaves payments and allocations; a payment has a row of its own among the documents. */
export async function putSettlements(tx: Transaction, settlements: readonly Settlement[]): Promise<void> {
  const { tenantId, sourceKind, sourceXeroId, targetXeroId, date, ordinal } = Allocations;
  for (const { transactionId: _, effectiveOn: __, bankAccountId, ...settlement } of settlements) {
    const row = { ...settlement, id: idOf(settlement.id, tx.tenantId), tenantId: tx.tenantId, bankAccountId: accountOf(tx, bankAccountId) };
    await tx.insert(Allocations).values(row).onConflictDoUpdate({ target: [tenantId, sourceKind, sourceXeroId, targetXeroId, date, ordinal], set: row });
  }
  await putDocuments(tx, settlements.filter((settlement) => settlement.sourceKind === "payment").map(paymentDocument));
}

export async function putManualJournals(tx: Transaction, journals: readonly ManualJournal[]): Promise<void> {
  for (const { lines, ...journal } of journals) {
    const id = idOf(journal.xeroId, tx.tenantId);
    const row = { ...journal, id, tenantId: tx.tenantId, contentHash: "", needsPosting: true };
    await tx.insert(ManualJournals).values(row).onConflictDoUpdate({ target: [ManualJournals.tenantId, ManualJournals.xeroId], set: row });
    await tx.delete(ManualJournalLines).where(and(eq(ManualJournalLines.tenantId, tx.tenantId), eq(ManualJournalLines.manualJournalId, id)));
    await tx.insert(ManualJournalLines).values(lines.map((line, index) => ({ ...lineRow(tx, line), manualJournalId: id, lineNumber: index + 1 })));
  }
}

export async function removeAllocation(tx: Transaction, source: string, target: string): Promise<void> {
  await tx.delete(Allocations).where(and(eq(Allocations.tenantId, tx.tenantId), eq(Allocations.sourceXeroId, source), eq(Allocations.targetXeroId, target)));
}

/** The first page of Xero's journals has been read. */
export async function beginJournals(tx: Transaction): Promise<void> {
  await tx.insert(CursorStates).values({ tenantId: tx.tenantId, objectType: "Journals", page: 1 });
}

export async function putTrackingSets(tx: Transaction, names: readonly string[]): Promise<void> {
  await tx.insert(TrackingSets).values(names.map((name) => ({ id: idOf(name, tx.tenantId), tenantId: tx.tenantId, hash: name })));
}

/** "account month" → movement, debit positive, once from the balances and once from the lines themselves. */
export function ledgerFigures(scope: Scope, basis: Basis = "accrual"): Promise<{ balances: Record<string, string>; lines: Record<string, string> }> {
  return read(scope, async (q) => {
    const names = new Map((await q.select().from(Accounts).where(eq(Accounts.tenantId, q.tenantId))).map(({ id, name }) => [id, name]));
    const balances = await q.select().from(AccountBalances).where(and(eq(AccountBalances.tenantId, q.tenantId), eq(AccountBalances.basis, basis)));
    const lines = await linesOf(q, basis);
    return { balances: totals(balances, names), lines: totals(lines.map((line) => ({ ...line, month: line.date.slice(0, 7) })), names) };
  });
}

export function allEntries(scope: Scope, basis: Basis = "accrual") {
  return read(scope, (q) => q.select().from(JournalEntries).where(and(eq(JournalEntries.tenantId, q.tenantId), eq(JournalEntries.basis, basis))).orderBy(JournalEntries.sequence));
}

async function linesOf(q: Query, basis: Basis) {
  const own = and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId), eq(JournalEntries.basis, basis));
  const rows = await q.select({ line: JournalLines }).from(JournalLines).innerJoin(JournalEntries, own).where(eq(JournalLines.tenantId, q.tenantId));
  return rows.map(({ line }) => line);
}

/** What the balances of an account are by tracking, and what its lines come to, debit positive. */
export function trackedBalances(scope: Scope, account: string): Promise<{ balances: Money[]; lines: Money }> {
  return read(scope, async (q) => {
    const id = idOf(account, q.tenantId);
    const balances = await q.select().from(AccountBalances).where(and(eq(AccountBalances.tenantId, q.tenantId), eq(AccountBalances.basis, "accrual"), eq(AccountBalances.accountId, id)));
    const lines = (await linesOf(q, "accrual")).filter(({ accountId }) => accountId === id);
    return { balances: balances.map(({ debit, credit }) => debit - credit), lines: sum(lines.map(({ debit, credit }) => debit - credit)) };
  });
}

export function trialBalanceRows(scope: Scope) {
  return read(scope, (q) => q.select().from(XeroTrialBalances).where(eq(XeroTrialBalances.tenantId, q.tenantId)).orderBy(XeroTrialBalances.id));
}

/** What is added up while posting, and what the lines come to under the same keys: debit and credit by basis, account, day, tracking and source, and by account, month and
 * contact. */
export function addedUp(scope: Scope): Promise<Record<"byDay" | "linesByDay" | "byContact" | "linesByContact", Record<string, string>>> {
  return read(scope, async (q) => {
    const own = and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId));
    const lines = await q.select({ line: JournalLines, entry: JournalEntries }).from(JournalLines).innerJoin(JournalEntries, own).where(eq(JournalLines.tenantId, q.tenantId));
    const days = await q.select().from(DailyMovements).where(eq(DailyMovements.tenantId, q.tenantId));
    const contacts = await q.select().from(ContactMovements).where(eq(ContactMovements.tenantId, q.tenantId));
    const flat = lines.map(({ line: { trackingSetId, contactId, ...line }, entry: { basis, sourceType } }) => ({ ...line, basis, sourceType, trackingSetId: trackingSetId ?? noTracking, contactId: contactId ?? nobody, month: line.date.slice(0, 7) }));
    const dayKey = ({ basis, accountId, date, trackingSetId, sourceType }: Omit<(typeof days)[number], "id" | "tenantId" | "debit" | "credit">) => [basis, accountId, date, trackingSetId, sourceType].join(" ");
    const contactKey = ({ accountId, month, contactId }: Pick<(typeof contacts)[number], "accountId" | "month" | "contactId">) => [accountId, month, contactId].join(" ");
    const accrual = flat.filter(({ basis }) => basis === "accrual");
    return { byDay: sidesBy(days, dayKey), linesByDay: sidesBy(flat, dayKey), byContact: sidesBy(contacts, contactKey), linesByContact: sidesBy(accrual, contactKey) };
  });
}

function sidesBy<Row extends { debit: Money; credit: Money }>(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, string> {
  const sides = [...Map.groupBy(rows, keyOf)].map(([key, some]) => [key, `${decimal(sum(some.map(({ debit }) => debit)))} ${decimal(sum(some.map(({ credit }) => credit)))}`] as const);
  return Object.fromEntries(sides.toSorted());
}

/** Xero's id → the day until which something of it may be open. */
export function openDays(scope: Scope): Promise<Record<string, string>> {
  return read(scope, async (q) => {
    const rows = await q.select({ xeroId: Transactions.xeroId, day: Transactions.openUntil }).from(Transactions).where(eq(Transactions.tenantId, q.tenantId));
    return Object.fromEntries(rows.map(({ xeroId, day }) => [xeroId, day]));
  });
}

export function organisationOf(scope: Scope) {
  return read(scope, async (q) => {
    const [organisation] = await q.select().from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
    const [pending] = await q.select({ count: sql`count(*)`.mapWith(Number) }).from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), eq(Transactions.needsPosting, true)));
    return { dataVersion: organisation?.dataVersion, ledgerSequence: organisation?.ledgerSequence, pending: pending?.count };
  });
}

type Moved = { accountId: string; month: string; debit: Money; credit: Money };

function totals(rows: readonly Moved[], names: ReadonlyMap<string, string>): Record<string, string> {
  const sums = new Map<string, Money>();
  for (const { accountId, month, debit, credit } of rows) {
    const key = `${names.get(accountId)} ${month}`;
    sums.set(key, (sums.get(key) ?? 0n) + debit - credit);
  }
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0n).toSorted().map(([key, amount]) => [key, decimal(amount)]));
}

function accountOf(tx: Transaction, name: string | null): string | null {
  return name === null ? null : idOf(name, tx.tenantId);
}

function lineRow(tx: Transaction, { accountId, ...line }: DocumentLine) {
  return { ...line, tenantId: tx.tenantId, accountId: accountOf(tx, accountId) };
}

function paymentDocument({ sourceXeroId: xeroId, date, status, amount, currencyRate, bankAccountId }: Settlement): Document {
  const nothing = { number: null, contactId: null, toBankAccountId: null, creditXeroId: null, lines: [] };
  return { ...nothing, id: xeroId, xeroId, type: "PAYMENT", xeroType: "ACCRECPAYMENT", date, status, currencyCode: "NZD", currencyRate, amount, lineAmountTypes: "NoTax", bankAccountId };
}
