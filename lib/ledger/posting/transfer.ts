// A transfer takes from one bank account and gives to another, once. The transfer itself names one amount and one rate; what arrived is told
// by the bank transaction it arrived as, and what the two differ by in base currency is a bank currency gain or loss.
import type { Books, Document, Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { documentName, foreignSide, leftOut, lineOf, nothing, posted } from "#lib/ledger/posting/posting.ts";
import { type Money, roundToCents } from "#lib/money.ts";

export function postTransfer(document: Document, books: Books, rules: PostingRules): Posting {
  if (!rules.stands(document.status)) return nothing;
  const from = books.accounts.get(document.bankAccountId ?? "");
  const to = books.accounts.get(document.toBankAccountId ?? "");
  if (!from || !to) return leftOut(`${documentName(document)} was left out of the ledger: one of its bank accounts is not known.`);
  const left = transferInBase(document, books, rules);
  const arrival = arrivalOf(document, rules);
  const arrived = arrival ? rules.inBase(arrival.amount, arrival.currencyRate) : left;
  const gains = books.system.get("BANKCURRENCYGAIN");
  if (left !== arrived && !gains) return leftOut(`${documentName(document)} was left out of the ledger: the books have no account for bank currency gains.`);
  const received = arrival ?? (to.currencyCode === document.currencyCode ? document : null);
  const lines = [
    lineOf(document, from.id, -left, foreignSide(document, books.baseCurrency, -document.amount)),
    lineOf(document, to.id, arrived, received ? foreignSide(received, books.baseCurrency, received.amount) : {}),
    lineOf(document, gains ?? "", left - arrived),
  ];
  const unproven = document.currencyCode !== books.baseCurrency || left !== arrived;
  return posted({ sourceType: "transfer", sourceXeroId: document.xeroId, date: document.date, narration: document.number, unproven, lines });
}

function transferInBase(document: Document, books: Books, rules: PostingRules): Money {
  return document.currencyCode === books.baseCurrency ? roundToCents(document.amount) : rules.inBase(document.amount, document.currencyRate);
}

/** Without it both legs have one value. */
function arrivalOf({ arrival }: Document, rules: PostingRules): Document["arrival"] {
  return arrival?.xeroType === "RECEIVE-TRANSFER" && rules.stands(arrival.status) ? arrival : undefined;
}
