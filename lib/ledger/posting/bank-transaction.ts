// Money spent or received without an invoice: the bank against its lines and tax. An overpayment is the bank against the control account,
// without tax. A prepayment goes to its line's account and tax until it is allocated (unproven: no real book has shown where Xero puts it).
// The two bank transactions of a transfer are the transfer once more and post nothing.
import { controlAccountOf, isOverpayment, isPrepayment } from "#lib/ledger/posting/control.ts";
import type { Books, Document, Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { postLines, type Shape } from "#lib/ledger/posting/line-document.ts";
import { documentName, foreignSide, leftOut, lineOf, nothing, posted } from "#lib/ledger/posting/posting.ts";

export function postBankTransaction(document: Document, books: Books, rules: PostingRules): Posting {
  if (!rules.stands(document.status)) return nothing;
  if (!/^(RECEIVE|SPEND)(-|$)/.test(document.xeroType)) return leftOut(`${documentName(document)} was left out of the ledger: Daybook does not know which way its money went.`);
  if (document.xeroType.endsWith("-TRANSFER")) return rules.transferTwin(document, books, rules);
  if (isOverpayment(document)) return rules.overpayment(document, books, rules);
  if (isPrepayment(document)) return rules.prepayment(document, books, rules);
  return againstBank(document, books, rules);
}

export function postTransferTwin(): Posting {
  return nothing;
}

export function postPrepayment(document: Document, books: Books, rules: PostingRules): Posting {
  return againstBank(document, books, rules, true);
}

export function postOverpayment(document: Document, books: Books, rules: PostingRules): Posting {
  const bank = bankShape(document, books);
  const controlId = controlAccountOf(document, books);
  if (!bank || !controlId) return noAccount(document);
  const amount = bank.sign * rules.inBase(document.amount, document.currencyRate);
  const currencyAmount = bank.sign * document.amount;
  const lines = [
    lineOf(document, bank.anchorId, amount, foreignSide(document, books.baseCurrency, currencyAmount)),
    lineOf(document, controlId, -amount, foreignSide(document, books.baseCurrency, -currencyAmount)),
  ];
  return posted({ sourceType: "bankTransaction", sourceXeroId: document.xeroId, date: document.date, narration: document.number, unproven: true, lines });
}

function againstBank(document: Document, books: Books, rules: PostingRules, unproven = false): Posting {
  const bank = bankShape(document, books);
  return bank ? postLines(document, { ...bank, unproven }, books, rules) : noAccount(document);
}

function bankShape(document: Document, books: Books): Shape | undefined {
  const account = books.accounts.get(document.bankAccountId ?? "");
  return account && { sourceType: "bankTransaction", anchorId: account.id, sign: document.xeroType.startsWith("RECEIVE") ? 1n : -1n };
}

function noAccount(document: Document): Posting {
  return leftOut(`${documentName(document)} was left out of the ledger: its bank or control account is not known.`);
}
