// What happens that a program outside may want to know of, and what it is told then. `data` says what it is about; whoever wants more asks the
// API by the ids in it.
import type { EventType } from "#db/vocabulary.ts";
import type { Alert } from "#lib/alerts/alert.ts";
import type { JobError, SyncMode, SyncResult } from "#lib/jobs/job.ts";

type OfSync = { jobId: string; mode: SyncMode };
type OfReport = { id: string; type: string; name: string; periodStart: string | null; periodEnd: string; currency: string; contentHash: string };

type OfPack = { id: string; name: string; month: string; issuedAt: string; issuedBy: string | null; contentHash: string; supersedesId: string | null; reports: string[] };

export type Happening =
  | { type: "sync.succeeded"; data: OfSync & { result: SyncResult } }
  | { type: "sync.failed"; data: OfSync & { error: JobError } }
  | { type: "report.ready"; data: OfReport }
  | { type: "pack.issued"; data: OfPack }
  | { type: "alert.raised"; data: Alert }
  | { type: "alert.ended"; data: Alert }
  | { type: "tenant.reauthRequired"; data: { connectionStatus: "reauthRequired" } }
  | { type: "webhook.test"; data: { webhookId: string } };

/** Addresses where it can be looked at: `api` for programs, `page` for people. */
type Links = { api: string; page: string };

export type EventBody = { id: string; type: EventType; timestamp: string; apiVersion: "v1"; tenant: { id: string; name: string }; data: Happening["data"]; links: Links };

export function linksOf({ type, data }: Happening, tenantId: string, base: string): Links {
  const organisation = `${base}/o/${tenantId}`;
  const api = (path: string) => `${base}/api/v1/${path}`;
  if (type === "report.ready") return { api: api(`reports/${data.id}`), page: `${organisation}/reports/${data.id}` };
  if (type === "pack.issued") return { api: api(`packs/${data.id}`), page: `${organisation}/reports/packs/${data.id}` };
  if (type === "alert.raised" || type === "alert.ended") return { api: api(`alerts/${data.id}`), page: `${organisation}/alerts` };
  if (type === "webhook.test") return { api: api(`webhooks/${data.webhookId}`), page: `${base}/settings/webhooks/${data.webhookId}` };
  if (type === "tenant.reauthRequired") return { api: api(`tenants/${tenantId}`), page: organisation };
  return { api: api(`jobs/${data.jobId}`), page: organisation };
}
