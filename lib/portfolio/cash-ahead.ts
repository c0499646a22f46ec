// How low cash will go in the next thirteen weeks, by nothing but the documents that are open today: each is taken to be paid as late as its
// contact usually pays. What should have come or gone already comes or goes within a week; what a customer is more than ninety days beyond
// their own habit with is not counted on. Wages, taxes and what nobody has invoiced yet are not in it, which whoever shows it has to say.
import { addDays, type Day, daysBetween } from "#lib/day.ts";
import type { Money } from "#lib/money.ts";

export type OpenAmount = { isBill: boolean; contactId: string | null; date: Day; dueDate: Day | null; amount: Money };
/** A payment of the past: of whom, when the document was due, and when it was paid. */
export type PaidDocument = { isBill: boolean; contactId: string | null; date: Day; dueDate: Day | null; paidOn: Day };
export type LowPoint = { amount: Money; day: Day };

const daysAhead = 13 * 7;
const withinAWeek = 7;
const nobodyCountsOn = 90;

/** The lowest cash at the end of a day, and the first such day; today's when nothing takes it lower. */
export function lowPoint(cash: Money, open: readonly OpenAmount[], paid: readonly PaidDocument[], today: Day): LowPoint {
  const late = usualLateness(paid);
  const moves = new Map<Day, Money>();
  for (const document of open) {
    const day = expectedOn(document, late.get(keyOf(document)) ?? 0, today);
    if (day !== null && daysBetween(today, day) <= daysAhead) moves.set(day, (moves.get(day) ?? 0n) + (document.isBill ? -document.amount : document.amount));
  }
  let [balance, low]: [Money, LowPoint] = [cash, { amount: cash, day: today }];
  for (const [day, amount] of [...moves].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    balance += amount;
    if (balance < low.amount) low = { amount: balance, day };
  }
  return low;
}

/** Null for what nobody counts on any more. */
export function expectedOn({ isBill, date, dueDate }: OpenAmount, late: number, today: Day): Day | null {
  const usual = addDays(dueDate ?? date, late);
  if (usual > today) return usual;
  return !isBill && daysBetween(usual, today) > nobodyCountsOn ? null : addDays(today, withinAWeek);
}

/** Contact and side → days after the due day, the middle one of all their payments; earlier than due is negative. */
export function usualLateness(paid: readonly PaidDocument[]): Map<string, number> {
  const byContact = Map.groupBy(paid, keyOf);
  return new Map([...byContact].map(([key, payments]) => [key, median(payments.map(({ date, dueDate, paidOn }) => daysBetween(dueDate ?? date, paidOn)))]));
}

function keyOf({ isBill, contactId }: Pick<OpenAmount, "isBill" | "contactId">): string {
  return `${isBill ? "bill" : "invoice"} ${contactId ?? ""}`;
}

/** Of an even number, the later of the two in the middle. */
function median(days: readonly number[]): number {
  return days.toSorted((one, other) => one - other)[Math.floor(days.length / 2)] ?? 0;
}
