// What the page of alerts shows, in five questions: rules, targets, what is open, what is over, and whether the reader gets it by e-mail.
import type { Query } from "#db/index.ts";
import { type Alert, type AlertRule, toAlert, toRule } from "#lib/alerts/alert.ts";
import { findRules, openAlerts, pastAlerts } from "#lib/alerts/queries.ts";
import { isReader } from "#lib/alerts/reader-queries.ts";
import { kpisById } from "#lib/kpis/definitions.ts";
import { findTargets } from "#lib/kpis/queries.ts";
import { statedTargets } from "#lib/kpis/target.ts";
import type { Unit } from "#lib/reports/unit.ts";

type Target = { kpi: string; label: string; unit: Unit; value: string };
type AlertsPage = { rules: AlertRule[]; targets: Target[]; open: Alert[]; past: Alert[]; isMailed: boolean };

const most = { open: 100, past: 50 };

export async function findAlertsPage(q: Query, userId: string): Promise<AlertsPage> {
  const rules = (await findRules(q)).map((rule) => toRule(rule, kpisById));
  const targets = statedTargets(await findTargets(q)).flatMap(({ kpi, value }) => {
    const { label, unit } = kpisById.get(kpi) ?? {};
    return label && unit ? [{ kpi, label, unit, value }] : [];
  });
  return { rules, targets, open: (await openAlerts(q, null, most.open)).map(toAlert), past: (await pastAlerts(q, null, most.past)).map(toAlert), isMailed: await isReader(q, userId) };
}

/** Every key figure by its name, for a form. */
export const kpiChoices = [...kpisById.values()].map(({ id, label, unit }) => ({ value: id, label: unit === "money" ? label : `${label} (${unitWords(unit)})` }));

function unitWords(unit: Unit): string {
  return unit === "percent" ? "%" : unit;
}
