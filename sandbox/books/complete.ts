// Completing a document gives it what Xero would have added: an id, its totals, the accounts its lines mean, its
// currency and the instant of its last change. Completing a completed document changes nothing.

import type { z } from "zod";
import { type Day, startOf } from "../exact/day.ts";
import { numeral, type Numeral } from "../exact/json.ts";
import { type Chart, findAccount } from "./chart.ts";
import { identify } from "./identify.ts";
import { refuse } from "./problem.ts";
import type * as schema from "./schema.ts";
import { keptTotals, totalsOf } from "./totals.ts";
import { completeLineTracking, type TrackingIds } from "./tracking.ts";

export type Context = {
  readonly organisationId: string;
  readonly chart: Chart;
  readonly contactNames: ReadonlyMap<string, string>;
  readonly contactIds: ReadonlyMap<string, string>;
  readonly hasJournals: boolean;
  readonly tracking: TrackingIds;
};

type WrittenLine = z.output<typeof schema.lineItem>;
type WrittenContact = { ContactID?: string | undefined; Name?: string | undefined; [key: string]: unknown };
type Written = {
  Contact?: WrittenContact | undefined;
  Date: Day;
  LineAmountTypes: "Exclusive" | "Inclusive" | "NoTax";
  LineItems: WrittenLine[];
  HasAttachments: boolean;
  Attachments: readonly unknown[];
  SubTotal?: bigint | undefined;
  TotalTax?: bigint | undefined;
  Total?: bigint | undefined;
  CurrencyCode?: string | undefined;
  CurrencyRate?: Numeral | undefined;
  UpdatedDateUTC?: number | undefined;
};

export function completeInvoice(invoice: z.output<typeof schema.invoice>, context: Context, index: number) {
  const InvoiceID = invoice.InvoiceID ?? identify(context.organisationId, "Invoices", invoice.InvoiceNumber ?? index);
  const owner = `Invoice ${invoice.InvoiceNumber ?? InvoiceID}`;
  return { ...invoice, InvoiceID, ...completeDocument(invoice, context, InvoiceID, owner) };
}

export function completeCreditNote(note: z.output<typeof schema.creditNote>, context: Context, index: number) {
  const CreditNoteID = note.CreditNoteID ?? identify(context.organisationId, "CreditNotes", note.CreditNoteNumber ?? index);
  const owner = `Credit note ${note.CreditNoteNumber ?? CreditNoteID}`;
  const Allocations = completeAllocations(note.Allocations, CreditNoteID);
  return { ...note, CreditNoteID, ...completeDocument(note, context, CreditNoteID, owner), Allocations };
}

export function completePrepayment(prepayment: z.output<typeof schema.prepayment>, context: Context, index: number) {
  const PrepaymentID = prepayment.PrepaymentID ?? identify(context.organisationId, "Prepayments", index);
  const owner = `Prepayment ${PrepaymentID}`;
  const Allocations = completeAllocations(prepayment.Allocations, PrepaymentID);
  return { ...prepayment, PrepaymentID, ...completeDocument(prepayment, context, PrepaymentID, owner), Allocations };
}

export function completeOverpayment(overpayment: z.output<typeof schema.overpayment>, context: Context, index: number) {
  const OverpaymentID = overpayment.OverpaymentID ?? identify(context.organisationId, "Overpayments", index);
  const owner = `Overpayment ${OverpaymentID}`;
  const Allocations = completeAllocations(overpayment.Allocations, OverpaymentID);
  return { ...overpayment, OverpaymentID, ...completeDocument(overpayment, context, OverpaymentID, owner), Allocations };
}

export function completeBankTransaction(transaction: z.output<typeof schema.bankTransaction>, context: Context, index: number) {
  const BankTransactionID = transaction.BankTransactionID ?? identify(context.organisationId, "BankTransactions", index);
  const owner = `Bank transaction ${BankTransactionID}`;
  const BankAccount = completeBankAccount(transaction.BankAccount, context.chart, owner);
  const CurrencyCode = transaction.CurrencyCode ?? BankAccount.CurrencyCode;
  const completed = completeDocument({ ...transaction, CurrencyCode }, context, BankTransactionID, owner);
  const { CurrencyCode: _currency, ...account } = BankAccount;
  return { ...transaction, BankTransactionID, ...completed, BankAccount: account };
}

type NamedAccount = z.output<typeof schema.bankTransaction>["BankAccount"];

export function completeBankAccount(named: NamedAccount, chart: Chart, owner: string) {
  const account = findAccount(chart, { AccountID: named.AccountID, AccountCode: named.Code }, owner);
  if (!account) refuse(`${owner}: it names no bank account.`);
  const CurrencyCode = account.CurrencyCode ?? chart.baseCurrency;
  return { AccountID: account.AccountID, Code: account.Code, Name: account.Name, CurrencyCode };
}

function completeDocument(document: Written, context: Context, documentId: string, owner: string) {
  const CurrencyCode = document.CurrencyCode ?? context.chart.baseCurrency;
  if (CurrencyCode !== context.chart.baseCurrency && !document.CurrencyRate) {
    refuse(`${owner}: it is in ${CurrencyCode} and has no CurrencyRate.`);
  }
  const totals = context.hasJournals ? keptTotals : totalsOf;
  return {
    Contact: completeContact(document.Contact, context),
    LineItems: document.LineItems.map((line, index) => completeLine(line, context, documentId, index, owner)),
    CurrencyCode,
    CurrencyRate: document.CurrencyRate ?? numeral("1.0000000000"),
    HasAttachments: hasFiles(document),
    UpdatedDateUTC: document.UpdatedDateUTC ?? startOf(document.Date),
    ...totals(document.LineItems, document.LineAmountTypes, document, owner),
  };
}

export function hasFiles({ HasAttachments, Attachments }: { HasAttachments: boolean; Attachments: readonly unknown[] }): boolean {
  return HasAttachments || Attachments.length > 0;
}

function completeLine(line: WrittenLine, context: Context, documentId: string, index: number, owner: string) {
  const account = findAccount(context.chart, line, owner);
  const LineItemID = line.LineItemID ?? identify(documentId, "LineItems", index);
  return {
    ...line,
    LineItemID,
    AccountID: account?.AccountID,
    AccountCode: account?.Code,
    Tracking: completeLineTracking(line.Tracking, context.tracking),
  };
}

function completeContact(contact: WrittenContact | undefined, context: Context) {
  if (!contact) return undefined;
  const ContactID =
    contact.ContactID ?? context.contactIds.get(contact.Name ?? "") ?? identify(context.organisationId, "Contacts", contact.Name ?? "");
  return { ...contact, ContactID, Name: contact.Name ?? context.contactNames.get(ContactID) ?? "" };
}

type WrittenAllocation = z.output<typeof schema.allocation>;

function completeAllocations(allocations: readonly WrittenAllocation[], documentId: string) {
  return allocations.map((allocation, index) => ({
    ...allocation,
    AllocationID: allocation.AllocationID ?? identify(documentId, "Allocations", index),
  }));
}
