// What a settlement takes of each part of a document. Always counted from the beginning, so that a document settled in full has given all of
// its parts to the cent, in however many payments: tax is the share of what has been settled so far, and the accounts get the rest. Parts of
// different tracking are told apart first.
import type { Part } from "#lib/ledger/posting/cash/parts.ts";
import { shareOut } from "#lib/ledger/posting/share-out.ts";
import { type Money, portion, sum } from "#lib/money.ts";

/** Of each part, in the order of the parts. */
export type Share = { net: Money; tax: Money; charged: Money };

/** In the document's currency. `settled` includes the amount. */
export function sharesOfSettlement(parts: readonly Part[], total: Money, settled: Money, amount: Money): Share[] {
  const [after, before] = [sharesSoFar(parts, total, settled), sharesSoFar(parts, total, settled - amount)];
  return after.map((share, index) => less(share, before[index]));
}

/** The same shares of another amount, which is what they come to in base currency. */
export function converted(shares: readonly Share[], amount: Money, base: Money): Share[] {
  if (amount === base) return [...shares];
  const taxes = shares.map(({ tax }) => portion(tax, base, amount));
  const nets = shareOut(base - sum(taxes), shares.map(({ net }) => net));
  return shares.map(({ charged }, index) => ({ net: nets[index] ?? 0n, tax: taxes[index] ?? 0n, charged: portion(charged, base, amount) }));
}

function sharesSoFar(parts: readonly Part[], total: Money, settled: Money): Share[] {
  const taxes = parts.map(({ tax }) => portion(tax, settled, total));
  const nets = netsSoFar(parts, taxes, settled);
  return parts.map(({ charged }, index) => ({ net: nets[index] ?? 0n, tax: taxes[index] ?? 0n, charged: portion(charged, settled, total) }));
}

function netsSoFar(parts: readonly Part[], taxes: readonly Money[], settled: Money): Money[] {
  const places = [...Map.groupBy(parts.keys(), (index) => parts[index]?.trackingSetId ?? null).values()];
  const wholes = shareOut(settled, places.map((indexes) => sum(indexes.map((index) => (parts[index]?.net ?? 0n) + (parts[index]?.tax ?? 0n)))));
  const nets = parts.map(() => 0n);
  for (const [place, indexes] of places.entries()) {
    const left = (wholes[place] ?? 0n) - sum(indexes.map((index) => taxes[index] ?? 0n));
    const within = shareOut(left, indexes.map((index) => parts[index]?.net ?? 0n));
    for (const [order, index] of indexes.entries()) nets[index] = within[order] ?? 0n;
  }
  return nets;
}

function less(one: Share, other: Share | undefined): Share {
  return { net: one.net - (other?.net ?? 0n), tax: one.tax - (other?.tax ?? 0n), charged: one.charged - (other?.charged ?? 0n) };
}
