import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { toRule } from "#lib/alerts/alert.ts";
import { exampleRule } from "#lib/alerts/examples.ts";
import { deleteRule, findRule } from "#lib/alerts/queries.ts";
import { watchNoMore } from "#lib/alerts/watch-figures.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { kpisById } from "#lib/kpis/definitions.ts";
import { operation } from "#lib/operation.ts";
import { refuse } from "#lib/refusal.ts";
import { many, scopeOf } from "#lib/scope.ts";

export const removeRule = operation({
  name: "alerts.removeRule",
  describe: "Takes a rule away. Its alert, if one is open, is over; those that are over stay.",
  needs: "alerts:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: z.strictObject({ id: z.uuid(), removed: z.literal(true) }),
  http: { method: "DELETE", path: "/alert-rules/{id}" },
  example: { input: { id: exampleRule.id }, output: { id: exampleRule.id, removed: true } },
  async run(scopes, { id }) {
    const { tenantId } = (await readMany(scopes, (q) => findRule(q, id))) ?? notThere();
    const scope = scopeOf(scopes, tenantId);
    await transaction(scope, async (tx) => {
      const rule = (await findRule(tx, id)) ?? notThere();
      await watchNoMore(tx, rule, new Date());
      await deleteRule(tx, id);
      const { label: name, side, threshold } = toRule(rule, kpisById);
      await record(tx, "alert.ruleRemoved", { actor: actorOf(scope), resource: { type: "AlertRule", id }, details: { name, side, threshold } });
    });
    return { id, removed: true as const };
  },
});

function notThere(): never {
  return refuse("notFound", "There is no such rule, or it is not yours.");
}
