// A payment as Xero lists it: with the kind of payment it is, the document it settles in outline, its rate, and what it
// was worth on the account it went through, in that account's currency.

import { bankAmount } from "../posting/payments.ts";
import { creditsOf, type Credit, paymentTypeFor } from "./credits.ts";
import { contextOf, type Books } from "./read.ts";
import type { Invoice, Payment } from "./readers.ts";

export function viewPayments(books: Books) {
  const { chart } = contextOf(books);
  const targets = targetsOf(books);
  return books.Payments.map((payment) => {
    const { document, outline } = targetOf(payment, targets) ?? {};
    const rate = payment.CurrencyRate ?? document?.CurrencyRate;
    const settled = { currency: document?.CurrencyCode ?? chart.baseCurrency, CurrencyRate: document?.CurrencyRate ?? { numeral: "1" } };
    return {
      ...payment,
      PaymentType: payment.PaymentType ?? (document && paymentTypeFor(document.Type)),
      ...(rate && { CurrencyRate: rate }),
      BankAmount: bankAmount(payment, settled, chart),
      HasAccount: true,
      HasValidationErrors: false,
      ...outline,
    };
  });
}

type Targets = ReturnType<typeof targetsOf>;

// Documents may be named by number; then numbers are looked up after ids.
function targetsOf(books: Books) {
  const credits = creditsOf(books);
  return {
    invoices: new Map(books.Invoices.flatMap((invoice) => [invoice.InvoiceID, `#${invoice.InvoiceNumber ?? invoice.InvoiceID}`].map((key) => [key, invoice]))),
    credits: new Map(credits.flatMap((credit) => [credit.id, `#${credit.number}`].map((key) => [key, credit]))),
  };
}

function targetOf(payment: Payment, { invoices, credits }: Targets) {
  const { Invoice: named, CreditNote, Prepayment, Overpayment } = payment;
  const invoice = invoices.get(named?.InvoiceID ?? `#${named?.InvoiceNumber}`);
  if (named && invoice) return { document: invoice, outline: { Invoice: { ...named, ...invoiceOutline(invoice) } } };
  // Xero names the credit note of a refund now and then as a kind of invoice.
  const creditId = CreditNote?.CreditNoteID ?? Prepayment?.PrepaymentID ?? Overpayment?.OverpaymentID ?? named?.InvoiceID;
  const credit = credits.get(creditId ?? `#${CreditNote?.CreditNoteNumber}`);
  return credit && { document: credit.document, outline: creditOutline(credit, payment) };
}

function invoiceOutline({ InvoiceID, InvoiceNumber, Type, Contact, CurrencyCode }: Invoice) {
  return { InvoiceID, InvoiceNumber, Type, Contact, CurrencyCode, LineItems: [], IsDiscounted: false, HasErrors: false };
}

function creditOutline({ kind, document, number }: Credit, payment: Payment) {
  const { Type, Contact, CurrencyCode } = document;
  const outline = { Type, Contact, CurrencyCode, LineItems: [], HasErrors: false };
  if (kind === "CreditNote") return { CreditNote: { ...payment.CreditNote, CreditNoteID: document.CreditNoteID, CreditNoteNumber: number, ...outline } };
  if (kind === "Prepayment") return { Prepayment: { ...payment.Prepayment, PrepaymentID: document.PrepaymentID, ...outline } };
  return { Overpayment: { ...payment.Overpayment, OverpaymentID: document.OverpaymentID, ...outline } };
}
