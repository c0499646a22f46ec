// What key figures need besides the balances: documents that were open, what settled them, what was invoiced, what is not reconciled, and
// the dashboards that are stored.
import { and, asc, between, desc, eq, gt, gte, inArray, lt, lte, ne, notInArray, or, sql } from "drizzle-orm";
import type { Query, Transaction } from "#db/index.ts";
import { Allocations, ContactMovements, DailyMovements, JournalEntries, JournalLines, KpiTargets, Reports, Transactions } from "#db/schema/index.ts";
import { type Day, type Month, monthOf } from "#lib/day.ts";
import type { ContactMovement } from "#lib/kpis/contacts-figure.ts";
import { nobody } from "#lib/ledger/entries/balance-movements.ts";
import { partsOf } from "#lib/ledger/stretch.ts";
import { type Comparison, dashboardSchema } from "#lib/reports/report.ts";
import { isOpenAfter } from "#lib/ageing/queries.ts";
import { openForNow } from "#lib/ledger/posting/open-until.ts";
import { goneStatuses } from "#lib/ledger/posting/standing.ts";
import { isPosted, type LineGroup, ownEntry } from "#lib/reports/line-queries.ts";
import { isUnreconciled, type ReportRow } from "#lib/reports/queries.ts";

/** Invoices and bills that may have been open after a day: still due, or settled since. Each comes once for everything that settles it, whenever it does, and once
 * where nothing does. */
export function findOpenDocuments(q: Query, day: Day) {
  const { id, tenantId, type, status, number, contactId, contactName, date, dueDate, plannedPaymentDate, amount, amountDue, currencyRate } = Transactions;
  const settles = and(eq(Allocations.tenantId, tenantId), eq(Allocations.targetXeroId, Transactions.xeroId), notInArray(Allocations.status, [...goneStatuses]));
  return q
    .select({
      document: { id, tenantId, type, status, number, contactId, contactName, date, dueDate, plannedPaymentDate, amount, amountDue, currencyRate },
      settlement: { kind: Allocations.sourceKind, date: Allocations.date, amount: Allocations.amount },
    })
    .from(Transactions)
    .leftJoin(Allocations, settles)
    .where(mayHaveBeenOpen(q, day));
}

/** Up to a day, the oldest first. */
export function findUnreconciled(q: Query, until: Day) {
  const { id, type, number, reference, contactName, date, baseAmount } = Transactions;
  return q
    .select({ id, type, number, reference, contactName, date, baseAmount })
    .from(Transactions)
    .where(and(eq(Transactions.tenantId, q.tenantId), lte(date, until), isUnreconciled()))
    .orderBy(asc(date), asc(id));
}

/** Sums of posted lines by account and day. */
export async function sumsByDay(q: Query, group: LineGroup) {
  const rows = await sidesByDay(q, group);
  return rows.map((row) => ({ accountId: row.accountId, start: row.date, end: row.date, net: row.debit - row.credit }));
}

export function sidesByDay(q: Query, { accounts, from, to, sources }: LineGroup) {
  const { tenantId, basis, accountId, date, sourceType, debit, credit } = DailyMovements;
  return q
    .select({ accountId, date, debit: sql`coalesce(sum(${debit}), 0)`.mapWith(debit), credit: sql`coalesce(sum(${credit}), 0)`.mapWith(credit) })
    .from(DailyMovements)
    .where(and(eq(tenantId, q.tenantId), eq(basis, "accrual"), inArray(accountId, [...accounts]), lte(date, to), gte(date, from ?? ""), sources ? inArray(sourceType, [...sources]) : undefined))
    .groupBy(accountId, date);
}

type OfContacts = { accounts: readonly string[]; from: Day; to: Day };

/** Debit less credit of posted lines by account, contact and month, from the first day of a month: whole months from what was added up while posting, and one that is cut from its lines. */
export async function sumsByContact(q: Query, { accounts, ...days }: OfContacts): Promise<ContactMovement[]> {
  const { months, days: cut } = partsOf(days);
  const whole = months?.first ? await movementsOfContacts(q, { accounts, first: months.first, last: months.last }) : [];
  const rest = [];
  for (const part of cut) rest.push(...(await sidesByContact(q, { accounts, ...part })));
  return [
    ...whole.map(({ debit, credit, contactId, ...row }) => ({ ...row, contactId: contactId === nobody ? null : contactId, net: debit - credit })),
    ...rest.map(({ debit, credit, ...row }) => ({ ...row, month: monthOf(days.to), net: debit - credit })),
  ];
}

