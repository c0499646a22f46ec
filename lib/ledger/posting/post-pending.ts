// Brings the ledger up to what the mirror says. Each batch is one transaction that also takes the marks off its documents, so a process
// that is killed goes on where it was, and posting what is posted already changes nothing.
import { type Transaction, transaction } from "#db/index.ts";
import { ledgerAuthority } from "#lib/ledger/journals/queries.ts";
import { reverseDocumentEntries } from "#lib/ledger/journals/reverse-document-entries.ts";
import type { PostingRules } from "#lib/ledger/posting/document.ts";
import { type BatchResult, postBatch } from "#lib/ledger/posting/post-batch.ts";
import { postingRules } from "#lib/ledger/posting/rules.ts";

/** `follow` is what comes of what a batch posted. `confirm` has the last word on each batch: when it throws, nothing of that batch was posted. */
export type PostingOptions = { rules?: PostingRules; batchSize?: number; now?: () => Date; follow?: (tx: Transaction, posted: BatchResult["posted"], now: Date) => Promise<void>; confirm?: (tx: Transaction) => Promise<void> };
/** `warnings` are sentences about what was left out, each once, the first thousand of them. */
export type PostingResult = Omit<BatchResult, "posted">;

const mostWarnings = 1000;

/** Opens its own doors, one transaction a batch. Where Xero's journals are the authority it posts on cash basis only, which they are not read for. */
export async function postPending(scope: { tenantId: string }, options: PostingOptions = {}): Promise<PostingResult> {
  const { rules = postingRules, batchSize = 200, now = () => new Date(), follow, confirm = async () => {} } = options;
  const warnings = new Set<string>();
  const total = { documents: 0, entries: 0, reversals: 0 };
  for (;;) {
    const batch = await transaction(scope, async (tx) => {
      const at = now();
      const done = (await ledgerAuthority(tx)) === "documents" ? await postBatch(tx, rules, batchSize, at) : ((await reverseDocumentEntries(tx, at)) ?? (await postBatch(tx, rules, batchSize, at, ["cash"])));
      if (done) await follow?.(tx, done.posted, at);
      await confirm(tx);
      return done;
    });
    if (!batch) return { ...total, warnings: [...warnings] };
    total.documents += batch.documents;
    total.entries += batch.entries;
    total.reversals += batch.reversals;
    for (const warning of batch.warnings) if (warnings.size < mostWarnings) warnings.add(warning);
  }
}
