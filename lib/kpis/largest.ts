// The few largest of many, found without putting all of them in order.
import { largerFirst, type Money } from "#lib/money.ts";

/** So many of them, the largest first, and the others in no order. Of equal ones the earlier counts as the larger. */
export function largestOf<Each>(all: readonly Each[], amountOf: (each: Each) => Money, count: number): [largest: Each[], others: Each[]] {
  const largest: Each[] = [];
  const others: Each[] = [];
  for (const each of all) {
    const amount = amountOf(each);
    const place = largest.findIndex((kept) => largerFirst(amount, amountOf(kept)) < 0);
    if (place !== -1) largest.splice(place, 0, each);
    else if (largest.length < count) largest.push(each);
    else others.push(each);
    if (largest.length > count) others.push(...largest.splice(count));
  }
  return [largest, others];
}
