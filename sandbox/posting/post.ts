// The whole ledger of an organisation. Books that bring Xero's own Journals are taken at their word; all others are
// posted from their documents by the rules in this folder, plus the postings that no document stands behind. Journals are
// on accruals: on cash basis, for which Xero keeps others, all books are posted from their documents.

import { contextOf, type Books } from "../books/read.ts";
import type { Journal } from "../books/readers.ts";
import type { Settlements } from "../books/settle.ts";
import * as documents from "./documents.ts";
import type { Entry } from "./entry.ts";
import { postSettlements, postSettlementsOnCash } from "./settlements.ts";

export function ledgerOf(books: Books, settlements: Settlements): readonly Entry[] {
  return books.Journals ? books.Journals.map(journalEntry) : postDocuments(books, settlements);
}

export function cashLedgerOf(books: Books, settlements: Settlements): readonly Entry[] {
  const counts = ({ ShowOnCashBasisReports }: { readonly ShowOnCashBasisReports: boolean }) => ShowOnCashBasisReports;
  const { OtherPostings, ManualJournals } = books;
  return [
    ...postMoneyAndJournals({ ...books, OtherPostings: OtherPostings.filter(counts), ManualJournals: ManualJournals.filter(counts) }),
    ...postSettlementsOnCash(books, settlements),
  ];
}

function postDocuments(books: Books, settlements: Settlements): readonly Entry[] {
  const { chart } = contextOf(books);
  return [
    ...books.Invoices.flatMap((invoice) => documents.postInvoice(invoice, chart)),
    ...books.CreditNotes.flatMap((note) => documents.postCreditNote(note, chart)),
    ...postMoneyAndJournals(books),
    ...postSettlements(books, settlements),
  ];
}

// What is the same on both bases.
function postMoneyAndJournals(books: Books): readonly Entry[] {
  const { chart } = contextOf(books);
  const bankTransactions = new Map(books.BankTransactions.map((one) => [one.BankTransactionID, one]));
  return [
    ...books.OtherPostings.flatMap(documents.postOther),
    ...books.BankTransactions.flatMap((transaction) => documents.postBankTransaction(transaction, chart)),
    ...books.BankTransfers.flatMap((transfer) => documents.postTransfer(transfer, bankTransactions, chart)),
    ...books.ManualJournals.flatMap((journal) => documents.postManualJournal(journal, chart)),
  ];
}

// What a voided document had posted before it was voided; with its reversal, the feed keeps both and the books neither.
export function undoneEntries(books: Books): readonly Entry[] {
  if (books.Journals) return [];
  const { chart } = contextOf(books);
  const isVoided = ({ Status, LineItems }: { Status: string; LineItems: readonly { AccountID?: string | undefined }[] }) =>
    Status === "VOIDED" && LineItems.length > 0 && LineItems.every(({ AccountID }) => AccountID);
  const before = { Status: "AUTHORISED" };
  return [
    ...books.Invoices.filter(isVoided).flatMap((invoice) => documents.postInvoice({ ...invoice, ...before }, chart)),
    ...books.CreditNotes.filter(isVoided).flatMap((note) => documents.postCreditNote({ ...note, ...before }, chart)),
  ];
}

function journalEntry(journal: Journal): Entry {
  return {
    sourceType: journal.SourceType ?? "",
    sourceId: journal.SourceID ?? journal.JournalID,
    date: journal.JournalDate,
    lines: journal.JournalLines.map(({ AccountID, NetAmount, TrackingCategories }) => ({
      accountId: AccountID,
      net: NetAmount,
      tracking: TrackingCategories,
    })),
  };
}
