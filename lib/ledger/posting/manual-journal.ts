// A manual journal is posted as its author gave it, debit positive, with one line of tax for each tax type. It has to sum to zero.
import type { Books, ManualJournal, Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { type LineGroup, lineGroups } from "#lib/ledger/posting/line-groups.ts";
import { leftOut, lineOf, nothing, posted } from "#lib/ledger/posting/posting.ts";
import { notRecoverableTax, taxAccountOf } from "#lib/ledger/posting/tax.ts";
import type { EntryLine } from "#lib/ledger/entry.ts";

export function postManualJournal(journal: ManualJournal, books: Books, rules: PostingRules): Posting {
  if (!rules.stands(journal.status)) return nothing;
  const groups = journal.lines.flatMap((line) => lineGroups({ ...journal, lines: [line] }, rules));
  if (groups.some((group) => !books.accounts.has(group.accountId ?? ""))) return omitted(journal, "a line has no account that is known");
  if (groups.some((group) => group.tax !== 0n && !taxAccountOf(group.taxType, books))) return omitted(journal, "the books have no tax account");
  const lines = [...groups.map((group) => ownLine(group, books)), ...taxLines(groups, books)];
  const { xeroId: sourceXeroId, date, narration } = journal;
  return posted({ sourceType: "manualJournal", sourceXeroId, date, narration, unproven: false, lines });
}

function omitted({ narration, xeroId }: ManualJournal, reason: string): Posting {
  return leftOut(`The manual journal ${narration ?? xeroId} was left out of the ledger: ${reason}.`);
}

function ownLine({ accountId, gross, tax, taxType, trackingSetId }: LineGroup, books: Books): EntryLine {
  const amount = gross - tax + notRecoverableTax(tax, taxType, books);
  return bareLine(accountId ?? "", amount, { taxType, taxAmount: tax, trackingSetId });
}

function taxLines(groups: readonly LineGroup[], books: Books): EntryLine[] {
  const byType = new Map<string | null, bigint>();
  for (const { tax, taxType } of groups) byType.set(taxType, (byType.get(taxType) ?? 0n) + tax - notRecoverableTax(tax, taxType, books));
  return [...byType].filter(([, tax]) => tax !== 0n).map(([taxType, tax]) => bareLine(taxAccountOf(taxType, books) ?? "", tax, { taxType }));
}

function bareLine(accountId: string, amount: bigint, more: Partial<EntryLine>): EntryLine {
  return lineOf({ id: null, contactId: null }, accountId, amount, more);
}
