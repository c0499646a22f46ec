// Credit notes, prepayments and overpayments settle invoices in one way; this is the one shape they share.

import type { Books } from "./read.ts";
import type { CreditNote, Overpayment, Prepayment } from "./readers.ts";

export type Credit =
  | { readonly kind: "CreditNote"; readonly id: string; readonly number: string; readonly name: string; readonly document: CreditNote }
  | { readonly kind: "Prepayment"; readonly id: string; readonly number: string; readonly name: string; readonly document: Prepayment }
  | { readonly kind: "Overpayment"; readonly id: string; readonly number: string; readonly name: string; readonly document: Overpayment };

export function creditsOf(books: Pick<Books, "CreditNotes" | "Prepayments" | "Overpayments">): readonly Credit[] {
  return [
    ...books.CreditNotes.map(creditNoteAsCredit),
    ...books.Prepayments.map(prepaymentAsCredit),
    ...books.Overpayments.map(overpaymentAsCredit),
  ];
}

// Sales-side credits stand in accounts receivable, purchase-side credits in accounts payable.
export function isSalesCredit(type: string): boolean {
  return type === "ACCRECCREDIT" || type.startsWith("RECEIVE") || type.startsWith("AR");
}

export function paymentTypeFor(type: string): string {
  if (type === "ACCREC" || type === "ACCPAY") return `${type}PAYMENT`;
  const side = isSalesCredit(type) ? "AR" : "AP";
  if (type.endsWith("PREPAYMENT")) return `${side}PREPAYMENTPAYMENT`;
  return type.endsWith("OVERPAYMENT") ? `${side}OVERPAYMENTPAYMENT` : `${side}CREDITPAYMENT`;
}

function creditNoteAsCredit(document: CreditNote): Credit {
  const number = document.CreditNoteNumber ?? document.CreditNoteID;
  return { kind: "CreditNote", id: document.CreditNoteID, number, name: `credit note ${number}`, document };
}

function prepaymentAsCredit(document: Prepayment): Credit {
  const { PrepaymentID: id } = document;
  return { kind: "Prepayment", id, number: id, name: `prepayment ${id}`, document };
}

function overpaymentAsCredit(document: Overpayment): Credit {
  const { OverpaymentID: id } = document;
  return { kind: "Overpayment", id, number: id, name: `overpayment ${id}`, document };
}
