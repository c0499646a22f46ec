import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { readMany } from "#db/index.ts";
import { exampleDoneJob } from "#lib/jobs/examples.ts";
import { job } from "#lib/jobs/job.ts";
import { asJob, findJob, latestJobs } from "#lib/jobs/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, type Scope } from "#lib/scope.ts";

/** How often it is looked at again, in milliseconds. */
const often = 250;
/** In seconds; a proxy waits longer than this. */
const longestWait = 25;

export const getJob = operation({
  name: "jobs.get",
  describe: "One job: its status, progress, error and result. With `wait` it is answered once it has ended, or after so many seconds as it is then.",
  needs: "jobs:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional(), wait: z.int().min(0).max(longestWait).default(0) }),
  output: job,
  http: { method: "GET", path: "/jobs/{id}" },
  example: { input: { id: exampleDoneJob.id }, output: exampleDoneJob },
  run: async (scopes, { id, wait }) => {
    const deadline = Date.now() + wait * 1_000;
    for (;;) {
      const found = await jobAsItIs(scopes, id);
      if (found.done || Date.now() >= deadline) return found;
      await delay(often);
    }
  },
});

async function jobAsItIs(scopes: readonly Scope[], id: string) {
  return asJob((await readMany(scopes, (q) => findJob(q, id))) ?? refuse("notFound", "There is no such job."));
}

export const listJobs = operation({
  name: "jobs.list",
  describe: "The latest jobs, newest first.",
  needs: "jobs:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ tenantId: z.array(z.uuid()).optional(), limit: z.int().min(1).max(200).default(50) }),
  output: z.strictObject({ data: z.array(job) }),
  http: { method: "GET", path: "/jobs" },
  example: { input: { limit: 1 }, output: { data: [exampleDoneJob] } },
  run: async (scopes, { limit }) => ({ data: (await readMany(scopes, (q) => latestJobs(q, limit))).map(asJob) }),
});
