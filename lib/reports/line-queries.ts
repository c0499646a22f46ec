// The journal lines behind a figure, as they were when a report was made.
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { Query } from "#db/index.ts";
import { Accounts, JournalEntries, JournalLines, Transactions } from "#db/schema/index.ts";
import type { Basis } from "#db/vocabulary.ts";
import type { Day } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";
import type { LineFilter } from "#lib/reports/cell-proof.ts";

/** With `sources`, only the lines of such journal entries; with `transactions`, only those that name one of these documents; with `sets`, only those that
 * carry one of these tracking sets, null for none. The options of a proof become sets by what its report says, `linesOf`: they are not understood here. */
export type LineGroup = {
  accounts: readonly string[];
  from: Day | null;
  to: Day;
  sources?: readonly string[] | undefined;
  transactions?: readonly string[] | undefined;
  only?: LineFilter | undefined;
  sets?: readonly (string | null)[] | undefined;
  tracking?: undefined;
};
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

/** Debit less credit of the lines up to a place, that one included; of all when the place is null. In base currency, and in that of the lines. */
export async function sumLines(q: Query, source: LineSource, upTo: LinePlace | null): Promise<{ base: Money; foreign: Money }> {
  const [sums] = await sidesOfLines(q, source, upTo);
  return { base: (sums?.debit ?? 0n) - (sums?.credit ?? 0n), foreign: sums?.foreign ?? 0n };
}

export function sidesOfLines(q: Query, source: LineSource, upTo: LinePlace | null) {
  return q
    .select({ debit: total(JournalLines.debit), credit: total(JournalLines.credit), foreign: total(JournalLines.currencyAmount) })
    .from(JournalLines)
    .innerJoin(JournalEntries, ownEntry)
    .where(and(belongsTo(q, source), upTo ? isUpTo(upTo) : undefined));
}

/** The sequence of the last entry that had been posted before a moment, or nothing. Sequences rise with time, so it is looked for from their end. */
export function lastPostedBefore(q: Query, basis: Basis, moment: Date) {
  const { tenantId, sequence, postedAt } = JournalEntries;
  return q
    .select({ sequence })
    .from(JournalEntries)
    .where(and(eq(tenantId, q.tenantId), isPosted(basis), lt(postedAt, moment)))
    .orderBy(desc(sequence))
    .limit(1);
}

export const ownEntry = and(eq(JournalEntries.tenantId, JournalLines.tenantId), eq(JournalEntries.id, JournalLines.entryId));

export function isPosted(basis: Basis): SQL | undefined {
  return and(eq(JournalEntries.status, "posted"), eq(JournalEntries.basis, basis));
}

function belongsTo(q: Query, { basis, ledgerSequence, groups }: LineSource): SQL | undefined {
  const { tenantId, accountId, date } = JournalLines;
  const within = groups.map((group) => {
    const days = and(lte(date, group.to), group.from === null ? undefined : gte(date, group.from));
    const made = group.sources ? inArray(JournalEntries.sourceType, [...group.sources]) : undefined;
    const named = group.transactions ? inArray(JournalLines.transactionId, [...group.transactions]) : undefined;
    return and(inArray(accountId, [...group.accounts]), days, made, named, group.sets && carries(group.sets), group.only && narrowed(q, group.only, ledgerSequence));
  });
  return and(eq(tenantId, q.tenantId), isPosted(basis), lte(JournalEntries.sequence, ledgerSequence), or(...within));
}

function carries(sets: readonly (string | null)[]): SQL | undefined {
  const { trackingSetId } = JournalLines;
  return or(inArray(trackingSetId, sets.filter((set) => set !== null)), sets.includes(null) ? isNull(trackingSetId) : undefined);
}

function narrowed(q: Query, { side, taxType, isTax, documentTypes, documentCurrency, contacts, hasContact }: LineFilter, ledgerSequence: number): SQL | undefined {
  const { debit, credit, taxType: ofLine, contactId } = JournalLines;
  return and(
    side && and(gt(side === "debit" ? debit : credit, 0n), stands(ledgerSequence)),
    taxType === undefined ? undefined : taxType === null ? isNull(ofLine) : eq(ofLine, taxType),
    isTax === undefined ? undefined : isTax ? isTaxOfLine() : and(isNotNull(ofLine), isNotNull(JournalLines.taxAmount)),
    documentTypes && ofDocuments(q, documentTypes.length === 0 ? null : inArray(Transactions.xeroType, documentTypes)),
    documentCurrency === undefined ? undefined : ofDocuments(q, eq(Transactions.currencyCode, documentCurrency)),
    contacts && inArray(contactId, contacts),
    hasContact === undefined ? undefined : hasContact ? isNotNull(contactId) : isNull(contactId),
  );
}

/** Neither takes another entry back, nor had been taken back by then. */
export function stands(ledgerSequence: number): SQL | undefined {
  const { id, tenantId, reversesId } = JournalEntries;
  const takenBack = sql`exists (select 1 from ${JournalEntries} as "reversals" where "reversals"."tenantId" = ${tenantId} and "reversals"."reversesId" = ${id} and "reversals"."sequence" <= ${ledgerSequence})`;
  return and(isNull(reversesId), sql`not ${takenBack}`);
}

/** On a tax account. What documents post there as their tax has no tax of its own; Xero's journals do not say of which type it is. */
export function isTaxOfLine(): SQL | undefined {
  return or(isNull(JournalLines.taxAmount), isNull(JournalLines.taxType));
}

/** Null: lines that name no document. */
function ofDocuments(q: Query, which: SQL | null): SQL | undefined {
  if (which === null) return isNull(JournalLines.transactionId);
  return inArray(JournalLines.transactionId, q.select({ id: Transactions.id }).from(Transactions).where(and(eq(Transactions.tenantId, q.tenantId), which)));
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

export function total(column: typeof JournalLines.debit | typeof JournalLines.credit | typeof JournalLines.currencyAmount) {
  return sql`coalesce(sum(${column}), 0)`.mapWith(column);
}
