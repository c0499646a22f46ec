// A document with lines against one account: receivable, payable or bank. The total goes there, each group of lines to its account without
// its tax, the tax to the tax account, and the cents that conversion leaves over to the rounding account.
import type { DocumentSource, EntryLine } from "#lib/ledger/entry.ts";
import type { Books, Document, Posting, PostingRules } from "#lib/ledger/posting/document.ts";
import { type LineGroup, lineGroups } from "#lib/ledger/posting/line-groups.ts";
import { documentName, foreignSide, leftOut, lineOf, posted } from "#lib/ledger/posting/posting.ts";
import { isRounding } from "#lib/ledger/posting/rounding.ts";
import { notRecoverableTax, taxAccountOf } from "#lib/ledger/posting/tax.ts";
import { type Money, sum } from "#lib/money.ts";

/** `sign` is 1n when the document's total is a debit on its anchor account. */
export type Shape = { sourceType: DocumentSource; anchorId: string; sign: 1n | -1n; unproven?: boolean };

export function postLines(document: Document, shape: Shape, books: Books, rules: PostingRules): Posting {
  const groups = lineGroups(document, rules);
  const missing = missingAccount(groups, books);
  if (missing) return leftOut(`${documentName(document)} was left out of the ledger: ${missing}.`);
  const total = shape.sign * rules.inBase(document.amount, document.currencyRate);
  const anchor = lineOf(document, shape.anchorId, total, foreignSide(document, books.baseCurrency, shape.sign * document.amount));
  const lines = [anchor, ...groups.flatMap((group) => groupLines(document, group, shape.sign, books, rules))];
  return rounded(document, shape, lines, groups.length, books);
}

function missingAccount(groups: readonly LineGroup[], books: Books): string | null {
  if (groups.some((group) => group.accountId === null || !books.accounts.has(group.accountId))) return "a line has no account that is known";
  if (groups.some((group) => group.tax !== 0n && taxAccountOf(group.taxType, books) === undefined)) return "the books have no tax account";
  return null;
}

function groupLines(document: Document, group: LineGroup, sign: bigint, books: Books, rules: PostingRules): EntryLine[] {
  const tax = rules.inBase(group.tax, document.currencyRate);
  const kept = notRecoverableTax(tax, group.taxType, books);
  const net = rules.inBase(group.gross, document.currencyRate) - tax + kept;
  const { taxType, trackingSetId } = group;
  const foreign = (amount: Money) => foreignSide(document, books.baseCurrency, -sign * amount);
  const own = lineOf(document, group.accountId ?? "", -sign * net, { taxType, trackingSetId, taxAmount: -sign * tax, ...foreign(group.gross - group.tax) });
  const taxed = lineOf(document, taxAccountOf(taxType, books) ?? "", -sign * (tax - kept), { taxType, ...foreign(group.tax) });
  return [own, taxed];
}

function rounded(document: Document, shape: Shape, lines: EntryLine[], groups: number, books: Books): Posting {
  const { sourceType, unproven = false } = shape;
  const entry = { sourceType, sourceXeroId: document.xeroId, date: document.date, narration: document.number, unproven, lines };
  const remainder = -sum(lines.map((line) => line.amount));
  if (remainder === 0n) return posted(entry);
  const rounding = books.system.get("ROUNDING");
  if (!rounding || !isRounding(remainder, groups)) return leftOut(`${documentName(document)} was left out of the ledger: its lines do not add up to its total.`);
  return posted({ ...entry, lines: [...lines, lineOf(document, rounding, remainder)] });
}
