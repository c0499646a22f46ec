"use client";

import { usePathname } from "next/navigation";
import { useSyncJob } from "#app/(signed-in)/use-sync-job.ts";
import { type OrganisationChoice, placeOf } from "#components/shell/place.ts";
import { SyncBrief } from "#components/sync/sync-brief.tsx";
import type { SyncJob } from "#components/sync/sync-state.ts";

/** In milliseconds. */
const often = 2_000;

type LiveJob = SyncJob & { tenantId: string };
type Props = { organisations: readonly OrganisationChoice[]; jobs: readonly LiveJob[] };

/** What runs for the organisation whose page this is, on each of its pages. */
export function SyncInHead({ organisations, jobs }: Props) {
  const place = placeOf(usePathname(), organisations);
  const job = jobs.find(({ tenantId }) => tenantId === place?.organisation.id);
  return place && job && <Live key={job.id} job={job} href={`${place.organisation.href}#sync`} />;
}

function Live({ job: initial, href }: { job: LiveJob; href: string }) {
  const job = useSyncJob(`/api/o/${initial.tenantId}/sync`, initial, often);
  return job && !job.done && <SyncBrief job={job} href={href} />;
}
