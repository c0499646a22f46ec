// Cash basis: what an invoice, bill or credit note says counts when it is settled, in the share that is settled. Shares are
// counted from the beginning, in the document's currency: what has counted by now less what had counted before. Lines of
// different tracking are told apart first, then tax takes its share, and the accounts get the rest. In base currency a share
// is worth what settled it.

import { type Chart, systemAccount } from "../books/chart.ts";
import { portion, sharedOut, sum } from "../exact/money.ts";
import type { EntryLine } from "./entry.ts";
import { groupsOf, type Lined, type Side } from "./lines.ts";
import type { Part } from "./relief.ts";
import { taxed } from "./tax.ts";

// A settlement, and what it comes to in base currency.
export type Valued = Part & { readonly worth: bigint };

type Share = { readonly net: bigint; readonly tax: bigint };
type Leg = Share & Pick<EntryLine, "accountId" | "taxType" | "tracking"> & { readonly taxAccountId: string | undefined; readonly trackedUnder: string };

// For each settlement, oldest first, the lines of the document that count with it; debits where `side` is 1.
export function sharesOf(document: Lined, side: Side, settlements: readonly Valued[], chart: Chart, owner: string): ReadonlyMap<string, EntryLine[]> {
  const legs = legsOf(document, chart, owner);
  const found = new Map<string, EntryLine[]>();
  let settled = 0n;
  let before: readonly Share[] = legs.map(() => ({ net: 0n, tax: 0n }));
  for (const { id, amount, worth } of settlements) {
    settled += amount;
    const after = countedBy(legs, settled, document.Total);
    const own = after.map(({ net, tax }, index) => ({ net: net - (before[index]?.net ?? 0n), tax: tax - (before[index]?.tax ?? 0n) }));
    found.set(id, linesOf(legs, inBase(own, amount, worth), side));
    before = after;
  }
  return found;
}

// In the document's currency; all legs together are its total.
function legsOf(document: Lined, chart: Chart, owner: string): readonly Leg[] {
  const legs = groupsOf(document, chart, owner).map((group): Leg => {
    const { accountId, taxType, tracking, trackedUnder } = group;
    return { accountId, taxType, tracking, trackedUnder, ...taxed(group, undefined, chart, owner) };
  });
  const remainder = document.Total - sum(legs.map(({ net, tax }) => net + tax));
  if (remainder === 0n) return legs;
  const accountId = systemAccount(chart, "ROUNDING", owner);
  return [...legs, { accountId, tracking: [], trackedUnder: "", net: remainder, tax: 0n, taxAccountId: undefined }];
}

function countedBy(legs: readonly Leg[], settled: bigint, total: bigint): readonly Share[] {
  const taxes = legs.map(({ tax }) => portion(tax, settled, total));
  const places = [...new Set(legs.map(({ trackedUnder }) => trackedUnder))].map((place) =>
    [...legs.keys()].filter((index) => legs[index]?.trackedUnder === place),
  );
  const wholes = sharedOut(
    settled,
    places.map((place) => sum(place.map((index) => (legs[index]?.net ?? 0n) + (legs[index]?.tax ?? 0n)))),
  );
  const nets = new Map(places.flatMap((place, order) => netsAt(place, wholes[order] ?? 0n, legs, taxes)));
  return taxes.map((tax, index) => ({ net: nets.get(index) ?? 0n, tax }));
}

function netsAt(place: readonly number[], whole: bigint, legs: readonly Leg[], taxes: readonly bigint[]): readonly [number, bigint][] {
  const shares = sharedOut(
    whole - sum(place.map((index) => taxes[index] ?? 0n)),
    place.map((index) => legs[index]?.net ?? 0n),
  );
  return place.map((index, position) => [index, shares[position] ?? 0n]);
}

function inBase(shares: readonly Share[], amount: bigint, worth: bigint): readonly Share[] {
  const taxes = shares.map(({ tax }) => portion(tax, worth, amount));
  const nets = sharedOut(
    worth - sum(taxes),
    shares.map(({ net }) => net),
  );
  return taxes.map((tax, index) => ({ net: nets[index] ?? 0n, tax }));
}

function linesOf(legs: readonly Leg[], shares: readonly Share[], side: Side): EntryLine[] {
  return legs.flatMap(({ accountId, taxType, tracking, taxAccountId }, index): EntryLine[] => {
    const { net, tax } = shares[index] ?? { net: 0n, tax: 0n };
    const line: EntryLine = { accountId, net: side * net, tax: side * tax, taxType, tracking: tracking ?? [] };
    return taxAccountId ? [line, { accountId: taxAccountId, net: side * tax }] : [line];
  });
}
