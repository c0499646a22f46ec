// Bills that may be one bill entered twice: the same contact and the same amount, and either the same number or reference, or nearly the same day.
import { type Day, daysBetween } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";

export type ListedBill = { id: string; number: string | null; reference: string | null; contactId: string | null; contactName: string | null; amount: Money; currencyCode: string; baseAmount: Money; date: Day };

/** Days between two bills that are near. What comes every week is further apart. */
export const nearDays = 5;
/** Days within which a number is not used twice. */
export const sameNumberDays = 366;

/** Each group oldest first, of two bills at least; a bill that is like one of a group belongs to it. */
export function duplicateBills(bills: readonly ListedBill[]): ListedBill[][] {
  const alike = Map.groupBy(bills.filter(({ contactId, amount }) => contactId !== null && amount !== 0n), ({ contactId, currencyCode, amount }) => `${contactId} ${currencyCode} ${amount}`);
  return [...alike.values()].flatMap((same) => groupsOf(same)).filter((group) => group.length > 1);
}

function groupsOf(bills: readonly ListedBill[]): ListedBill[][] {
  const groups: ListedBill[][] = [];
  for (const bill of bills.toSorted((one, other) => one.date.localeCompare(other.date))) {
    const group = groups.find((each) => each.some((other) => isLike(other, bill)));
    if (group) group.push(bill);
    else groups.push([bill]);
  }
  return groups;
}

function isLike(earlier: ListedBill, later: ListedBill): boolean {
  const apart = daysBetween(earlier.date, later.date);
  const [one, other] = [nameOf(earlier), nameOf(later)];
  if (one !== null && other !== null) return one === other && apart <= sameNumberDays;
  return apart <= nearDays;
}

/** What the supplier calls it; null where nobody said. */
function nameOf({ number, reference }: ListedBill): string | null {
  const said = (number ?? reference ?? "").replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  return said === "" ? null : said;
}
