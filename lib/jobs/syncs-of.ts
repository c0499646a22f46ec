import type { Job } from "#lib/jobs/job.ts";

/** Of an organisation among those of several, as `lastSyncs` finds them: the sync that was asked for last, and the last that came through. */
export function syncsOf(id: string, jobs: readonly Job[]): { latest: Job | undefined; complete: Job | undefined } {
  const own = jobs.filter(({ tenantId }) => tenantId === id).toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return { latest: own[0], complete: own.find(({ status }) => status === "succeeded") };
}
