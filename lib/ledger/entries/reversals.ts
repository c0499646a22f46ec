// What no longer stands is reversed, never deleted: the same lines the other way round, under the same source and version.
import type { Transaction } from "#db/index.ts";
import { findLinesOf, type NewEntry, type StoredEntry } from "#lib/ledger/entries/queries.ts";
import { reversed } from "#lib/ledger/entry.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";

export async function reversalsOf(tx: Transaction, originals: readonly StoredEntry[], rules: Pick<PostingRules, "reversalDay">, now: Date): Promise<NewEntry[]> {
  const lines = await findLinesOf(tx, originals.map(({ id }) => id));
  return originals.map((original) => {
    const { id: reversesId, basis, sourceType, sourceXeroId, sourceVersion, narration, unproven } = original;
    const date = rules.reversalDay(original, now);
    return { basis, sourceType, sourceXeroId, sourceVersion, narration, unproven, reversesId, date, lines: reversed(lines.get(reversesId) ?? []) };
  });
}

/** Those of some entries that stand: no reversals, and not reversed. */
export function standingOnes(entries: readonly StoredEntry[]): StoredEntry[] {
  const gone = new Set(entries.flatMap(({ reversesId }) => reversesId ?? []));
  return entries.filter((entry) => !entry.reversal && !gone.has(entry.id));
}
