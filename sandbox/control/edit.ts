// An edit as a person would make it in Xero: a document is created, or fields are laid over the one that stands. The
// edited document and every other whose paid or credited amounts move with it carry a new UpdatedDateUTC.

import { randomUUID } from "node:crypto";
import { refuse } from "../books/problem.ts";
import { isNumeral } from "../exact/json.ts";
import { type Books, contextOf } from "../books/read.ts";
import * as read from "../books/readers.ts";
import { batchByPayment } from "../books/view-batches.ts";
import { type Living, liveAfter } from "../store.ts";
import { withStock } from "./stock.ts";
import { COLLECTIONS, type CollectionName } from "../accounting/collections.ts";

export type Edit = {
  readonly organisation: string;
  readonly collection: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly at: number;
};
type Editable = Exclude<CollectionName, "Currencies" | "TaxRates"> | "OtherPostings";
type Document = Readonly<Record<string, unknown>>;

const TOTALS = ["SubTotal", "TotalTax", "Total"];
const DERIVED = ["TotalAmount", "AmountDue", "AmountPaid", "AmountCredited", "RemainingCredit", "FullyPaidOnDate"];

export function applyEdit(living: Living, edit: Edit): { readonly living: Living; readonly id: string; readonly created: boolean } {
  const collection = editable(edit.collection);
  const idField = idFieldOf(collection);
  const documents: readonly Document[] = living.books[collection];
  const id = String(edit.document[idField] ?? randomUUID()).toLowerCase();
  const index = documents.findIndex((document) => document[idField] === id);
  const now = laterThanAll(living, edit.at);
  const before = documents[index];
  const written = { ...laidOver(before, edit.document), [idField]: id, UpdatedDateUTC: now };
  const books = withDocument(living.books, collection, written, index === -1 ? documents.length : index);
  return { living: touched(living, liveAfter(living, books, now), now), id, created: before === undefined };
}

export function isEditable(written: string): boolean {
  return findEditable(written) !== undefined;
}

function editable(written: string): Editable {
  return findEditable(written) ?? refuse(`There is no collection ${written} to edit.`);
}

function findEditable(written: string): Editable | undefined {
  if (written.toLowerCase() === "otherpostings") return "OtherPostings";
  const name = COLLECTIONS.find((collection) => collection.name.toLowerCase() === written.toLowerCase())?.name;
  return name === "Currencies" || name === "TaxRates" ? undefined : name;
}

export function idFieldOf(written: string): string {
  const lower = written.toLowerCase();
  return COLLECTIONS.find(({ name }) => name.toLowerCase() === lower)?.id ?? "PostingID";
}

// New lines bring new totals, and what was paid is always computed again.
function laidOver(before: Document | undefined, fields: Document): Document {
  if (!before) return fields;
  const stale = "LineItems" in fields ? [...TOTALS, ...DERIVED] : DERIVED;
  const kept = Object.entries(before).filter(([name]) => !stale.includes(name));
  return { ...Object.fromEntries(kept), ...fields };
}

function withDocument(books: Books, collection: Editable, written: Document, index: number): Books {
  const { Organisation, ...lists } = books;
  const context = contextOf(books);
  const before = { organisationId: Organisation.OrganisationID, fallbackInstant: context.fallbackInstant };
  const at = { index, context };
  const put = <One>(list: readonly One[], document: One): One[] => [...list.slice(0, index), document, ...list.slice(index + 1)];
  const changes: { readonly [Name in Editable]: () => Partial<Books> } = {
    Accounts: () => ({ Accounts: put(lists.Accounts, read.readAccount(written, before, index)) }),
    BankTransactions: () => ({ BankTransactions: put(lists.BankTransactions, read.readBankTransaction(written, at)) }),
    BankTransfers: () => ({ BankTransfers: put(lists.BankTransfers, read.readBankTransfer(written, at)) }),
    BatchPayments: () => withBatch(books, put(lists.BatchPayments, read.readBatchPayment(written, before, index)), index),
    Budgets: () => ({ Budgets: put(lists.Budgets, read.readBudget(written, at)) }),
    Contacts: () => ({ Contacts: put(lists.Contacts, read.readContact(written, before, index)) }),
    CreditNotes: () => ({ CreditNotes: put(lists.CreditNotes, read.readCreditNote(written, at)) }),
    Invoices: () => withStock(books, put(lists.Invoices, read.readInvoice(written, at)), index),
    Items: () => ({ Items: put(lists.Items, read.readItem(written, at)) }),
    ManualJournals: () => ({ ManualJournals: put(lists.ManualJournals, read.readManualJournal(written, at)) }),
    OtherPostings: () => ({ OtherPostings: put(lists.OtherPostings, read.readOtherPosting(written, at, lists.Invoices)) }),
    Overpayments: () => ({ Overpayments: put(lists.Overpayments, read.readOverpayment(written, at)) }),
    Payments: () => ({ Payments: put(lists.Payments, read.readPayment(written, at)) }),
    Prepayments: () => ({ Prepayments: put(lists.Prepayments, read.readPrepayment(written, at)) }),
    TrackingCategories: () => ({
      TrackingCategories: put(lists.TrackingCategories, read.readTrackingCategory(written, before, index)),
    }),
  };
  return { ...books, ...changes[collection]() };
}

