// A credit note mirrors an invoice: the control of its type already lies on the opposite side.
import type { Books, Document, Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { postOnControl } from "#lib/ledger/posting/invoice.ts";

export function postCreditNote(document: Document, books: Books, rules: PostingRules): Posting {
  return postOnControl(document, "creditNote", books, rules);
}
