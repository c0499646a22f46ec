// Documents as Xero shows them: with what has been paid and credited, what remains, and the step to PAID that follows.
// Books that bring their own Journals are shown as they were written; their payments may not be in the file at all.

import { writeMoney } from "../exact/money.ts";
import type { Day } from "../exact/day.ts";
import { refuse } from "./problem.ts";
import type { Books } from "./read.ts";
import type { CreditNote, Invoice, Overpayment, Prepayment } from "./readers.ts";
import { type Settlement, settledAmount, type Settlements } from "./settle.ts";
import { mustAgree } from "./totals.ts";
import { viewBatches, withBatches } from "./view-batches.ts";
import { viewPayments } from "./view-payments.ts";

export type View = ReturnType<typeof viewOf>;

export function viewOf(books: Books, settlements: Settlements) {
  const isGiven = books.Journals !== undefined;
  const of = (id: string) => settlements.get(id) ?? [];
  const payments = viewPayments(books);
  const BatchPayments = viewBatches(books, payments);
  return {
    ...books,
    BatchPayments,
    Payments: withBatches(payments, BatchPayments),
    Invoices: books.Invoices.map((invoice) => showInvoice(invoice, of(invoice.InvoiceID), isGiven)),
    CreditNotes: books.CreditNotes.map((note) => showCredit(note, note.CreditNoteID, of(note.CreditNoteID), isGiven)),
    Prepayments: books.Prepayments.map((one) => showCredit(one, one.PrepaymentID, of(one.PrepaymentID), isGiven)),
    Overpayments: books.Overpayments.map((one) => showCredit(one, one.OverpaymentID, of(one.OverpaymentID), isGiven)),
  };
}

function showInvoice(invoice: Invoice, settlements: readonly Settlement[], isGiven: boolean) {
  const AmountPaid = settledAmount(settlements, "payment");
  const AmountCredited = settledAmount(settlements, "allocation");
  const AmountDue = amountDue(invoice.Status, invoice.Total, AmountPaid + AmountCredited);
  const computed = { AmountPaid, AmountCredited, AmountDue };
  const owner = `Invoice ${invoice.InvoiceNumber ?? invoice.InvoiceID}`;
  // What a voided document says is due has no meaning, and Xero is not of one mind about it.
  if (!isGiven && !isUndone(invoice.Status)) for (const name of AMOUNTS) mustAgree(name, invoice[name], computed[name], owner);
  const status = isGiven ? invoice : settledStatus(invoice, AmountDue, settlements, owner);
  const given = isGiven ? givenAmounts(invoice) : {};
  return { ...invoice, ...computed, ...given, ...status, ...attachments(settlements) };
}

const AMOUNTS: readonly ("AmountPaid" | "AmountCredited" | "AmountDue")[] = ["AmountPaid", "AmountCredited", "AmountDue"];

function givenAmounts(invoice: Invoice): Record<string, bigint> {
  return Object.fromEntries(AMOUNTS.flatMap((name) => (invoice[name] === undefined ? [] : [[name, invoice[name]]])));
}

function amountDue(status: string, total: bigint, settled: bigint): bigint {
  return isUndone(status) ? 0n : total - settled;
}

export function isUndone(status: string): boolean {
  return status === "VOIDED" || status === "DELETED";
}

function showCredit<Document extends CreditNote | Prepayment | Overpayment>(
  document: Document,
  id: string,
  settlements: readonly Settlement[],
  isGiven: boolean,
) {
  const owner = `Credit ${id}`;
  const computed = amountDue(document.Status, document.Total, settledAmount(settlements));
  if (!isGiven && !isUndone(document.Status)) mustAgree("RemainingCredit", document.RemainingCredit, computed, owner);
  const RemainingCredit = isGiven ? (document.RemainingCredit ?? computed) : computed;
  const status = isGiven ? {} : settledStatus(document, RemainingCredit, settlements, owner);
  const Allocations = settlements.flatMap(shownAllocation);
  return { ...document, ID: id, RemainingCredit, ...status, Allocations, Payments: settlements.flatMap(shownPayment) };
}

type WithStatus = { readonly Status: string; readonly Date: Day; readonly Total: bigint };

function settledStatus(document: WithStatus, owing: bigint, settlements: readonly Settlement[], owner: string) {
  if (document.Status !== "AUTHORISED" && document.Status !== "PAID") return { Status: document.Status };
  if (document.Total < 0n) refuse(`${owner}: its total is ${writeMoney(document.Total)}; what is owed the other way is a credit note.`);
  if (owing < 0n) refuse(`${owner}: ${writeMoney(-owing)} more is paid and allocated than its total.`);
  if (owing > 0n && document.Status === "PAID") refuse(`${owner}: it is PAID, but ${writeMoney(owing)} remains.`);
  if (owing > 0n) return { Status: "AUTHORISED", FullyPaidOnDate: undefined };
  return { Status: "PAID", FullyPaidOnDate: settlements.at(-1)?.date ?? document.Date };
}

function attachments(settlements: readonly Settlement[]) {
  return {
    Payments: settlements.flatMap(shownPayment),
    CreditNotes: settlements.flatMap((one) => shownCredit(one, "CreditNote")),
    Prepayments: settlements.flatMap((one) => shownCredit(one, "Prepayment")),
    Overpayments: settlements.flatMap((one) => shownCredit(one, "Overpayment")),
  };
}

function shownPayment(settlement: Settlement) {
  if (settlement.kind !== "payment") return [];
  const { PaymentID, Date: date, Amount, Reference, CurrencyRate } = settlement.payment;
  return [{ PaymentID, Date: date, Amount, Reference, CurrencyRate, HasAccount: false, HasValidationErrors: false }];
}

function shownCredit(settlement: Settlement, kind: string) {
  if (settlement.kind !== "allocation" || settlement.credit.kind !== kind) return [];
  const { credit, amount, date } = settlement;
  const number = kind === "CreditNote" ? { CreditNoteNumber: credit.number } : {};
  return [{ [`${kind}ID`]: credit.id, ID: credit.id, ...number, AppliedAmount: amount, Date: date, Total: credit.document.Total }];
}

function shownAllocation(settlement: Settlement) {
  if (settlement.kind !== "allocation") return [];
  const { allocation, invoice, date, amount } = settlement;
  const { InvoiceID, InvoiceNumber } = invoice;
  const { AllocationID } = allocation;
  return [{ AllocationID, Amount: amount, Date: allocation.Date ?? date, Invoice: { InvoiceID, InvoiceNumber }, IsDeleted: false }];
}
