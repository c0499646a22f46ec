import { z } from "zod";
import { readMany } from "#db/index.ts";
import { systemTransaction } from "#db/system.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { exampleQueuedJob } from "#lib/jobs/examples.ts";
import { job, syncModes } from "#lib/jobs/job.ts";
import { asJob, findJob } from "#lib/jobs/queries.ts";
import { queueSync } from "#lib/jobs/queue-sync.ts";
import { operation } from "#lib/operation.ts";
import { findOrganisationById } from "#lib/organisations/queries.ts";
import { refuse } from "#lib/refusal.ts";
import { one } from "#lib/scope.ts";

export const startSync = operation({
  name: "sync.start",
  describe: "Fetch what changed in Xero, or everything again. While a sync is queued or running, that one is the answer.",
  needs: "sync:write",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), mode: z.enum(syncModes).default("incremental") }),
  output: job,
  http: { method: "POST", path: "/tenants/{tenantId}/sync", status: 202, location: "/jobs/{id}" },
  example: { input: { tenantId: exampleQueuedJob.tenantId, mode: "incremental" }, output: exampleQueuedJob },
  run: async (scope, { mode }) => {
    const id = await systemTransaction(async (tx) => {
      const organisation = await findOrganisationById(tx, scope.tenantId);
      if (organisation?.tenantType !== "Organization") refuse("conflict", "This is a practice in Xero. It has no books of its own, so there is nothing to sync.");
      return queueSync(tx, { tenantId: scope.tenantId, userId: scope.userId, mode }, actorOf(scope));
    });
    return asJob((await readMany([scope], (q) => findJob(q, id))) ?? refuse("notFound", "There is no such job."));
  },
});
