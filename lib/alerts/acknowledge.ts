// Somebody has seen an alert. That of a figure stands until the figure comes back, and is to be seen again when it changes; that of a changed document
// is over with it.
import { z } from "zod";
import { readMany, transaction } from "#db/index.ts";
import { alertSchema, toAlert } from "#lib/alerts/alert.ts";
import { exampleAlert } from "#lib/alerts/examples.ts";
import { findAlert, updateAlert } from "#lib/alerts/queries.ts";
import { end } from "#lib/alerts/tell.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { operation } from "#lib/operation.ts";
import { namesOf } from "#lib/people/names.ts";
import { refuse } from "#lib/refusal.ts";
import { many, scopeOf } from "#lib/scope.ts";

export const acknowledgeAlert = operation({
  name: "alerts.acknowledge",
  describe: "Says that somebody has seen an alert. Of a key figure it holds until the figure changes; the alert of a changed document is over with it.",
  needs: "alerts:write",
  scope: many,
  effect: "write",
  input: z.strictObject({ id: z.uuid(), tenantId: z.array(z.uuid()).optional() }),
  output: alertSchema,
  http: { method: "POST", path: "/alerts/{id}/acknowledge" },
  example: { input: { id: exampleAlert.id }, output: { ...exampleAlert, acknowledgedAt: "2026-11-21T07:20:00.000Z", acknowledgedBy: "Ada Wright" } },
  async run(scopes, { id }) {
    const { tenantId } = (await readMany(scopes, (q) => findAlert(q, id))) ?? notThere();
    const scope = scopeOf(scopes, tenantId);
    const { userId } = scope;
    const acknowledgedBy = (await namesOf([userId])).get(userId) ?? null;
    return transaction(scope, async (tx) => {
      const alert = (await findAlert(tx, id)) ?? notThere();
      if (alert.endedAt) refuse("conflict", "This alert is over already. Nothing was changed.");
      if (alert.acknowledgedAt) return toAlert(alert);
      const now = new Date();
      const seen = { acknowledgedById: userId, acknowledgedBy, acknowledgedAt: now };
      const told = alert.kind === "lockedChange" ? await end(tx, id, { ...seen, ending: "acknowledged" }, now) : toAlert(await updateAlert(tx, id, seen));
      await record(tx, "alert.acknowledged", { actor: actorOf(scope), resource: { type: "Alert", id }, details: { name: told.facts.kind === "figure" ? told.facts.label : (told.facts.document.number ?? told.facts.document.xeroId) } });
      return told;
    });
  },
});

function notThere(): never {
  return refuse("notFound", "There is no such alert, or it is not yours.");
}
