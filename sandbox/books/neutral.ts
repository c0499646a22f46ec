// Once the amounts a file states have been found to agree, they are forgotten: from then on what is paid and owed is
// computed, and an edit of one document cannot contradict what another one used to say.

import type { Books } from "./read.ts";

export function neutral(books: Books): Books {
  if (books.Journals) return books;
  return {
    ...books,
    Invoices: books.Invoices.map((invoice) => ({
      ...withoutSettlement(invoice),
      AmountDue: undefined,
      AmountPaid: undefined,
      AmountCredited: undefined,
    })),
    CreditNotes: books.CreditNotes.map((note) => ({ ...withoutSettlement(note), RemainingCredit: undefined })),
    Prepayments: books.Prepayments.map((one) => ({ ...withoutSettlement(one), RemainingCredit: undefined })),
    Overpayments: books.Overpayments.map((one) => ({ ...withoutSettlement(one), RemainingCredit: undefined })),
    BatchPayments: books.BatchPayments.map((batch) => ({ ...batch, TotalAmount: undefined })),
  };
}

// Fully paid documents become PAID again by what settles them.
function withoutSettlement<Document extends { Status: string }>(document: Document): Document {
  const Status = document.Status === "PAID" ? "AUTHORISED" : document.Status;
  return { ...document, Status, FullyPaidOnDate: undefined };
}
