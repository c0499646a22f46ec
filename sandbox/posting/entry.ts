// An entry is one posting: dated, balanced, traceable to the document it comes from. Debits are positive.

import { sum, writeMoney } from "../exact/money.ts";
import type { Day } from "../exact/day.ts";

export type Tracking = { readonly TrackingCategoryID?: string | undefined; readonly TrackingOptionID?: string | undefined };

export type EntryLine = {
  readonly accountId: string;
  readonly net: bigint;
  readonly tax?: bigint;
  readonly taxType?: string | undefined;
  readonly tracking?: readonly Tracking[];
  readonly description?: string;
};

export type Entry = {
  readonly sourceType: string;
  readonly sourceId: string;
  readonly date: Day;
  readonly reference?: string | undefined;
  readonly lines: readonly EntryLine[];
};

// Lines without an amount say nothing and are left out. An entry that does not balance is a mistake of the stand-in.
export function entry(source: Omit<Entry, "lines">, lines: readonly EntryLine[]): Entry[] {
  const posted = lines.filter(({ net }) => net !== 0n);
  const difference = sum(posted.map(({ net }) => net));
  if (difference !== 0n) {
    throw new Error(`The posting of ${source.sourceType} ${source.sourceId} is ${writeMoney(difference)} out of balance.`);
  }
  return posted.length > 0 ? [{ ...source, lines: posted }] : [];
}
