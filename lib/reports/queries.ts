// The rows that reports are made of, and the stored reports themselves.
import { and, asc, count, desc, eq, getTableColumns, gt, gte, inArray, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { Accounts, JournalEntries, JournalLines, Reports, Transactions, XeroTenants } from "#db/schema/index.ts";
import type { Basis, ReportType } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";
import type { Span } from "#lib/reports/books.ts";

export async function findBooksOf(q: Query) {
  const [books] = await q.select().from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
  return books;
}

export async function findShortCode(q: Query): Promise<string | null> {
  const [books] = await q.select({ shortCode: XeroTenants.shortCode }).from(XeroTenants).where(eq(XeroTenants.id, q.tenantId));
  return books?.shortCode ?? null;
}

/** Documents of some days that are not in the ledger yet, of some of Xero's types if these are given. Amounts without sign, in base currency. */
export function countDrafts(q: Query, span: Span, xeroTypes?: readonly string[]) {
  const ofThese = xeroTypes ? inArray(Transactions.xeroType, [...xeroTypes]) : inArray(Transactions.type, ["INVOICE", "BILL", "CREDIT_NOTE"]);
  const open = and(inArray(Transactions.status, ["DRAFT", "SUBMITTED"]), ofThese);
  return countDocuments(q, span, open);
}

/** Bank transactions, transfers and payments of some days that nobody has matched to a bank statement. */
export function countUnreconciled(q: Query, span: Span) {
  return countDocuments(q, span, isUnreconciled());
}

export function isUnreconciled(): SQL | undefined {
  const { status, type, isReconciled } = Transactions;
  return and(eq(isReconciled, false), inArray(type, ["SPEND", "RECEIVE", "TRANSFER", "PAYMENT"]), eq(status, "AUTHORISED"));
}

async function countDocuments(q: Query, { start, end }: Span, which: SQL | undefined): Promise<{ count: number; amount: Money }> {
  const { tenantId, date, baseAmount } = Transactions;
  const [counted] = await q
    .select({ count: count(), amount: sql`coalesce(sum(abs(${baseAmount})), 0)`.mapWith(baseAmount) })
    .from(Transactions)
    .where(and(eq(tenantId, q.tenantId), lte(date, end), start === null ? undefined : gte(date, start), which));
  return { count: Number(counted?.count ?? 0), amount: counted?.amount ?? 0n };
}

/** With `sources`, only the lines of such journal entries; with `transactions`, only those that name one of these documents. */
export type LineGroup = { accounts: readonly string[]; from: Day | null; to: Day; sources?: readonly string[] | undefined; transactions?: readonly string[] | undefined };
export type LinePlace = { date: Day; sequence: number; lineNumber: number };
export type LineSource = { basis: Basis; ledgerSequence: number; groups: readonly LineGroup[] };

/** Posted lines up to a sequence, oldest first, with the document each came from. Every line has its account, but is joined to it as if it might
 * not: so SQLite walks the lines by day and looks at a page of them, where else it begins with the account and sorts all lines there are. */
export function findLines(q: Query, source: LineSource, after: LinePlace | null, limit: number) {
  const { date, lineNumber } = JournalLines;
  const { sequence } = JournalEntries;
  return q
    .select({ entry: JournalEntries, line: JournalLines, account: { name: Accounts.name, code: Accounts.code }, document: Transactions })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .leftJoin(Accounts, and(eq(Accounts.tenantId, JournalLines.tenantId), eq(Accounts.id, JournalLines.accountId)))
    .leftJoin(Transactions, and(eq(Transactions.tenantId, JournalLines.tenantId), eq(Transactions.id, JournalLines.transactionId)))
    .where(and(belongsTo(q, source), after ? isAfter(after) : undefined))
    .orderBy(asc(date), asc(sequence), asc(lineNumber))
    .limit(limit);
}

/** Debit less credit of the lines up to a place, that one included; of all when the place is null. */
export async function sumLines(q: Query, source: LineSource, upTo: LinePlace | null): Promise<Money> {
  const [sums] = await sidesOfLines(q, source, upTo);
  return (sums?.debit ?? 0n) - (sums?.credit ?? 0n);
}

export function sidesOfLines(q: Query, source: LineSource, upTo: LinePlace | null) {
  return q
    .select({ debit: total(JournalLines.debit), credit: total(JournalLines.credit) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .where(and(belongsTo(q, source), upTo ? isUpTo(upTo) : undefined));
}

export type ReportRow = typeof Reports.$inferSelect;

export async function insertReport(tx: Transaction, report: Omit<typeof Reports.$inferInsert, "tenantId">) {
  const [stored] = await tx.insert(Reports).values({ ...report, tenantId: tx.tenantId }).returning();
  return stored;
}

/** One report of the organisations within reach, and how far the data of its books has come since. */
export async function findReport(q: Reader, id: string) {
  const [report] = await q
    .select({ ...getTableColumns(Reports), currentDataVersion: XeroTenants.dataVersion })
    .from(Reports)
    .innerJoin(XeroTenants, eq(XeroTenants.id, Reports.tenantId))
    .where(and(inArray(Reports.tenantId, [...q.tenantIds]), eq(Reports.id, id)));
  return report;
}

/** The report that was made of just these inputs, the newest where two asked at once. */
export async function findReportMadeFrom(q: Query, inputsHash: string) {
  const [report] = await reportsMadeFrom(q, inputsHash);
  return report;
}

export function reportsMadeFrom(q: Query, inputsHash: string) {
  const same = and(eq(Reports.inputsHash, inputsHash), eq(Reports.status, "ready"));
  return q.select().from(Reports).where(and(eq(Reports.tenantId, q.tenantId), same)).orderBy(desc(Reports.createdAt)).limit(1);
}

export function reportIds(q: Query) {
  return q.select({ id: Reports.id }).from(Reports).where(eq(Reports.tenantId, q.tenantId)).orderBy(asc(Reports.createdAt), asc(Reports.id));
}

/** The documents themselves, oldest first. */
export function findReportDocuments(q: Query, types: readonly ReportType[]) {
  return q.select({ data: Reports.data }).from(Reports).where(and(eq(Reports.tenantId, q.tenantId), inArray(Reports.type, [...types]))).orderBy(asc(Reports.createdAt), asc(Reports.id));
}

type ReportPlace = { createdAt: Date; id: string };

/** Newest first: all but the document, of which only what a list shows. */
export function listReports(q: Reader, types: readonly ReportType[] | undefined, after: ReportPlace | null, limit: number) {
  const { data, ...columns } = getTableColumns(Reports);
  const { createdAt, id, tenantId, type } = Reports;
  const later = after ? sql`(${createdAt}, ${id}) < (${sql.param(after.createdAt, createdAt)}, ${sql.param(after.id, id)})` : undefined;
  return q
    .select({ ...columns, currentDataVersion: XeroTenants.dataVersion, tieOut: within(data, "tieOut"), period: within(data, "period"), quality: within(data, "quality") })
    .from(Reports)
    .innerJoin(XeroTenants, eq(XeroTenants.id, tenantId))
    .where(and(inArray(tenantId, [...q.tenantIds]), types ? inArray(type, [...types]) : undefined, later))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

/** One member of a JSON document. PostgreSQL hands out the value, SQLite its text. */
function within(document: typeof Reports.data, member: "tieOut" | "period" | "quality") {
  const name = sql.raw(`'${member}'`);
  return sql`${document} -> ${name}`.mapWith((value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value));
}

const ownEntry = and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId));

function isPosted(basis: Basis): SQL | undefined {
  return and(eq(JournalEntries.status, "posted"), eq(JournalEntries.basis, basis));
}

function belongsTo(q: Query, { basis, ledgerSequence, groups }: LineSource): SQL | undefined {
  const { tenantId, accountId, date } = JournalLines;
  const within = groups.map((group) => {
    const days = and(lte(date, group.to), group.from === null ? undefined : gte(date, group.from));
    const made = group.sources ? inArray(JournalEntries.sourceType, [...group.sources]) : undefined;
    const named = group.transactions ? inArray(JournalLines.transactionId, [...group.transactions]) : undefined;
    return and(inArray(accountId, [...group.accounts]), days, made, named);
  });
  return and(eq(tenantId, q.tenantId), isPosted(basis), lte(JournalEntries.sequence, ledgerSequence), or(...within));
}

function isAfter(place: LinePlace): SQL | undefined {
  return and(gte(JournalLines.date, place.date), beyond(place, gt, gt));
}

function isUpTo(place: LinePlace): SQL | undefined {
  return and(lte(JournalLines.date, place.date), beyond(place, lt, lte));
}

function beyond(place: LinePlace, than: typeof gt, last: typeof gt): SQL | undefined {
  const { date, lineNumber } = JournalLines;
  const { sequence } = JournalEntries;
  const sameEntry = and(eq(sequence, place.sequence), last(lineNumber, place.lineNumber));
  return or(than(date, place.date), and(eq(date, place.date), or(than(sequence, place.sequence), sameEntry)));
}

function total(column: typeof JournalLines.debit | typeof JournalLines.credit) {
  return sql`coalesce(sum(${column}), 0)`.mapWith(column);
}

/** The types of which there is a report made after the first complete sync. */
export async function finalTypes(q: Query): Promise<ReportType[]> {
  const { tenantId, type, data } = Reports;
  const isFinal = sql`cast(${data} -> 'quality' -> 'final' as text) = 'true'`;
  const rows = await q.selectDistinct({ type }).from(Reports).where(and(eq(tenantId, q.tenantId), isFinal));
  return rows.map((row) => row.type);
}
