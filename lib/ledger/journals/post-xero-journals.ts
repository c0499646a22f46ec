// Xero's own journals, where they may be read, are the ledger: each becomes one entry as it stands. An edit in Xero is a reversal and a new
// journal there, so nothing is reversed here; reading the same journals again changes nothing.
import type { Transaction } from "#db/index.ts";
import { findEntries, insertPosted, type NewEntry } from "#lib/ledger/entries/queries.ts";
import type { EntryLine } from "#lib/ledger/entry.ts";
import { findAccountIds, findSources } from "#lib/ledger/journals/queries.ts";
import { reverseDocumentEntries } from "#lib/ledger/journals/reverse-document-entries.ts";
import { sourceKey } from "#lib/ledger/posting/plan.ts";
import type { Day } from "#lib/day.ts";
import { type Money, sum } from "#lib/money.ts";

/** Debit positive. */
export type XeroJournalLine = { accountXeroId: string; netAmount: Money; taxAmount: Money; taxType: string | null; trackingSetId: string | null };
export type XeroJournal = { journalId: string; journalNumber: number; date: Day; sourceId: string | null; sourceType: string | null; lines: readonly XeroJournalLine[] };

type Known = { accounts: ReadonlyMap<string, string>; sources: ReadonlyMap<string, { id: string; contactId: string | null }> };

/** A page of journals. What was derived from documents before is reversed first. */
export async function postXeroJournals(tx: Transaction, journals: readonly XeroJournal[], now = new Date()): Promise<{ entries: number; warnings: string[] }> {
  while (await reverseDocumentEntries(tx, now));
  const known = { accounts: await findAccountIds(tx), sources: await findSources(tx, journals.flatMap(({ sourceId }) => sourceId ?? [])) };
  const [sound, unsound] = parted(journals.filter(hasAmounts), (journal) => isSound(journal, known));
  const drafts = sound.map((journal) => entryOf(journal, known));
  const posted = await postedKeys(tx, drafts);
  const fresh = drafts.filter((entry) => !posted.has(versionKey(entry)));
  await insertPosted(tx, fresh, now);
  const warnings = unsound.map(({ journalNumber }) => `Xero's journal ${journalNumber} was left out of the ledger: it does not balance on accounts that are known.`);
  return { entries: fresh.length, warnings };
}

function hasAmounts({ lines }: XeroJournal): boolean {
  return lines.some(({ netAmount }) => netAmount !== 0n);
}

function isSound({ lines }: XeroJournal, { accounts }: Known): boolean {
  return lines.every(({ accountXeroId }) => accounts.has(accountXeroId)) && sum(lines.map(({ netAmount }) => netAmount)) === 0n;
}

function parted<T>(list: readonly T[], belongs: (each: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((each) => !belongs(each))];
}

function entryOf(journal: XeroJournal, { accounts, sources }: Known): NewEntry {
  const { journalId, journalNumber: sourceVersion, date, sourceId, sourceType } = journal;
  const source = sourceId === null ? undefined : sources.get(sourceId);
  const lines = journal.lines.filter(({ netAmount }) => netAmount !== 0n).flatMap((line) => lineOf(line, accounts.get(line.accountXeroId), source));
  return { basis: "accrual", sourceType: sourceType ?? "XERO_JOURNAL", sourceXeroId: sourceId ?? journalId, sourceVersion, date, narration: null, unproven: false, reversesId: null, lines };
}

function lineOf(line: XeroJournalLine, accountId: string | undefined, source: { id: string; contactId: string | null } | undefined): EntryLine[] {
  if (accountId === undefined) return [];
  const { netAmount: amount, taxAmount, taxType, trackingSetId } = line;
  const foreign = { currencyCode: null, currencyAmount: null, rate: null };
  return [{ accountId, amount, ...foreign, taxType, taxAmount, trackingSetId, contactId: source?.contactId ?? null, transactionId: source?.id ?? null, allocationId: null }];
}

async function postedKeys(tx: Transaction, drafts: readonly NewEntry[]): Promise<Set<string>> {
  const sources = [...new Set(drafts.map(({ sourceType }) => sourceType))];
  const stored = sources.length === 0 ? [] : await findEntries(tx, sources, [...new Set(drafts.map(({ sourceXeroId }) => sourceXeroId))]);
  return new Set(stored.map(versionKey));
}

function versionKey(entry: Pick<NewEntry, "basis" | "sourceType" | "sourceXeroId" | "sourceVersion">): string {
  return `${sourceKey(entry)}|${entry.sourceVersion}`;
}
