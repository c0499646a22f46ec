"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, useEffect, useState } from "react";
import { SyncPanel } from "#components/sync/sync-panel.tsx";
import type { SyncState } from "#components/sync/sync-state.ts";

/** In milliseconds. */
const often = 1_000;

type Props = Omit<ComponentProps<typeof SyncPanel>, "job"> & { address: string; initial: SyncState };

/** The panel of a sync, asked for again while it runs; when it ends, the page around it is made anew. Without scripts the page reloads. */
export function LiveSync({ address, initial, ...panel }: Props) {
  const { job } = useLatest(address, initial);
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

/** What the page knew, or what was heard since; a page made anew wins. */
function useLatest(address: string, initial: SyncState): SyncState {
  const [heard, setHeard] = useState<{ since: SyncState; state: SyncState }>();
  const router = useRouter();
  const state = heard?.since === initial ? heard.state : initial;
  const done = state.job?.done ?? true;

  useEffect(() => {
    if (done) return;
    const timer = setInterval(async () => {
      const next = await ask(address);
      if (!next) return;
      setHeard({ since: initial, state: next });
      if (next.job?.done) router.refresh();
    }, often);
    return () => clearInterval(timer);
  }, [address, done, initial, router]);

  return state;
}

/** Nothing when the server cannot be reached for a moment: the last counts stay, and it is asked again. */
async function ask(address: string): Promise<SyncState | undefined> {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" } });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
