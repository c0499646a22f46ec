// A payment: the account it was paid from or into, against what it settles. What the two differ by, in base currency, is realised gain or
// loss. A refund is the same on a credit, whose control lies on the other side.
import { controlOf } from "#lib/ledger/posting/control.ts";
import type { BookAccount, Books, Document, Party, Posting, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { documentName, leftOut, lineOf, nothing } from "#lib/ledger/posting/posting.ts";
import { closingLines } from "#lib/ledger/posting/relief.ts";
import { settlementEntry } from "#lib/ledger/posting/settlement-entry.ts";
import { settles } from "#lib/ledger/posting/standing.ts";
import { isUnproven } from "#lib/ledger/posting/undo-prepayment.ts";
import type { EntryLine } from "#lib/ledger/entry.ts";
import { type Money, roundToCents } from "#lib/money.ts";

export function postPayment(settlement: Settlement, target: Party, books: Books, rules: PostingRules): Posting {
  const { document } = target;
  if (!settles(settlement.status) || !rules.stands(document.status)) return nothing;
  const paid = bankLeg(settlement, document, books, rules);
  const closing = closingLines(settlement, target, books, rules);
  if (!paid || !closing) return leftOut(`The payment of ${documentName(document)} was left out of the ledger: an account of it is not known.`);
  const payment = { sourceType: "payment", sourceXeroId: settlement.sourceXeroId, date: settlement.date, narration: document.number, unproven: isUnproven(target) } as const;
  const lines = [paid, ...closing].map((line) => ({ ...line, transactionId: settlement.transactionId, allocationId: settlement.id }));
  return settlementEntry({ ...payment, lines }, [document], books);
}

/** What a payment puts on the account that it was paid from or into; null where that is not known. */
export function bankLeg(settlement: Settlement, document: Document, books: Books, rules: PostingRules): EntryLine | null {
  const account = books.accounts.get(settlement.bankAccountId ?? "");
  const control = controlOf(document);
  if (!account || !control) return null;
  return lineOf(document, account.id, control.sign * paidInBase(settlement, account, document, books, rules), foreignPaid(settlement, account, control.sign, books));
}

/**
 * The bank's own amount where the bank counts in base currency or the document's; a third currency tells nothing, the document's amount does.
 * A document in base currency is worth what it says, whatever rate the bank's currency had.
 */
function paidInBase(settlement: Settlement, account: BookAccount, document: Document, books: Books, rules: PostingRules): Money {
  const { amount, bankAmount, currencyRate } = settlement;
  if (!isForeign(account, books)) return bankAmount === null ? rules.inBase(amount, currencyRate) : roundToCents(bankAmount);
  if (document.currencyCode === books.baseCurrency) return roundToCents(amount);
  return rules.inBase(account.currencyCode === document.currencyCode ? (bankAmount ?? amount) : amount, currencyRate);
}

function foreignPaid({ amount, bankAmount, currencyRate }: Settlement, account: BookAccount, sign: bigint, books: Books): Partial<EntryLine> {
  return isForeign(account, books) ? { currencyCode: account.currencyCode, currencyAmount: sign * (bankAmount ?? amount), rate: currencyRate } : {};
}

function isForeign(account: BookAccount, books: Books): boolean {
  return account.currencyCode !== null && account.currencyCode !== books.baseCurrency;
}
