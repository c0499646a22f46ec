// A sync as it is shown: the one under way, or the last one.
import { countInWords } from "#lib/amount-label.ts";
import { syncObjects } from "#db/vocabulary.ts";
import type { Job, ObjectProgress } from "#lib/jobs/job.ts";

export type SyncJob = Pick<Job, "id" | "status" | "done" | "progress" | "error" | "result">;
export type SyncState = { job: SyncJob | null; lastSyncedAt: string | null };
export type ObjectLine = ObjectProgress & { name: string; label: string };

/** What has been asked for so far, in the order of fetching. */
export function objectLines({ progress: { objects } }: SyncJob): ObjectLine[] {
  return syncObjects.flatMap((name) => {
    const progress = objects[name];
    return progress ? [{ name, label: inWords(name), ...progress }] : [];
  });
}

/** "Syncing, 1,240 objects". */
export function inBrief({ status, progress }: SyncJob): string {
  if (status === "queued") return "Sync waits";
  const count = Object.values(progress.objects).reduce((sum, { fetched = 0 } = { fetched: 0, written: 0, total: null, calls: 0 }) => sum + fetched, 0);
  return count === 0 ? "Syncing" : `Syncing, ${countInWords(count)} ${count === 1 ? "object" : "objects"}`;
}

/** BankTransactions → "Bank transactions". */
export function inWords(name: string): string {
  const words = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a phase does, for those who wait for it. */
export const phaseWords: Record<SyncJob["progress"]["phase"], string> = {
  queued: "Starts as soon as the worker is free",
  settings: "Reading the organisation, its accounts and contacts",
  documents: "Reading documents",
  ledger: "Posting the ledger",
  trialBalance: "Comparing with Xero's trial balance",
  reports: "Storing the statements",
  done: "Done",
};

/** With two decimals: 0.31. */
export function inMegabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}
