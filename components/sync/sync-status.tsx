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

/** Why it is tried again; of one that failed for good the page itself speaks. */
export function SyncDelay({ job }: { job: SyncJob }) {
  if (!job.error || job.status === "failed") return null;
  return (
    <Notice tone="warning" title="Waiting to try again">
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
