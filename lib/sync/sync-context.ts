// What one run of a sync carries along: whose books, the client, how far it is, and how a page is committed.
import { type Transaction, transaction } from "#db/index.ts";
import type { SyncObject } from "#db/vocabulary.ts";
import type { JobProgress, Phase, SyncMode } from "#lib/jobs/job.ts";
import { saveProgress } from "#lib/jobs/queries.ts";
import { type Cursor, saveCursor } from "#lib/sync/cursor-queries.ts";
import type { XeroClient } from "#lib/xero/client.ts";

/** How the rows of a page and the cursor behind it are written: together, in one transaction. A test passes a broken one to see it noticed. */
export type CommitPage = (scope: { tenantId: string }, writeRows: (tx: Transaction) => Promise<void>, writeCursor: (tx: Transaction) => Promise<void>) => Promise<void>;

export const together: CommitPage = (scope, writeRows, writeCursor) =>
  transaction(scope, async (tx) => {
    await writeRows(tx);
    await writeCursor(tx);
  });

export type SyncContext = {
  scope: { tenantId: string };
  jobId: string;
  /** Who holds the job: without its lease nothing is written any more. */
  owner: string;
  userId: string | null;
  mode: SyncMode;
  /** When the job began; what was completed since then is not fetched again after a restart. */
  startedAt: Date;
  client: XeroClient;
  commit: CommitPage;
  progress: JobProgress;
  warnings: string[];
  signal: AbortSignal;
};

type PageCount = { page: number; fetched: number; written: number; total: number | null };

/** The progress with one page more; paging that begins again at page 1 counts again from nothing, but for the calls. */
export function withPage(progress: JobProgress, object: SyncObject, { page, fetched, written, total }: PageCount): JobProgress {
  const { calls = 0, ...before } = progress.objects[object] ?? { fetched: 0, written: 0, total: null };
  const counted = page === 1 ? { fetched: 0, written: 0, total: null } : before;
  const count = { fetched: counted.fetched + fetched, written: counted.written + written, total: total ?? counted.total, calls: calls + 1 };
  return { ...progress, waiting: null, objects: { ...progress.objects, [object]: count } };
}

/** Commits the rows of a page with the cursor behind it, and shows the page in the progress. A transaction that is tried again counts once. */
export async function commitPage(context: SyncContext, object: SyncObject, cursor: Cursor, page: Omit<PageCount, "written">, keep: (tx: Transaction) => Promise<number>): Promise<void> {
  let progress = context.progress;
  let written = 0;
  await context.commit(
    context.scope,
    async (tx) => {
      written = await keep(tx);
    },
    async (tx) => {
      progress = withPage(context.progress, object, { ...page, written });
      await saveCursor(tx, object, cursor);
      await saveProgress(tx, context, progress);
    },
  );
  context.progress = progress;
}

export async function enterPhase(context: SyncContext, phase: Phase): Promise<void> {
  context.signal.throwIfAborted();
  context.progress = { ...context.progress, phase };
  await showProgress(context);
}

export function showProgress(context: SyncContext): Promise<void> {
  return transaction(context.scope, (tx) => saveProgress(tx, context, context.progress));
}
