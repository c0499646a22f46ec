// When a prepayment is used, what it had posted to its own account and tax is taken back in the same share: tax first, the accounts get the
// rest, always counted from the beginning, so that a prepayment used up leaves nothing behind. Unproven by real books.
import { isOverpayment, isPrepayment } from "#lib/ledger/posting/control.ts";
import type { Books, Party, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { type Progress, progressAt } from "#lib/ledger/posting/relief.ts";
import { shareOut } from "#lib/ledger/posting/share-out.ts";
import { isTaxAccount } from "#lib/ledger/posting/tax.ts";
import type { EntryLine } from "#lib/ledger/entry.ts";
import { type Money, portion, sum } from "#lib/money.ts";

export function undoPrepayment(settlement: Settlement, prepayment: Party, books: Books, rules: PostingRules): EntryLine[] {
  const { document } = prepayment;
  const counterparts = rules.prepayment(document, books, rules).entry?.lines.slice(1) ?? [];
  const after = progressAt(settlement, prepayment, rules);
  const before = { ...after, settled: after.settled - settlement.amount, relieved: after.relieved - after.relief };
  const shareAfter = sharesOf(counterparts, after, document.amount, books);
  const shareBefore = sharesOf(counterparts, before, document.amount, books);
  return counterparts.map((line, index) => taken(line, (shareAfter[index] ?? 0n) - (shareBefore[index] ?? 0n)));
}

export function isUnproven(...parties: readonly Party[]): boolean {
  return parties.some(({ document }) => isPrepayment(document) || isOverpayment(document));
}

/** How much of each line has been used once so much of the prepayment has been. */
function sharesOf(lines: readonly EntryLine[], { settled, relieved }: Progress, total: Money, books: Books): Money[] {
  const isTax = lines.map((line) => isTaxAccount(line.accountId, books));
  const taxes = lines.map((line, index) => (isTax[index] ? portion(line.amount, settled, total) : 0n));
  const used = sum(lines.map((line) => line.amount)) < 0n ? -relieved : relieved;
  const nets = lines.map((line, index) => (isTax[index] ? 0n : line.amount));
  const shares = shareOut(used - sum(taxes), nets);
  return taxes.map((tax, index) => tax + (shares[index] ?? 0n));
}

function taken(line: EntryLine, share: Money): EntryLine {
  return { ...line, amount: -share, currencyCode: null, currencyAmount: null, rate: null, taxAmount: null };
}