// Whoever deletes a batch deletes its payments.
function withBatch(books: Books, BatchPayments: Books["BatchPayments"], index: number): Partial<Books> {
  const batch = BatchPayments[index];
  const batchOf = batchByPayment({ ...books, BatchPayments });
  const isTaken = ({ PaymentID }: read.Payment) => batch?.Status === "DELETED" && batchOf.get(PaymentID) === batch.BatchPaymentID;
  const Payments = books.Payments.map((payment) => (isTaken(payment) ? { ...payment, Status: "DELETED" as const } : payment));
  return { BatchPayments, Payments };
}

// Xero stamps an invoice anew when a payment or an allocation changes what it owes; and a payment that has its document's
// rate is another payment once that rate is.
function touched(before: Living, after: Living, now: number): Living {
  const moved = new Set([
    ...movedIds(before.view.Invoices, after.view.Invoices, "InvoiceID"),
    ...movedIds(before.view.CreditNotes, after.view.CreditNotes, "CreditNoteID"),
    ...movedIds(before.view.Prepayments, after.view.Prepayments, "PrepaymentID"),
    ...movedIds(before.view.Overpayments, after.view.Overpayments, "OverpaymentID"),
    ...movedIds(before.view.Payments, after.view.Payments, "PaymentID"),
    ...movedIds(before.view.BatchPayments, after.view.BatchPayments, "BatchPaymentID"),
  ]);
  if (moved.size === 0) return after;
  const stamp = <One extends { UpdatedDateUTC: number }>(documents: readonly One[], idOf: (one: One) => string): One[] =>
    documents.map((one) => (moved.has(idOf(one)) ? { ...one, UpdatedDateUTC: now } : one));
  const restamp = (held: Books): Books => ({
    ...held,
    Invoices: stamp(held.Invoices, ({ InvoiceID }) => InvoiceID),
    CreditNotes: stamp(held.CreditNotes, ({ CreditNoteID }) => CreditNoteID),
    Prepayments: stamp(held.Prepayments, ({ PrepaymentID }) => PrepaymentID),
    Overpayments: stamp(held.Overpayments, ({ OverpaymentID }) => OverpaymentID),
    Payments: stamp(held.Payments, ({ PaymentID }) => PaymentID),
    BatchPayments: stamp(held.BatchPayments, ({ BatchPaymentID }) => BatchPaymentID),
  });
  return liveAfter(after, restamp(after.books), now);
}

function movedIds(before: readonly Document[], after: readonly Document[], idField: string): readonly string[] {
  const known = new Map(before.map((document) => [document[idField], settledState(document)]));
  return after
    .filter((document) => known.has(document[idField]) && known.get(document[idField]) !== settledState(document))
    .map((document) => String(document[idField]));
}

function settledState(document: Document): string {
  const rate = "PaymentID" in document && isNumeral(document["CurrencyRate"]) ? document["CurrencyRate"].numeral : "";
  return [rate, ...["Status", "BankAmount", "IsReconciled", ...DERIVED].map((name) => String(document[name] ?? ""))].join("|");
}

function laterThanAll(living: Living, at: number): number {
  let latest = 0;
  const { view } = living;
  const lists: readonly (readonly Document[])[] = [view.Invoices, view.CreditNotes, view.Payments, view.BankTransactions];
  for (const list of lists) {
    for (const { UpdatedDateUTC } of list) if (typeof UpdatedDateUTC === "number" && UpdatedDateUTC > latest) latest = UpdatedDateUTC;
  }
  return Math.max(at, latest + 1000);
}
