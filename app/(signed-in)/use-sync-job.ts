"use client";

// A sync is asked for again while it runs, and the page is made anew when it ends.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { SyncJob, SyncState } from "#components/sync/sync-state.ts";

/** What the page knew, or what was heard since; a page made anew wins. `often` in milliseconds. */
export function useSyncJob(address: string, initial: SyncJob | null, often: number): SyncJob | null {
  const [heard, setHeard] = useState<{ since: SyncJob | null; job: SyncJob | null }>();
  const router = useRouter();
  const job = heard?.since === initial ? heard.job : initial;
  const done = job?.done ?? true;

  useEffect(() => {
    if (done) return;
    const timer = setInterval(async () => {
      const next = await ask(address);
      if (!next) return;
      setHeard({ since: initial, job: next.job });
      if (next.job?.done) router.refresh();
    }, often);
    return () => clearInterval(timer);
  }, [address, done, initial, often, router]);

  return job;
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
