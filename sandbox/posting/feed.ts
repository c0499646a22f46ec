// The journal feed: numbered for good, oldest first. What was once written stays; an edit adds the reversal of the old
// posting and the new one, both on the document's own date.

import { identify } from "../books/identify.ts";
import type { Account } from "../books/chart.ts";
import type { Day } from "../exact/day.ts";
import type { Entry, EntryLine } from "./entry.ts";

type Numbered = Entry & { readonly number: number; readonly createdAt: number };
export type Feed = readonly Numbered[];

export function firstFeed(ledger: readonly Entry[], undone: readonly Entry[], createdAt: (day: Day) => number): Feed {
  const oldestFirst = [...ledger, ...undone.flatMap((entry) => [entry, reversed(entry)])].sort((one, other) =>
    one.date.localeCompare(other.date),
  );
  return oldestFirst.map((entry, index) => ({ ...entry, number: index + 1, createdAt: createdAt(entry.date) }));
}

export function feedAfter(feed: Feed, before: readonly Entry[], after: readonly Entry[], now: number): Feed {
  const [old, young] = [bySource(before), bySource(after)];
  const changed = [...new Set([...old.keys(), ...young.keys()])].filter(
    (source) => fingerprint(old.get(source)) !== fingerprint(young.get(source)),
  );
  const added = changed.flatMap((source) => [...(old.get(source) ?? []).map(reversed), ...(young.get(source) ?? [])]);
  return [...feed, ...added.map((entry, index) => ({ ...entry, number: feed.length + index + 1, createdAt: now }))];
}

export function feedJournal(entry: Numbered, accounts: ReadonlyMap<string, Account>) {
  const JournalID = identify(entry.sourceId, entry.sourceType, entry.number);
  return {
    JournalID,
    JournalDate: entry.date,
    JournalNumber: entry.number,
    CreatedDateUTC: entry.createdAt,
    Reference: entry.reference,
    SourceID: entry.sourceId,
    SourceType: entry.sourceType,
    JournalLines: entry.lines.map((line, index) => feedLine(line, identify(JournalID, index), accounts)),
  };
}

function feedLine(line: EntryLine, JournalLineID: string, accounts: ReadonlyMap<string, Account>) {
  const account = accounts.get(line.accountId);
  const TaxAmount = line.tax ?? 0n;
  return {
    JournalLineID,
    AccountID: line.accountId,
    AccountCode: account?.Code,
    AccountType: account?.Type,
    AccountName: account?.Name,
    Description: line.description ?? "",
    NetAmount: line.net,
    GrossAmount: line.net + TaxAmount,
    TaxAmount,
    TaxType: line.taxType,
    TrackingCategories: line.tracking ?? [],
  };
}

function bySource(ledger: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of ledger) {
    const list = found.get(entry.sourceId);
    if (list) list.push(entry);
    else found.set(entry.sourceId, [entry]);
  }
  return found;
}

function reversed(entry: Entry): Entry {
  const lines = entry.lines.map((line) => ({ ...line, net: -line.net, tax: -(line.tax ?? 0n) }));
  return { ...entry, lines };
}

function fingerprint(entries: readonly Entry[] = []): string {
  return JSON.stringify(entries, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
}
