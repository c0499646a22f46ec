// The rules of an organisation held against a stored dashboard: what its last closed month comes to. Holding them against the same one again changes
// nothing.
import type { Transaction } from "#db/index.ts";
import { type AlertRow, findRules, type RuleRow, updateAlert, watchedAlerts } from "#lib/alerts/queries.ts";
import { type FigureFacts, factsSchema, type Reading } from "#lib/alerts/alert.ts";
import { isBeyond, nextStanding, type Standing } from "#lib/alerts/judge.ts";
import { end, raise } from "#lib/alerts/tell.ts";
import { comparedIn, type DrawnReport, valueIn } from "#lib/kpis/drawn-report.ts";
import { kpisById } from "#lib/kpis/definitions.ts";
import { kpiRowId } from "#lib/kpis/figure-rows.ts";
import { money } from "#lib/money.ts";
import { writtenIn } from "#lib/reports/figure-words.ts";

export type WatchedDashboard = { id: string; report: Pick<DrawnReport, "columns" | "rows" | "currency"> };

export async function watchFigures(tx: Transaction, dashboard: WatchedDashboard, now: Date): Promise<void> {
  const rules = await findRules(tx);
  const open = rules.length === 0 ? new Map<string, AlertRow>() : await openByWatch(tx);
  for (const rule of rules) await follow(tx, rule, open.get(watchName(rule)), dashboard, now);
}

/** A rule that has just been set: an alert stands where the new threshold is crossed, whatever the rule was before. */
export async function watchAnew(tx: Transaction, rule: RuleRow, dashboard: WatchedDashboard | undefined, now: Date): Promise<void> {
  const open = (await openByWatch(tx)).get(watchName(rule));
  const reading = dashboard && readingOf(rule.kpi, dashboard);
  if (!dashboard || !reading) return;
  if (open && !isBeyond(rule, money(reading.figure))) await end(tx, open.id, { ending: "ruleChanged", facts: latestFacts(open, rule, reading) }, now);
  else await follow(tx, rule, open, dashboard, now);
}

/** A rule that is removed takes its open alert along. */
export async function watchNoMore(tx: Transaction, rule: RuleRow, now: Date): Promise<void> {
  const open = (await openByWatch(tx)).get(watchName(rule));
  if (open) await end(tx, open.id, { ending: "ruleRemoved" }, now);
}

async function follow(tx: Transaction, rule: RuleRow, open: AlertRow | undefined, { id, report }: WatchedDashboard, now: Date): Promise<void> {
  const reading = readingOf(rule.kpi, { id, report });
  if (!reading) return;
  const before = standingOf(open);
  const after = nextStanding(rule, before, money(reading.figure));
  if (!open && after.isOpen) await raise(tx, newFacts(rule, reading, report.currency), watchName(rule), now);
  if (!open) return;
  const facts = latestFacts(open, rule, reading);
  if (!after.isOpen) await end(tx, open.id, { ending: "figure", facts }, now);
  else await updateAlert(tx, open.id, { facts, ...(after.isAcknowledged ? {} : unseen) });
}

const unseen = { acknowledgedAt: null, acknowledgedBy: null, acknowledgedById: null };

function standingOf(open: AlertRow | undefined): Standing {
  return open ? { isOpen: true, figure: money(figureFacts(open).latest.figure), isAcknowledged: open.acknowledgedAt !== null } : { isOpen: false };
}

/** Undefined where the figure is not meaningful, or not there. */
function readingOf(kpi: string, { id: reportId, report }: WatchedDashboard): Reading | undefined {
  const column = comparedIn(report).last;
  const row = report.rows.find((candidate) => candidate.id === kpiRowId(kpi));
  const figure = row && column ? valueIn(row, column.id) : null;
  return row && column && figure !== null ? { figure, reportId, cell: `${row.id}|${column.id}`, asAt: column.end } : undefined;
}

function newFacts(rule: RuleRow, reading: Reading, currency: string): FigureFacts {
  return { kind: "figure", ...told(rule), currency, raisedBy: reading, latest: reading };
}

function latestFacts(open: AlertRow, rule: RuleRow, latest: Reading): FigureFacts {
  return { ...figureFacts(open), ...told(rule), latest };
}

function told({ kpi, side, threshold, band }: RuleRow) {
  const { label, unit } = kpisById.get(kpi) ?? { label: kpi, unit: "ratio" as const };
  return { kpi, label, unit, side, threshold: writtenIn(unit, threshold), band: writtenIn(unit, band) };
}

function figureFacts({ id, facts }: AlertRow): FigureFacts {
  const read = factsSchema.parse(facts);
  if (read.kind !== "figure") throw new Error(`The alert ${id} is of no figure.`);
  return read;
}

async function openByWatch(tx: Transaction): Promise<Map<string, AlertRow>> {
  return new Map((await watchedAlerts(tx)).map((alert) => [alert.watched ?? "", alert]));
}

function watchName({ kpi, side }: Pick<RuleRow, "kpi" | "side">): string {
  return `${kpi} ${side}`;
}
