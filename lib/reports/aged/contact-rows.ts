// Documents beneath their contacts: a row for each contact, summed from the rows of its documents. A document has a cell in its own bucket
// and in the total, and carries all that proves them, so that they stay provable when the mirror has moved on.
import type { OpenDocument, Settled } from "#lib/ageing/open-documents.ts";
import { decimal, rateText } from "#lib/money.ts";
import { type Aged, total } from "#lib/reports/aged/buckets.ts";
import { type FigureRow, moneyCell, plainRow, sumRow } from "#lib/reports/cells.ts";
import { documentLabel } from "#lib/reports/aged/document-words.ts";
import { byLabel } from "#lib/reports/books.ts";
import type { OpenDocumentFacts, Row, SettledFacts } from "#lib/reports/report.ts";

/** `group` keeps a contact apart that stands in several parts of the report; `parent` is the section they stand in. */
export type Place = { group: string; parent: string | null; level: number; sign: 1 | -1 };
export type ContactRows = { contact: FigureRow; documents: Row[] };

/** By name; within a contact the oldest debt first. */
export function contactRows(documents: readonly Aged[], place: Place, columns: readonly string[]): ContactRows[] {
  const groups = [...Map.groupBy(documents, ({ document }) => contactKey(document))];
  return groups.map(([key, some]) => contactRow(key, some, place, columns)).toSorted((one, other) => byLabel(one.contact.row, other.contact.row));
}

function contactRow(key: string, documents: readonly Aged[], { group, parent, level, sign }: Place, columns: readonly string[]): ContactRows {
  const id = `contact:${group}${key}`;
  const rows = byAge(documents).map((each) => documentRow(each, id, level + 1, sign));
  const label = documents.toSorted((one, other) => (one.document.date < other.document.date ? 1 : -1))[0]?.document.contactName ?? "No contact";
  const contact = sumRow({ id, parent, kind: "contact", label, level, sign }, rows.map((row) => ({ row, factor: 1 })), columns);
  return { contact, documents: rows.map(({ row }) => row) };
}

function documentRow(each: Aged, parent: string, level: number, sign: 1 | -1): FigureRow {
  const { document, bucket } = each;
  const amount = document.baseOutstanding;
  const cells = [bucket, total].map((column) => moneyCell(column, amount, { kind: "outstanding" }));
  const row = plainRow({ id: `document:${document.id}`, parent, kind: "document", label: documentLabel(document), level, sign, document: facts(each) }, cells);
  return { row, amounts: new Map([[bucket, amount], [total, amount]]) };
}

function facts({ document, from, days }: Aged): OpenDocumentFacts {
  const { id, xeroId, type, xeroType, number, reference, date, dueDate, currency, settlements } = document;
  const amounts = { total: decimal(document.total), outstanding: decimal(document.outstanding), baseTotal: decimal(document.baseTotal) };
  return { id, xeroId, type, xeroType, number, reference, date, dueDate, agedFrom: from, days, currency, rate: rateText(document.rate), ...amounts, settlements: settlements.map(settled) };
}

function settled({ amount, baseAmount, ...other }: Settled): SettledFacts {
  return { ...other, amount: decimal(amount), baseAmount: decimal(baseAmount) };
}

function contactKey({ contactId, contactName }: OpenDocument): string {
  return contactId ?? `name:${contactName ?? ""}`;
}

function byAge(documents: readonly Aged[]): Aged[] {
  const placed = documents.map((each) => ({ each, order: orderOf(each) })).toSorted((one, other) => (one.order < other.order ? -1 : 1));
  return placed.map(({ each }) => each);
}

function orderOf({ from, document }: Aged): string {
  return [from, document.number ?? "", document.id].join("|");
}
