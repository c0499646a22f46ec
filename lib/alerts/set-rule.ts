// Somebody says when they want to be told of a key figure. The rule is held against the current dashboard at once, so that whoever sets one sees
// whether it stands.
import { z } from "zod";
import { transaction } from "#db/index.ts";
import { alertSides } from "#db/vocabulary.ts";
import { ruleSchema, toRule } from "#lib/alerts/alert.ts";
import { exampleRule } from "#lib/alerts/examples.ts";
import { findRuleOf, saveRule } from "#lib/alerts/queries.ts";
import { watchAnew } from "#lib/alerts/watch-figures.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { currentDashboard } from "#lib/kpis/current-dashboard.ts";
import { kpisById } from "#lib/kpis/definitions.ts";
import { requireKpi } from "#lib/kpis/known-kpi.ts";
import { operation } from "#lib/operation.ts";
import { namesOf } from "#lib/people/names.ts";
import { writtenIn } from "#lib/reports/figure-words.ts";
import { one } from "#lib/scope.ts";
import { wireMoney, wireText } from "#lib/wire-values.ts";

export const setRule = operation({
  name: "alerts.setRule",
  describe: "Raises an alert when a key figure of the last closed month is above or below a threshold, in its unit. It ends when the figure is back by the band. One rule a key figure and side; what was there is replaced.",
  needs: "alerts:write",
  scope: one,
  effect: "write",
  input: z.strictObject({
    tenantId: z.uuid(),
    kpi: wireText(100),
    side: z.enum(alertSides, { error: "A figure can be watched above or below its threshold." }),
    threshold: wireMoney,
    band: wireMoney.refine((band) => band >= 0n, "The band says how far a figure must come back, and is not negative.").default(0n),
  }),
  output: ruleSchema,
  http: { method: "POST", path: "/alert-rules" },
  example: { input: { tenantId: exampleRule.tenantId, kpi: exampleRule.kpi, side: exampleRule.side, threshold: exampleRule.threshold, band: exampleRule.band }, output: exampleRule },
  async run(scope, { kpi, side, threshold, band }) {
    const { label, unit } = requireKpi(kpi);
    const { userId } = scope;
    const setBy = (await namesOf([userId])).get(userId) ?? null;
    return transaction(scope, async (tx) => {
      const now = new Date();
      await saveRule(tx, { kpi, side, threshold, band, userId, setBy, setAt: now });
      const rule = await findRuleOf(tx, kpi, side);
      if (!rule) throw new Error("A rule was not written.");
      await watchAnew(tx, rule, await currentDashboard(tx), now);
      await record(tx, "alert.ruleSet", { actor: actorOf(scope), resource: { type: "AlertRule", id: rule.id }, details: { name: label, side, threshold: writtenIn(unit, threshold), band: writtenIn(unit, band) } });
      return toRule(rule, kpisById);
    });
  },
});
