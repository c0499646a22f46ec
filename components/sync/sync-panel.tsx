import type { ReactNode } from "react";
import { SyncOutcome } from "#components/sync/sync-outcome.tsx";
import { SyncProgress } from "#components/sync/sync-progress.tsx";
import { phaseWords, type SyncJob } from "#components/sync/sync-state.ts";
import { SyncDelay, SyncStatus } from "#components/sync/sync-status.tsx";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  tenantId: string;
  job: SyncJob | null;
  /** "Last complete sync 12 minutes ago", or that there was none yet. */
  lastSynced: ReactNode;
  /** Gets `tenantId` and `mode`. Absent where the reader may not sync, or there is no connection. */
  start?: Act | undefined;
  /** Gets `tenantId` and `id`. */
  cancel?: Act | undefined;
};

/** The sync of one organisation: the one under way with its counts, or the last one and how to begin another. It can be left at any time. */
export function SyncPanel({ tenantId, job, lastSynced, start, cancel }: Props) {
  const running = job && !job.done ? job : null;
  return (
    <Card
      title="Sync with Xero"
      description={running ? "You can leave this page; the sync goes on." : lastSynced}
      actions={running ? <Cancel tenantId={tenantId} job={running} cancel={cancel} /> : <Start tenantId={tenantId} start={start} />}
      flush
    >
      {job && (
        <div className="flex flex-col gap-3 pb-3">
          <div className="flex flex-col items-start gap-3 px-4 sm:px-5">
            <p role="status" className="flex flex-wrap items-center gap-2">
              <SyncStatus job={job} />
              {running && <span className="text-muted">{running.progress.waiting ?? phaseWords[running.progress.phase]}</span>}
            </p>
            <SyncDelay job={job} />
          </div>
          {job.result ? <SyncOutcome job={job} result={job.result} /> : <SyncProgress job={job} />}
        </div>
      )}
    </Card>
  );
}

function Start({ tenantId, start }: Pick<Props, "tenantId" | "start">) {
  if (!start) return null;
  return (
    <ActionForm action={start} hidden={{ tenantId }}>
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="mode" value="incremental" variant="primary" size="small">
          Sync now
        </SubmitButton>
        <SubmitButton name="mode" value="full" size="small" title="Asks Xero for everything again, not only for what has changed">
          Full sync
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Cancel({ tenantId, job, cancel }: { job: SyncJob } & Pick<Props, "tenantId" | "cancel">) {
  if (!cancel) return null;
  return (
    <ActionForm action={cancel} hidden={{ tenantId, id: job.id }}>
      <SubmitButton size="small">Cancel</SubmitButton>
    </ActionForm>
  );
}
