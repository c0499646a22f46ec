// The demo's own use of the HTTP API, with its key.
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { job, type Job } from "#lib/jobs/job.ts";

export type Api = <Schema extends z.ZodType>(path: string, schema: Schema, request?: { method: "POST"; body: object }) => Promise<z.output<Schema>>;

export const tenants = z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), connectionStatus: z.string(), lastSyncedAt: z.string().nullable() })) });
export type Listed = z.output<typeof tenants>["data"][number];
export const reports = z.object({ data: z.array(z.object({ id: z.string(), type: z.string(), name: z.string() })) });

export function apiOf(appUrl: string, key: string): Api {
  return async (path, schema, request) => {
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const response = await fetch(`${appUrl}/api/v1${path}`, request ? { method: request.method, body: JSON.stringify(request.body), headers } : { headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return schema.parse(JSON.parse(text));
  };
}

export async function keyWorks(appUrl: string, key: string): Promise<boolean> {
  const response = await fetch(`${appUrl}/api/v1/tenants`, { headers: { authorization: `Bearer ${key}` } });
  await response.text();
  return response.ok;
}

const jobs = z.object({ data: z.array(job) });

/** The latest sync of an organisation when it has ended, telling each phase it enters. One that did not succeed is begun anew, once. */
export async function lastSync(api: Api, tenantId: string, tell: (job: Job) => void): Promise<Job> {
  const [latest] = (await api(`/jobs?tenantId=${tenantId}&limit=1`, jobs)).data;
  const ended = latest && (await syncEnded(api, latest.id, tell));
  if (ended?.status === "succeeded") return ended;
  return syncAgain(api, tenantId, tell);
}

export async function syncAgain(api: Api, tenantId: string, tell: (job: Job) => void): Promise<Job> {
  const again = await api(`/tenants/${tenantId}/sync`, job, { method: "POST", body: {} });
  return syncEnded(api, again.id, tell);
}

async function syncEnded(api: Api, id: string, tell: (job: Job) => void): Promise<Job> {
  for (let phase = ""; ; await delay(300)) {
    const now = await api(`/jobs/${id}`, job);
    if (now.progress.phase !== phase) tell(now);
    phase = now.progress.phase;
    if (now.done) return now;
  }
}
