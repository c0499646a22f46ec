"use client";

import type { ComponentProps } from "react";
import { useSyncJob } from "#app/(signed-in)/use-sync-job.ts";
import { SyncPanel } from "#components/sync/sync-panel.tsx";
import type { SyncJob } from "#components/sync/sync-state.ts";

/** In milliseconds. */
const often = 1_000;

type Props = Omit<ComponentProps<typeof SyncPanel>, "job"> & { address: string; initial: SyncJob | null };

/** The panel of a sync, asked for again while it runs; when it ends, the page around it is made anew. Without scripts the page reloads. */
export function LiveSync({ address, initial, ...panel }: Props) {
  const job = useSyncJob(address, initial, often);
  return (
    <>
      {job && !job.done && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <SyncPanel {...panel} job={job} />
    </>
  );
}
