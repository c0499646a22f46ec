// An alert for each document that a batch of postings changed on a day that is closed, in the transaction that posts it. The lock is that of the last complete
// sync: what was corrected before somebody locked the month is none of it, and what was unlocked for a moment is. An issued pack closes all days up to the end
// of its month, for every statement in it rests on them.
import type { Transaction } from "#db/index.ts";
import type { LockedChangeFacts } from "#lib/alerts/alert.ts";
import { type LockedChange, lockedChanges, type Posted } from "#lib/alerts/locked-changes.ts";
import { findAccountNames, findClosedDays } from "#lib/alerts/queries.ts";
import { raiseTogether } from "#lib/alerts/tell.ts";
import { type DocumentRow, findDocuments } from "#lib/ledger/posting/queries.ts";
import { decimal } from "#lib/money.ts";

type Names = Awaited<ReturnType<typeof findAccountNames>>;
type ClosedDays = Awaited<ReturnType<typeof findClosedDays>>;

export async function tellLockedChanges(tx: Transaction, posted: readonly Posted[], now: Date): Promise<void> {
  if (posted.length === 0) return;
  const closed = await findClosedDays(tx);
  const closedTo = [closed.lockedTo, closed.issued?.to ?? null].filter((day) => day !== null).toSorted().at(-1);
  const changes = closedTo === undefined ? [] : lockedChanges(posted, closedTo);
  if (changes.length === 0) return;
  const names = await findAccountNames(tx, [...new Set(changes.flatMap(({ effects }) => effects.map(({ accountId }) => accountId)))]);
  const documents = new Map((await findDocuments(tx, changes.map(({ sourceXeroId }) => sourceXeroId))).map((row) => [row.xeroId, row]));
  await raiseTogether(tx, changes.map((change) => factsOf(change, { closed, names, document: documents.get(change.sourceXeroId) })), now);
}

type Known = { closed: ClosedDays; names: Names; document: DocumentRow | undefined };

function factsOf(change: LockedChange, { closed, names, document }: Known): LockedChangeFacts {
  const [before, after] = [change.before, change.after].map((standing) => standing && { date: standing.date, amount: decimal(standing.amount) });
  const effects = change.effects.map(({ accountId, month, amount }) => {
    const { code = null, name = "" } = names.get(accountId) ?? {};
    return { accountId, code, name, month, amount: decimal(amount) };
  });
  return { kind: "lockedChange", document: documentOf(change, document), ...closed, before: before ?? null, after: after ?? null, effects };
}

/** Manual journals and allocations are no transactions of ours: they are known by what their entries say. */
function documentOf({ sourceType, sourceXeroId, narration }: LockedChange, row: DocumentRow | undefined): LockedChangeFacts["document"] {
  if (!row) return { id: null, xeroId: sourceXeroId, type: words.get(sourceType) ?? sourceType, xeroType: sourceType, number: narration, reference: null, contactName: null };
  const { id, xeroId, type, xeroType, number, reference, contactName } = row;
  return { id, xeroId, type, xeroType, number, reference, contactName };
}

const words = new Map([
  ["manualJournal", "MANUAL_JOURNAL"],
  ["allocation", "ALLOCATION"],
]);
