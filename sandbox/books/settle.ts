// What is still owed follows from what was paid and allocated: Xero's AmountDue, AmountPaid, AmountCredited,
// RemainingCredit and the step from AUTHORISED to PAID are computed here from the payments and allocations, never kept.
// An allocation takes effect at the later of the two documents' dates.

import type { Day } from "../exact/day.ts";
import { sum } from "../exact/money.ts";
import { isProblem, refuse } from "./problem.ts";
import type { Books } from "./read.ts";
import type { CreditNote, Invoice, Overpayment, Payment, Prepayment } from "./readers.ts";
import { type Credit, creditsOf } from "./credits.ts";

type Allocation = CreditNote["Allocations"][number];
export type Settlement =
  | { readonly kind: "payment"; readonly id: string; readonly date: Day; readonly amount: bigint; readonly payment: Payment }
  | {
      readonly kind: "allocation";
      readonly id: string;
      readonly date: Day;
      readonly amount: bigint;
      readonly credit: Credit;
      readonly invoice: Invoice;
      readonly allocation: Allocation;
    };

export type Settlements = ReadonlyMap<string, readonly Settlement[]>;
export type Document = Invoice | CreditNote | Prepayment | Overpayment;

// By document id (an invoice's and a credit's own), oldest first.
export function settlementsOf(books: Books): Settlements {
  const found = new Map<string, Settlement[]>();
  const add = (documentId: string, settlement: Settlement) => {
    found.set(documentId, [...(found.get(documentId) ?? []), settlement]);
  };
  // Books that bring their Journals may leave documents out; what points at nothing is then simply not shown.
  const settle = books.Journals ? ignoring : strictly;
  const targets = targetsOf(books);
  for (const payment of books.Payments) settle(() => addPayment(payment, targets, add));
  for (const credit of creditsOf(books)) settle(() => addAllocations(credit, targets, add));
  for (const list of found.values()) list.sort(byDate);
  return found;
}

function strictly(work: () => void): void {
  work();
}

function ignoring(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isProblem(error)) throw error;
  }
}

type Targets = {
  readonly invoices: ReadonlyMap<string, Invoice>;
  readonly invoicesByNumber: ReadonlyMap<string, Invoice>;
  readonly credits: ReadonlyMap<string, Credit>;
  readonly creditsByNumber: ReadonlyMap<string, Credit>;
};
type Add = (documentId: string, settlement: Settlement) => void;

function targetsOf(books: Books): Targets {
  const credits = creditsOf(books);
  return {
    invoices: new Map(books.Invoices.map((invoice) => [invoice.InvoiceID, invoice])),
    invoicesByNumber: new Map(books.Invoices.map((invoice) => [invoice.InvoiceNumber ?? "", invoice])),
    credits: new Map(credits.map((credit) => [credit.id, credit])),
    creditsByNumber: new Map(credits.map((credit) => [credit.number, credit])),
  };
}

function addPayment(payment: Payment, targets: Targets, add: Add): void {
  if (payment.Status === "DELETED") return;
  const target = targetOf(payment, targets);
  mustBeOpen(target.status, `Payment ${payment.PaymentID}`, target.name);
  add(target.id, { kind: "payment", id: payment.PaymentID, date: payment.Date, amount: payment.Amount, payment });
}

function addAllocations(credit: Credit, targets: Targets, add: Add): void {
  for (const allocation of credit.document.Allocations) {
    if (allocation.IsDeleted) continue;
    const invoice = allocatedTo(allocation, targets) ?? refuse(`${credit.name}: it is allocated to an unknown invoice.`);
    mustBeOpen(credit.document.Status, `An allocation of ${credit.name}`, credit.name);
    mustBeOpen(invoice.Status, `An allocation of ${credit.name}`, `invoice ${invoice.InvoiceNumber ?? invoice.InvoiceID}`);
    const date = invoice.Date > credit.document.Date ? invoice.Date : credit.document.Date;
    const id = allocation.AllocationID;
    const settlement: Settlement = { kind: "allocation", id, date, amount: allocation.Amount, credit, invoice, allocation };
    add(invoice.InvoiceID, settlement);
    add(credit.id, settlement);
  }
}

// Xero names the credit note of a refund either under CreditNote or, as a kind of invoice, under Invoice.
function targetOf(payment: Payment, targets: Targets) {
  const invoiceId = payment.Invoice?.InvoiceID;
  const creditId = payment.CreditNote?.CreditNoteID ?? payment.Prepayment?.PrepaymentID ?? payment.Overpayment?.OverpaymentID ?? invoiceId;
  const credit = targets.credits.get(creditId ?? "") ?? targets.creditsByNumber.get(payment.CreditNote?.CreditNoteNumber ?? "-");
  if (credit) return { id: credit.id, status: credit.document.Status, name: credit.name };
  const invoice = invoiceId ? targets.invoices.get(invoiceId) : targets.invoicesByNumber.get(payment.Invoice?.InvoiceNumber ?? "-");
  if (!invoice) refuse(`Payment ${payment.PaymentID}: the document it pays is not in the books.`);
  return {
    id: invoice.InvoiceID,
    status: invoice.Status,
    name: `invoice ${invoice.InvoiceNumber ?? invoice.InvoiceID}`,
  };
}

function allocatedTo({ Invoice }: Allocation, targets: Targets): Invoice | undefined {
  return Invoice.InvoiceID ? targets.invoices.get(Invoice.InvoiceID) : targets.invoicesByNumber.get(Invoice.InvoiceNumber ?? "-");
}

function mustBeOpen(status: string, what: string, target: string): void {
  if (status !== "AUTHORISED" && status !== "PAID") refuse(`${what} settles ${target}, which is ${status}.`);
}

function byDate(one: Settlement, other: Settlement): number {
  return one.date.localeCompare(other.date) || one.kind.localeCompare(other.kind) || one.id.localeCompare(other.id);
}

export function settledAmount(settlements: readonly Settlement[], kind?: Settlement["kind"]): bigint {
  return sum(settlements.filter((settlement) => !kind || settlement.kind === kind).map(({ amount }) => amount));
}