export function movementsOfContacts(q: Query, { accounts, first, last }: { accounts: readonly string[]; first: Month; last: Month }) {
  const { tenantId, accountId, contactId, month, debit, credit } = ContactMovements;
  return q.select({ accountId, contactId, month, debit, credit }).from(ContactMovements).where(and(eq(tenantId, q.tenantId), inArray(accountId, [...accounts]), between(month, first, last)));
}

export function sidesByContact(q: Query, { accounts, from, to }: OfContacts) {
  const { accountId, contactId, date, debit, credit } = JournalLines;
  return q
    .select({ accountId, contactId, debit: sql`coalesce(sum(${debit}), 0)`.mapWith(debit), credit: sql`coalesce(sum(${credit}), 0)`.mapWith(credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, and(ownEntry, isPosted("accrual")))
    .where(and(eq(JournalLines.tenantId, q.tenantId), inArray(accountId, [...accounts]), lte(date, to), gte(date, from)))
    .groupBy(accountId, contactId);
}

/** The dashboard of the latest state of the books, and of its latest days. */
export async function findLatestDashboard(q: Query): Promise<ReportRow | undefined> {
  const [latest] = await latestDashboard(q);
  return latest;
}

/** The newest to a last day, with a comparison. */
export async function findDashboardTo(q: Query, to: Day, compare: Comparison): Promise<ReportRow | undefined> {
  const { id, parameters } = Reports;
  const rows = await q.select({ id, parameters }).from(Reports).where(and(isDashboard(q), eq(Reports.periodEnd, to))).orderBy(desc(Reports.dataVersion), desc(Reports.createdAt));
  const made = rows.find((row) => dashboardSchema.shape.parameters.parse(row.parameters).compare === compare);
  return made && (await q.select().from(Reports).where(and(isDashboard(q), eq(id, made.id)))).at(0);
}

export function latestDashboard(q: Query) {
  return q.select().from(Reports).where(isDashboard(q)).orderBy(desc(Reports.dataVersion), desc(Reports.periodEnd), desc(Reports.createdAt)).limit(1);
}

export function findDashboards(q: Query) {
  return q.select().from(Reports).where(isDashboard(q)).orderBy(asc(Reports.createdAt), asc(Reports.id));
}

/** Whoever made the newest report of an organisation; for what is made without anybody asking. */
export async function findLatestAuthor(q: Query): Promise<string | null> {
  const [latest] = await q.select({ userId: Reports.userId }).from(Reports).where(eq(Reports.tenantId, q.tenantId)).orderBy(desc(Reports.createdAt)).limit(1);
  return latest?.userId ?? null;
}

export type TargetRow = typeof KpiTargets.$inferSelect;

/** Those that were taken away among them, with when. */
export function findTargets(q: Query): Promise<TargetRow[]> {
  return q.select().from(KpiTargets).where(eq(KpiTargets.tenantId, q.tenantId)).orderBy(asc(KpiTargets.kpi));
}

export async function saveTarget(tx: Transaction, target: Omit<typeof KpiTargets.$inferInsert, "tenantId" | "id">): Promise<void> {
  const { kpi: _kpi, ...set } = target;
  await tx.insert(KpiTargets).values({ ...target, tenantId: tx.tenantId }).onConflictDoUpdate({ target: [KpiTargets.tenantId, KpiTargets.kpi], set });
}

function isDashboard(q: Query) {
  return and(eq(Reports.tenantId, q.tenantId), eq(Reports.type, "KPI_DASHBOARD"), eq(Reports.status, "ready"));
}

function mayHaveBeenOpen(q: Query, day: Day) {
  const { tenantId, type, status, date, amountDue, xeroId, openUntil } = Transactions;
  const later = q.select({ xeroId: Allocations.targetXeroId }).from(Allocations).where(and(eq(Allocations.tenantId, q.tenantId), gt(Allocations.date, day)));
  const isDocument = and(inArray(type, ["INVOICE", "BILL"]), inArray(status, ["AUTHORISED", "PAID"]));
  // Where the ledger cannot say until when, Xero does, or a settlement; that counts from its document's date at the earliest.
  return and(eq(tenantId, q.tenantId), isOpenAfter(day), isDocument, or(lt(openUntil, openForNow), ne(amountDue, 0n), gt(date, day), inArray(xeroId, later)));
}
