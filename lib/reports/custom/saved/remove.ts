// A custom report that nobody needs any more. What was made of it stays, with its rows.
import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { exampleDefinition } from "#lib/reports/custom/saved/examples.ts";
import { deleteDefinition, findDefinition } from "#lib/reports/custom/saved/queries.ts";
import { many, scopeOf } from "#lib/scope.ts";

export const removeReportDefinition = operation({
  name: "reportDefinitions.delete",
  describe: "Removes a custom report that is written down. Reports that were made of it stay as they are.",
  needs: "reports:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  http: { method: "DELETE", path: "/report-definitions/{id}" },
  example: { input: { id: exampleDefinition.id }, output: { id: exampleDefinition.id, removed: true } },
  async run(scopes, { id }) {
    const { tenantId } = (await readMany(scopes, (q) => findDefinition(q, id))) ?? notThere();
    const scope = scopeOf(scopes, tenantId);
    await transaction(scope, async (tx) => {
      const { name } = (await deleteDefinition(tx, id)) ?? notThere();
      await record(tx, "reportDefinition.removed", { actor: actorOf(scope), resource: { type: "ReportDefinition", id }, details: { name } });
    });
    return { id, removed: true as const };
  },
});

function notThere(): never {
  return refuse("notFound", "There is no such report, or it is not yours.");
}
