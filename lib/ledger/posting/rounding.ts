// Converted groups need not add up to the converted total; Xero puts the cents between them on its rounding account. Only cents: a document
// whose lines miss its total by more is not understood, and is left out.
import { absolute, type Money } from "#lib/money.ts";

const cent = 100n;

/** Each converted figure may be half a cent off, and Xero's own totals are cents away from their lines. */
export function isRounding(remainder: Money, groups: number): boolean {
  return absolute(remainder) <= cent * BigInt(groups + 5);
}
