import { CircleDashed, LoaderCircle } from "lucide-react";
import type { SyncJob } from "#components/sync/sync-state.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** Where a sync stands, in a word. */
export function SyncStatus({ job }: { job: SyncJob }) {
  const { tone, words } = states[job.status];
  return (
    <Badge tone={tone}>
      {job.status === "running" && <LoaderCircle aria-hidden className="animate-spin" />}
      {job.status === "queued" && <CircleDashed aria-hidden />}
      {words}
    </Badge>
  );
}

/** Why it failed and what can be done; what was fetched before stays. */
export function SyncFailure({ job }: { job: SyncJob }) {
  if (!job.error) return null;
  return (
    <Notice tone={job.status === "failed" ? "error" : "warning"} title={job.status === "failed" ? "The last sync did not finish" : "Waiting to try again"}>
      <p>{job.error.message}</p>
    </Notice>
  );
}

const states = {
  queued: { tone: "info", words: "Waiting for the worker" },
  running: { tone: "info", words: "Syncing" },
  succeeded: { tone: "success", words: "Complete" },
  failed: { tone: "error", words: "Failed" },
  cancelled: { tone: "neutral", words: "Cancelled" },
} as const;
