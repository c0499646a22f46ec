// The rows that reports are made of, and the stored reports themselves.
import { and, asc, count, desc, eq, getTableColumns, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import type { Query, Reader, Transaction } from "#db/index.ts";
import { Reports, Transactions, XeroTenants } from "#db/schema/index.ts";
import type { ReportType } from "#db/vocabulary.ts";
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

/** In the words of Transactions_unreconciled_index, which holds these alone. */
export function isUnreconciled(): SQL {
  const { status, type, isReconciled } = Transactions;
  return sql`not ${isReconciled} and ${status} = 'AUTHORISED' and ${type} in ('SPEND', 'RECEIVE', 'TRANSFER', 'PAYMENT')`;
}

async function countDocuments(q: Query, { start, end }: Span, which: SQL | undefined): Promise<{ count: number; amount: Money }> {
  const { tenantId, date, baseAmount } = Transactions;
  const [counted] = await q
    .select({ count: count(), amount: sql`coalesce(sum(abs(${baseAmount})), 0)`.mapWith(baseAmount) })
    .from(Transactions)
    .where(and(eq(tenantId, q.tenantId), lte(date, end), start === null ? undefined : gte(date, start), which));
  return { count: Number(counted?.count ?? 0), amount: counted?.amount ?? 0n };
}

export type ReportRow = typeof Reports.$inferSelect;

export async function insertReport(tx: Transaction, report: Omit<typeof Reports.$inferInsert, "tenantId">) {
  const [stored] = await tx.insert(Reports).values({ ...report, tenantId: tx.tenantId }).returning();
  return stored;
}

/** One report of the organisations within reach, the country they are of, how far the data of its books has come since, and the newest that was made in
 * its place. */
export async function findReport(q: Reader, id: string) {
  const { dataVersion, countryCode } = XeroTenants;
  const [report] = await q
    .select({ ...getTableColumns(Reports), currentDataVersion: dataVersion, countryCode, successorId: successorOf().mapWith(Reports.id) })
    .from(Reports)
    .innerJoin(XeroTenants, eq(XeroTenants.id, Reports.tenantId))
    .where(and(inArray(Reports.tenantId, [...q.tenantIds]), eq(Reports.id, id)));
  return report;
}

function successorOf(): SQL<string | null> {
  const { tenantId, id } = Reports;
  return sql<string | null>`(select "later"."id" from ${Reports} as "later" where "later"."tenantId" = ${tenantId} and "later"."supersedesId" = ${id} order by "later"."createdAt" desc, "later"."id" desc limit 1)`;
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

/** The types of which there is a report made after the first complete sync. */
export async function finalTypes(q: Query): Promise<ReportType[]> {
  const { tenantId, type, data } = Reports;
  const isFinal = sql`cast(${data} -> 'quality' -> 'final' as text) = 'true'`;
  const rows = await q.selectDistinct({ type }).from(Reports).where(and(eq(tenantId, q.tenantId), isFinal));
  return rows.map((row) => row.type);
}
