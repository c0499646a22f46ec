// /Journals: at most 100 a call, oldest first, those numbered above the offset. Only an application of the Advanced tier
// may read it; the tier is a switch of the stand-in.

import type { JsonObject } from "../exact/json.ts";
import type { Ask } from "../http.ts";
import { feedJournal } from "../posting/feed.ts";
import type { Living } from "../store.ts";
import { toWire } from "./wire.ts";

const PER_CALL = 100;

export function journalsAfterOffset(living: Living, ask: Ask): readonly JsonObject[] {
  const offset = Number(ask.query.get("offset") ?? "0") || 0;
  const since = Date.parse(ask.headers["if-modified-since"] ?? "") || 0;
  return journalsOf(living)
    .filter(({ JournalNumber, CreatedDateUTC }) => JournalNumber > offset && CreatedDateUTC >= since)
    .slice(0, PER_CALL)
    .map((journal) => toWire(journal));
}

export function findJournal(living: Living, id: string): JsonObject | undefined {
  const journal = journalsOf(living).find(({ JournalID, JournalNumber }) => JournalID === id || String(JournalNumber) === id);
  if (!journal) return undefined;
  // Fetched alone, a journal does not say where it comes from.
  const { SourceID: _id, SourceType: _type, ...rest } = journal;
  return toWire(rest);
}

function journalsOf({ books, feed }: Living) {
  if (books.Journals) return [...books.Journals].sort((one, other) => one.JournalNumber - other.JournalNumber);
  const accounts = new Map(books.Accounts.map((account) => [account.AccountID, account]));
  return feed.map((entry) => feedJournal(entry, accounts));
}
