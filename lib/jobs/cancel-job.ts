import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { exampleCancelledJob } from "#lib/jobs/examples.ts";
import { job } from "#lib/jobs/job.ts";
import { asJob, findJob, requestCancel } from "#lib/jobs/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many } from "#lib/scope.ts";

export const cancelJob = operation({
  name: "jobs.cancel",
  describe: "End a job. A waiting one ends at once, a running one at its next page; what it has kept stays.",
  needs: "sync:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: job,
  http: { method: "POST", path: "/jobs/{id}/cancel" },
  example: { input: { id: exampleCancelledJob.id }, output: exampleCancelledJob },
  run: async (scopes, { id }) => {
    const { tenantId } = (await readMany(scopes, (q) => findJob(q, id))) ?? refuse("notFound", "There is no such job.");
    return transaction({ tenantId }, async (tx) => {
      if (!(await requestCancel(tx, tenantId, id, new Date()))) refuse("conflict", "This job has ended already.");
      return asJob((await findJob(tx, id)) ?? refuse("notFound", "There is no such job."));
    });
  },
});
