import type { ReactNode } from "react";
import type { SyncJob } from "#components/sync/sync-state.ts";
import { type Act, ActionForm } from "#components/ui/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type Props = {
  tenantId: string;
  job: SyncJob | null;
  /** "12 minutes ago", "just now"; null where no sync came through yet. */
  synced: ReactNode;
  /** Gets `tenantId`. Absent where the reader may not sync. */
  retry?: Act | undefined;
};

/** Above figures that a failed sync left as they were: why, of when they are, and the way to try again. */
export function FailedNotice({ tenantId, job, synced, retry }: Props) {
  if (job?.status !== "failed" || job.error === null) return null;
  return (
    <Notice tone="error" title="The last sync did not finish" className="mb-6 print:hidden">
      <p>
        {job.error.message} {synced === null ? "Nothing has been synced completely yet." : <>What you see is of the last good sync, {synced}, and stays as it was.</>}
      </p>
      {retry && (
        <ActionForm action={retry} hidden={{ tenantId }} className="mt-3">
          <SubmitButton size="small" pendingLabel="Starting …">
            Sync again
          </SubmitButton>
        </ActionForm>
      )}
    </Notice>
  );
}
