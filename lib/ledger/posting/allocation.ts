// A credit used on a document. Credit notes and overpayments lie on the control account already, so only the difference of their rates is
// posted; a prepayment's own posting is taken back and comes off the control account now.
import type { Books, Document, Party, Posting, PostingRules, Settlement } from "#lib/ledger/posting/document.ts";
import { documentName, leftOut, nothing } from "#lib/ledger/posting/posting.ts";
import { closingLines } from "#lib/ledger/posting/relief.ts";
import { settlementEntry } from "#lib/ledger/posting/settlement-entry.ts";
import { settles } from "#lib/ledger/posting/standing.ts";
import { isUnproven } from "#lib/ledger/posting/undo-prepayment.ts";
import type { Day } from "#lib/day.ts";

export function postAllocation(settlement: Settlement, credit: Party, target: Party, books: Books, rules: PostingRules): Posting {
  const bothStand = rules.stands(credit.document.status) && rules.stands(target.document.status);
  if (!settles(settlement.status) || !bothStand) return nothing;
  const given = closingLines(settlement, credit, books, rules);
  const taken = closingLines(settlement, target, books, rules);
  if (!given || !taken) return leftOut(`The allocation to ${documentName(target.document)} was left out of the ledger: the books have no control account for it.`);
  const date = rules.allocationDay(credit.document, target.document);
  const transactionId = credit.document.id;
  const lines = [...given, ...taken].map((line) => ({ ...line, transactionId, allocationId: settlement.id }));
  const allocation = { sourceType: "allocation", sourceXeroId: allocationKey(settlement), date, narration: target.document.number, unproven: isUnproven(credit, target) };
  return settlementEntry({ ...allocation, lines }, [credit.document, target.document], books);
}

/** An allocation cannot come before either of its documents. */
export function allocationDay(credit: Document, target: Document): Day {
  return credit.date > target.date ? credit.date : target.date;
}

/** Xero gives allocations no id: what they go from and to, when, and which of several on that day. */
export function allocationKey({ sourceXeroId, targetXeroId, date, ordinal }: Pick<Settlement, "sourceXeroId" | "targetXeroId" | "date" | "ordinal">): string {
  return [sourceXeroId, targetXeroId, date, ordinal].join("/");
}

/** What an allocation that may be gone from the mirror had settled. */
export function targetOfAllocationKey(key: string): string | undefined {
  return key.split("/")[1];
}
