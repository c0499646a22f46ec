// Xero's own journals, where the granted scopes and Xero's tier let them be read. They come oldest first, a hundred a call, numbered
// upwards and never changed; so the cursor is the last number read, and each call's journals are posted in the transaction that moves it.
// A full sync reads all of them again. Whoever may not read them keeps a ledger made from documents; where journals have been read once, they
// are the ledger, and it cannot go on without them: then the sync fails and says what to do.
import { z } from "zod";
import { read } from "#db/index.ts";
import { fail, failureOf } from "#lib/failure.ts";
import { findAccountIds } from "#lib/ledger/journals/queries.ts";
import { postXeroJournals, type XeroJournal } from "#lib/ledger/journals/post-xero-journals.ts";
import { ledgerAuthority } from "#lib/ledger/journals/queries.ts";
import { type Cursor, findCursor } from "#lib/sync/cursor-queries.ts";
import { commitPage, type SyncContext } from "#lib/sync/sync-context.ts";
import { sources } from "#lib/sync/sources.ts";
import { syncObject } from "#lib/sync/sync-object.ts";
import { trackingSets } from "#lib/sync/tracking-queries.ts";
import { journal } from "#lib/xero/decode.ts";

type Decoded = z.output<typeof journal>;

/** How many a call gives when there are more. */
const callSize = 100;
const scope = "accounting.journals.read";

/** `granted` are the scopes of the token in use. */
export async function syncJournals(context: SyncContext, granted: string): Promise<void> {
  if (!granted.split(" ").includes(scope)) return failWhereJournalsStand(context);
  const cursor = await read(context.scope, (q) => findCursor(q, "Journals"));
  if (cursor.completedAt !== null && cursor.completedAt >= context.startedAt) return;
  let last = placeOf(context, cursor);
  for (let call = 1; ; call += 1) {
    context.signal.throwIfAborted();
    const journals = await ask(context, last);
    if (journals === "not permitted") return;
    await meetAccounts(context, journals);
    last = journals.at(-1)?.JournalNumber ?? last;
    const more = journals.length >= callSize;
    await keep(context, journals, { page: call, last, completedAt: more ? cursor.completedAt : new Date() });
    if (!more) return;
  }
}

/** A full sync begins at the first journal, and when it was interrupted goes on where it was. */
function placeOf({ mode, startedAt }: SyncContext, { since, page }: Cursor): number {
  return mode === "full" && since?.getTime() !== startedAt.getTime() ? 0 : page;
}

/** An account may have been made after the chart was read. A journal is never passed over: without its account its call is not kept. */
async function meetAccounts(context: SyncContext, journals: readonly Decoded[]): Promise<void> {
  if (!(await firstUnknown(context, journals))) return;
  for (const source of sources.filter(({ object }) => object === "Accounts")) await syncObject(context, source, true);
  const unknown = await firstUnknown(context, journals);
  if (unknown) fail("unavailable", `Xero's journal ${unknown.JournalNumber} is on an account that Xero's chart of accounts does not have. It was not passed over; the sync goes on from there and tries again by itself.`);
}

async function firstUnknown({ scope }: SyncContext, journals: readonly Decoded[]): Promise<Decoded | undefined> {
  const known = await read(scope, findAccountIds);
  return journals.find(({ JournalLines }) => JournalLines.some(({ AccountID }) => !known.has(AccountID)));
}

async function failWhereJournalsStand(context: SyncContext): Promise<void> {
  if ((await read(context.scope, ledgerAuthority)) === "documents") return;
  fail("notPermitted", "This ledger is made from Xero's journals, and Xero no longer lets this app read them. Connect Xero again and allow the journals; everything synced so far is kept.");
}

async function ask(context: SyncContext, offset: number): Promise<Decoded[] | "not permitted"> {
  try {
    const answer = await context.client.get({ path: "Journals", query: { offset: String(offset) } });
    const journals = z.array(journal).safeParse(answer?.Journals);
    if (!journals.success) return fail("malformed", "Xero's journals cannot be read. Nothing of that page was kept; the sync can be tried again.", { cause: journals.error });
    return journals.data.toSorted((one, other) => one.JournalNumber - other.JournalNumber);
  } catch (error) {
    if (failureOf(error)?.code !== "notPermitted") throw error;
    await failWhereJournalsStand(context);
    context.warnings.push("Xero does not let this app read its journals, so the ledger is made from documents.");
    return "not permitted";
  }
}

async function keep(context: SyncContext, journals: readonly Decoded[], at: { page: number; last: number; completedAt: Date | null }): Promise<void> {
  // The job that reads everything again knows its own place by when it began.
  const since = context.mode === "full" ? context.startedAt : null;
  const cursor: Cursor = { since, page: at.last, itemCount: null, highWater: null, completedAt: at.completedAt };
  await commitPage(context, "Journals", cursor, { page: at.page, fetched: journals.length, total: null }, async (tx) => {
    const sets = await trackingSets(tx);
    const rows = journals.map((one) => asPosted(one, sets.setOf));
    await sets.save();
    const { entries, warnings } = await postXeroJournals(tx, rows);
    context.warnings.push(...warnings);
    return entries;
  });
}

function asPosted(one: Decoded, setOf: (tracking: Decoded["JournalLines"][number]["TrackingCategories"]) => string | null): XeroJournal {
  return {
    journalId: one.JournalID,
    journalNumber: one.JournalNumber,
    date: one.JournalDate,
    sourceId: one.SourceID,
    sourceType: one.SourceType,
    lines: one.JournalLines.map((line) => ({
      accountXeroId: line.AccountID,
      netAmount: line.NetAmount,
      taxAmount: line.TaxAmount,
      taxType: line.TaxType,
      trackingSetId: setOf(line.TrackingCategories),
    })),
  };
}
