// A claimed job becomes a run of the sync: the client with a token that is renewed under way, the progress it left off with, its options.
import { systemRead } from "#db/system.ts";
import { fail, failureOf } from "#lib/failure.ts";
import { jobProgress, type JobProgress, syncParameters } from "#lib/jobs/job.ts";
import type { JobRow } from "#lib/jobs/queries.ts";
import type { Perform } from "#lib/jobs/work.ts";
import { clientOf } from "#lib/organisations/client-of.ts";
import { giveUpConnection } from "#lib/organisations/give-up-connection.ts";
import { findOrganisationById, liveTokenFor } from "#lib/organisations/queries.ts";
import { runSync } from "#lib/sync/run-sync.ts";
import { type CommitPage, showProgress, type SyncContext, together } from "#lib/sync/sync-context.ts";

/** The work of the worker. `commit` writes a page and its cursor; only a test passes another than the right one. */
export function performJob(commit: CommitPage = together): Perform {
  return async (job, signal) => {
    const organisation = await systemRead((q) => findOrganisationById(q, job.tenantId));
    if (!organisation) return fail("disconnected", "This organisation is gone.");
    for (;;) {
      const used = await systemRead((q) => liveTokenFor(q, job.tenantId));
      try {
        return await runSync(contextOf(job, organisation.tenantId, commit, signal));
      } catch (error) {
        const code = failureOf(error)?.code;
        const isTurnedAway = code === "reauthRequired" || code === "disconnected";
        if (!used || !isTurnedAway || !(await giveUpConnection(job.tenantId, used, code))) throw error;
      }
    }
  };
}

function contextOf(job: JobRow, xeroTenantId: string, commit: CommitPage, signal: AbortSignal): SyncContext {
  const context: SyncContext = {
    scope: { tenantId: job.tenantId },
    jobId: job.id,
    owner: job.leaseOwner ?? "",
    userId: job.userId,
    mode: syncParameters.parse(job.parameters).mode,
    startedAt: job.startedAt ?? new Date(),
    commit,
    progress: progressOf(job),
    warnings: [],
    signal,
    client: clientOf({
      tenantId: job.tenantId,
      xeroTenantId,
      jobId: job.id,
      signal,
      onWait: (sentence) => {
        context.progress = { ...context.progress, waiting: sentence };
        showProgress(context).catch(() => undefined);
      },
    }),
  };
  return context;
}

function progressOf(job: JobRow): JobProgress {
  const before = jobProgress.safeParse(job.progress);
  return before.success ? before.data : { phase: "queued", objects: {}, waiting: null };
}
