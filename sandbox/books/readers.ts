// One reader per collection: from what is written to the completed document.

import type { z } from "zod";
import { startOf } from "../exact/day.ts";
import { completeAccount } from "./chart.ts";
import * as complete from "./complete.ts";
import * as others from "./complete-others.ts";
import { identify } from "./identify.ts";
import { parse } from "./parse.ts";
import * as schema from "./schema.ts";

export type ReadingContext = complete.Context & { readonly fallbackInstant: number };
type Place = { readonly index: number; readonly context: ReadingContext };
type BeforeChart = { readonly organisationId: string; readonly fallbackInstant: number };

export function readAccount(written: unknown, { organisationId, fallbackInstant }: BeforeChart, index: number) {
  return completeAccount(parse(schema.account, written, `Accounts[${index}]`), organisationId, fallbackInstant);
}

export function readContact(written: unknown, { organisationId, fallbackInstant }: BeforeChart, index: number) {
  const contact = parse(schema.contact, written, `Contacts[${index}]`);
  return others.completeContactCard(contact, organisationId, fallbackInstant);
}

export function readTrackingCategory(written: unknown, { organisationId }: BeforeChart, index: number) {
  return others.completeTracking(parse(schema.trackingCategory, written, `TrackingCategories[${index}]`), organisationId);
}

export function readItem(written: unknown, { index, context }: Place) {
  return others.completeItem(parse(schema.item, written, `Items[${index}]`), context, context.fallbackInstant);
}

export function readBatchPayment(written: unknown, { organisationId }: BeforeChart, index: number) {
  const batch = parse(schema.batchPayment, written, `BatchPayments[${index}]`);
  const BatchPaymentID = batch.BatchPaymentID ?? identify(organisationId, "BatchPayments", index);
  return { ...batch, BatchPaymentID, UpdatedDateUTC: batch.UpdatedDateUTC ?? startOf(batch.Date) };
}

export function readTaxRate(written: unknown, index: number) {
  return parse(schema.taxRate, written, `TaxRates[${index}]`);
}

export function readCurrency(written: unknown, index: number) {
  return parse(schema.currency, written, `Currencies[${index}]`);
}

export function readInvoice(written: unknown, { index, context }: Place) {
  return complete.completeInvoice(parse(schema.invoice, written, `Invoices[${index}]`), context, index);
}

export function readCreditNote(written: unknown, { index, context }: Place) {
  return complete.completeCreditNote(parse(schema.creditNote, written, `CreditNotes[${index}]`), context, index);
}

export function readPrepayment(written: unknown, { index, context }: Place) {
  return complete.completePrepayment(parse(schema.prepayment, written, `Prepayments[${index}]`), context, index);
}

export function readOverpayment(written: unknown, { index, context }: Place) {
  return complete.completeOverpayment(parse(schema.overpayment, written, `Overpayments[${index}]`), context, index);
}

export function readBankTransaction(written: unknown, { index, context }: Place) {
  const transaction = parse(schema.bankTransaction, written, `BankTransactions[${index}]`);
  return complete.completeBankTransaction(transaction, context, index);
}

export function readBankTransfer(written: unknown, { index, context }: Place) {
  return others.completeTransfer(parse(schema.bankTransfer, written, `BankTransfers[${index}]`), context, index);
}

export function readPayment(written: unknown, { index, context }: Place) {
  return others.completePayment(parse(schema.payment, written, `Payments[${index}]`), context, index);
}

export function readManualJournal(written: unknown, { index, context }: Place) {
  const journal = parse(schema.manualJournal, written, `ManualJournals[${index}]`);
  return others.completeManualJournal(journal, context, index);
}

export function readBudget(written: unknown, { index, context }: Place) {
  const budget = parse(schema.budget, written, `Budgets[${index}]`);
  return others.completeBudget(budget, context, index, context.fallbackInstant);
}

export function readJournal(written: unknown, { index, context }: Place) {
  return others.completeJournal(parse(schema.journal, written, `Journals[${index}]`), context);
}

export function readOtherPosting(written: unknown, { index, context }: Place, invoices: readonly Invoice[]) {
  const posting = parse(schema.otherPosting, written, `OtherPostings[${index}]`);
  return others.completeOtherPosting(posting, { ...context, invoices }, index);
}

export type Organisation = z.output<typeof schema.organisation>;
export type Contact = ReturnType<typeof readContact>;
export type Invoice = ReturnType<typeof readInvoice>;
export type Item = ReturnType<typeof readItem>;
export type CreditNote = ReturnType<typeof readCreditNote>;
export type Prepayment = ReturnType<typeof readPrepayment>;
export type Overpayment = ReturnType<typeof readOverpayment>;
export type BankTransaction = ReturnType<typeof readBankTransaction>;
export type BankTransfer = ReturnType<typeof readBankTransfer>;
export type Payment = ReturnType<typeof readPayment>;
export type BatchPayment = ReturnType<typeof readBatchPayment>;
export type ManualJournal = ReturnType<typeof readManualJournal>;
export type Journal = ReturnType<typeof readJournal>;
export type OtherPosting = ReturnType<typeof readOtherPosting>;
export type Budget = ReturnType<typeof readBudget>;
export type { Account, Chart } from "./chart.ts";
