// The organisations as they stand now. Books are replaced, never changed in place: an edit makes new books, and the view
// and the ledger are computed from them afresh, so that reports always follow the documents.

import { neutral } from "./books/neutral.ts";
import type { Books } from "./books/read.ts";
import { settlementsOf } from "./books/settle.ts";
import { type View, viewOf } from "./books/view.ts";
import { startOf } from "./exact/day.ts";
import type { Entry } from "./posting/entry.ts";
import { type Feed, feedAfter, firstFeed } from "./posting/feed.ts";
import { cashLedgerOf, ledgerOf, undoneEntries } from "./posting/post.ts";

export type Living = {
  readonly books: Books;
  readonly view: View;
  readonly ledger: readonly Entry[];
  // Summed when somebody asks for it: few do.
  readonly cashLedger: () => readonly Entry[];
  readonly feed: Feed;
};

export type Store = {
  readonly all: () => readonly Living[];
  readonly find: (organisationId: string) => Living | undefined;
  readonly replace: (living: Living) => void;
  readonly reset: () => void;
};

export function openStore(organisations: readonly Books[]): Store {
  const first = new Map(organisations.map((books) => [books.Organisation.OrganisationID, liveOn(books)]));
  let current = new Map(first);
  return {
    all: () => [...current.values()],
    find: (organisationId) => current.get(organisationId.toLowerCase()),
    replace: (living) => {
      current.set(living.books.Organisation.OrganisationID, living);
    },
    reset: () => {
      current = new Map(first);
    },
  };
}

// The first look compares what the file states with what follows from it, and refuses a difference.
export function liveOn(books: Books): Living {
  viewOf(books, settlementsOf(books));
  const computed = compute(neutral(books));
  return { ...computed, feed: firstFeed(computed.ledger, undoneEntries(computed.books), startOf) };
}

export function liveAfter(before: Living, books: Books, now: number): Living {
  const computed = compute(books);
  return { ...computed, feed: feedAfter(before.feed, before.ledger, computed.ledger, now) };
}

function compute(books: Books) {
  const settlements = settlementsOf(books);
  let onCash: readonly Entry[] | undefined;
  const cashLedger = () => {
    onCash ??= cashLedgerOf(books, settlements);
    return onCash;
  };
  return { books, view: viewOf(books, settlements), ledger: ledgerOf(books, settlements), cashLedger };
}
