// What a mark on a figure says: what is unfinished about it, with how much of it.
import { amountInSentence, countInWords } from "#lib/amount-label.ts";
import { money } from "#lib/money.ts";
import type { Mark } from "#lib/kpis/tiles.ts";
import type { Report } from "#lib/reports/report.ts";

export function markInWords(mark: Mark, { unreconciled, drafts, unexplained, checkedSinceChange }: Report["quality"]): string {
  if (mark === "unreconciled") return `${countInWords(unreconciled.count)} bank ${unreconciled.count === 1 ? "transaction" : "transactions"} not reconciled (${amountInSentence(money(unreconciled.amount))})`;
  if (mark === "drafts") return `${countInWords(drafts.count)} ${drafts.count === 1 ? "draft is" : "drafts are"} not in it (${amountInSentence(money(drafts.amount))})`;
  if (mark === "notFinal") return "Before the first complete sync";
  return checkedSinceChange ? `${amountInSentence(money(unexplained))} differ from Xero, unexplained` : "Not checked against Xero since the books changed";
}
