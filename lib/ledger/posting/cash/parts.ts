// A document taken apart for cash basis: the accounts its lines are on, with and without their tax, in the document's currency. All parts
// together are its total; what its lines miss by a few cents lies on the rounding account.
import type { Books, Document, PostingRules } from "#lib/ledger/posting/document.ts";
import { lineGroups, type LineGroup } from "#lib/ledger/posting/line-groups.ts";
import { isRounding } from "#lib/ledger/posting/rounding.ts";
import { notRecoverableTax, taxAccountOf } from "#lib/ledger/posting/tax.ts";
import { type Money, sum } from "#lib/money.ts";

/** `net` holds the tax that nobody gives back; `tax` is the rest of it, `charged` all of it. */
export type Part = Pick<LineGroup, "taxType" | "trackingSetId"> & { accountId: string; taxAccountId: string | null; net: Money; tax: Money; charged: Money };

/** Null where an account is not known, or the lines are not the total. */
export function partsOf(document: Document, books: Books, rules: PostingRules): Part[] | null {
  const groups = lineGroups(document, rules).map((group) => partOf(group, books));
  const known = groups.filter((part) => part !== null);
  const remainder = document.amount - sum(known.map(({ net, tax }) => net + tax));
  if (known.length < groups.length) return null;
  if (remainder === 0n) return known;
  const rounding = books.system.get("ROUNDING");
  return rounding && isRounding(remainder, groups.length) ? [...known, { accountId: rounding, taxAccountId: null, taxType: null, trackingSetId: null, net: remainder, tax: 0n, charged: 0n }] : null;
}

function partOf({ accountId, taxType, trackingSetId, gross, tax: charged }: LineGroup, books: Books): Part | null {
  const kept = notRecoverableTax(charged, taxType, books);
  const taxAccountId = taxAccountOf(taxType, books) ?? null;
  if (accountId === null || !books.accounts.has(accountId) || (charged !== 0n && taxAccountId === null)) return null;
  return { accountId, taxAccountId, taxType, trackingSetId, net: gross - charged + kept, tax: charged - kept, charged };
}
