import { z } from "zod";
import { readMany } from "#db/index.ts";
import { exampleDoneJob } from "#lib/jobs/examples.ts";
import { job } from "#lib/jobs/job.ts";
import { asJob, findJob, latestJobs } from "#lib/jobs/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";

export const getJob = operation({
  name: "jobs.get",
  describe: "One job: its status, progress, error and result.",
  needs: "jobs:read",
  scope: many,
  effect: "read",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: job,
  http: { method: "GET", path: "/jobs/{id}" },
  example: { input: { id: exampleDoneJob.id }, output: exampleDoneJob },
  run: async (scopes, { id }) => asJob((await readMany(scopes, (q) => findJob(q, id))) ?? refuse("notFound", "There is no such job.")),
});

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
