// What is not in a report's figures and what to keep in mind with them, in sentences.
import { amountInSentence, countInWords } from "#lib/amount-label.ts";
import { dayLabel } from "#lib/day-label.ts";
import { money } from "#lib/money.ts";
import type { Report } from "#lib/reports/report.ts";

export function noteWords({ currency, quality, period }: Report): string[] {
  const { drafts, unreconciled, hiddenAccounts, lockedTo, notes } = quality;
  const matters = [
    drafts.count > 0 && `Not in these figures: ${countInWords(drafts.count)} draft or submitted ${drafts.count === 1 ? "document" : "documents"} of ${currency} ${amountInSentence(money(drafts.amount))}.`,
    unreconciled.count > 0 &&
      `${countInWords(unreconciled.count)} bank ${unreconciled.count === 1 ? "transaction" : "transactions"} of ${currency} ${amountInSentence(money(unreconciled.amount))} ${unreconciled.count === 1 ? "is" : "are"} not reconciled.`,
    hiddenAccounts > 0 && `${countInWords(hiddenAccounts)} ${hiddenAccounts === 1 ? "account" : "accounts"} without any amount ${hiddenAccounts === 1 ? "was" : "were"} left out.`,
    lockedTo !== null && period.end <= lockedTo && `Locked in Xero to ${dayLabel(lockedTo)}.`,
  ].filter((note) => note !== false);
  return [...matters, ...notes];
}
