import { z } from "zod";
import { readMany, type Transaction, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { exampleCancelledJob } from "#lib/jobs/examples.ts";
import { job } from "#lib/jobs/job.ts";
import { asJob, findJob, type JobRow, requestCancel } from "#lib/jobs/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, type Scope } from "#lib/scope.ts";

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
      const row = (await findJob(tx, id)) ?? refuse("notFound", "There is no such job.");
      await recordCancel(tx, scopes, row);
      return asJob(row);
    });
  },
});

/** A waiting one has ended; of a running one the worker writes down the end. */
async function recordCancel(tx: Transaction, scopes: readonly Scope[], { id, tenantId, status, correlationId }: JobRow): Promise<void> {
  const scope = scopes.find((one) => one.tenantId === tenantId);
  if (!scope) throw new Error("A job was cancelled out of reach.");
  await record(tx, status === "cancelled" ? "sync.cancelled" : "sync.cancelRequested", { actor: actorOf(scope), resource: { type: "Job", id }, correlationId });
}
