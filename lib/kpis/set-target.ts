// Somebody says what a key figure is to come to. The dashboard is made again with it, so that figure and target stand in one document.
import { z } from "zod";
import { read, transaction } from "#db/index.ts";
import { actorOf } from "#lib/audit/actor.ts";
import { record } from "#lib/audit/record.ts";
import { currentDashboard } from "#lib/kpis/current-dashboard.ts";
import { requireKpi } from "#lib/kpis/known-kpi.ts";
import { saveTarget } from "#lib/kpis/queries.ts";
import { renewDashboard } from "#lib/kpis/renew-dashboard.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { namesOf } from "#lib/people/names.ts";
import { writtenIn } from "#lib/reports/figure-words.ts";
import { units } from "#lib/reports/unit.ts";
import { one } from "#lib/scope.ts";
import { wireMoney, wireText } from "#lib/wire-values.ts";

export const setTarget = operation({
  name: "kpis.setTarget",
  describe: "Says what a key figure is to come to, in its unit (a percentage as 45.00); null takes the target away. Which side is good is said by the definition.",
  needs: "alerts:write",
  scope: one,
  effect: "write",
  input: z.strictObject({ tenantId: z.uuid(), kpi: wireText(100), value: wireMoney.nullable() }),
  output: z.strictObject({ kpi: z.string(), label: z.string(), unit: z.enum(units), value: z.string().nullable() }),
  http: { method: "POST", path: "/kpis/{kpi}/target" },
  example: {
    input: { tenantId: exampleOrganisation.id, kpi: "grossMarginPercent", value: "45.00" },
    output: { kpi: "grossMarginPercent", label: "Gross margin", unit: "percent", value: "45.00" },
  },
  async run(scope, { kpi, value }) {
    const { label, unit } = requireKpi(kpi);
    const { userId } = scope;
    const setBy = (await namesOf([userId])).get(userId) ?? null;
    const written = value === null ? null : writtenIn(unit, value);
    await transaction(scope, async (tx) => {
      await saveTarget(tx, { kpi, value, userId, setBy, setAt: new Date() });
      await record(tx, "kpi.targetSet", { actor: actorOf(scope), resource: { type: "Kpi", id: kpi }, details: { name: label, value: written } });
    });
    if (await read(scope, currentDashboard)) await renewDashboard(scope);
    return { kpi, label, unit, value: written };
  },
});
