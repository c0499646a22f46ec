// The demo's own use of the HTTP API, with its key.
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { job, type Job } from "#lib/jobs/job.ts";

export type Api = <Schema extends z.ZodType>(path: string, schema: Schema, request?: { method: "POST"; body: object }) => Promise<z.output<Schema>>;

export const tenants = z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), lastSyncedAt: z.string().nullable() })) });
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

/** Waits for the latest sync of an organisation to end, telling each phase it enters. Fails with the job's own sentence. */
export async function syncEnded(api: Api, tenantId: string, tell: (job: Job) => void): Promise<Job> {
  for (let phase = ""; ; await delay(300)) {
    const [latest] = (await api(`/jobs?tenantId=${tenantId}&limit=1`, jobs)).data;
    if (!latest) continue;
    if (latest.progress.phase !== phase) tell(latest);
    phase = latest.progress.phase;
    if (!latest.done) continue;
    if (latest.status !== "succeeded") throw new Error(latest.error?.message ?? `The sync ended as ${latest.status}.`);
    return latest;
  }
}
