// An invoice or bill: its total on the control account, its lines and their tax against it.
import { controlAccountOf, controlOf } from "#lib/ledger/posting/control.ts";
import type { Books, Document, Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { postLines } from "#lib/ledger/posting/line-document.ts";
import { documentName, leftOut, nothing } from "#lib/ledger/posting/posting.ts";

export function postInvoice(document: Document, books: Books, rules: PostingRules): Posting {
  return postOnControl(document, "invoice", books, rules);
}

export function postOnControl(document: Document, sourceType: "invoice" | "creditNote", books: Books, rules: PostingRules): Posting {
  if (!rules.stands(document.status)) return nothing;
  const control = controlOf(document);
  const anchorId = controlAccountOf(document, books);
  if (!control || !anchorId) return leftOut(`${documentName(document)} was left out of the ledger: the books have no control account for it.`);
  return postLines(document, { sourceType, anchorId, sign: control.sign }, books, rules);
}
