// Removing an own budget. What was made of it stays provable: a stored report carries the months of the budget that its figures are of.
import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { exampleBudget } from "#lib/budgets/examples.ts";
import { deleteBudget, findBudget } from "#lib/budgets/queries.ts";
import { raiseDataVersion } from "#lib/ledger/tie-out/queries.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, scopeOf } from "#lib/scope.ts";

export const removeBudget = operation({
  name: "budgets.delete",
  describe: "Removes an imported budget with its lines. Reports that were made with it keep their figures and the proof of them. Xero's budgets are removed in Xero.",
  needs: "budgets:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  http: { method: "DELETE", path: "/budgets/{id}" },
  example: { input: { id: exampleBudget.id }, output: { id: exampleBudget.id, removed: true } },
  async run(scopes, { id }) {
    const { tenantId } = (await readMany(scopes, (q) => findBudget(q, id))) ?? notThere();
    const scope = scopeOf(scopes, tenantId);
    await transaction(scope, async (tx) => {
      const { source, name, fileHash } = (await findBudget(tx, id)) ?? notThere();
      if (source === "xero") refuse("conflict", "This budget is Xero's. Remove it in Xero; the next sync removes it here.");
      await deleteBudget(tx, id);
      await raiseDataVersion(tx);
      await record(tx, "budget.removed", { actor: actorOf(scope), resource: { type: "Budget", id }, details: { name, fileHash } });
    });
    return { id, removed: true as const };
  },
});

function notThere(): never {
  return refuse("notFound", "There is no such budget, or it is not yours.");
}
