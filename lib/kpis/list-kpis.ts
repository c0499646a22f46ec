// The key figures of one month as a flat list, for programs that put them somewhere else: read from the stored dashboard, never computed here.
import { z } from "zod";
import { read } from "#db/index.ts";
import type { Day } from "#lib/day.ts";
import { type DrawnReport, type DrawnRow, toDrawnDashboard } from "#lib/kpis/drawn-report.ts";
import { findLatestDashboard } from "#lib/kpis/queries.ts";
import type { StatedTarget } from "#lib/kpis/target.ts";
import { money } from "#lib/money.ts";
import { operation } from "#lib/operation.ts";
import { exampleOrganisation } from "#lib/organisations/examples.ts";
import { refuse } from "#lib/refusal.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";
import type { Column } from "#lib/reports/report.ts";
import { daySchema } from "#lib/reports/values.ts";
import { units } from "#lib/reports/unit.ts";
import { one } from "#lib/scope.ts";

type DrawnCell = DrawnRow["cells"][number];
const trends = ["up", "down", "level"] as const;

const flatKpi = z.object({
  /** The id of its definition: grossMarginPercent. */
  name: z.string(),
  label: z.string(),
  value: z.string().nullable(),
  unit: z.enum(units),
  /** Against the month before; null where one of the two has no figure. */
  trend: z.enum(trends).nullable(),
  /** What it was to come to when the dashboard was made, if anything. */
  target: z.string().nullable(),
  meaningful: z.boolean(),
  /** Why there is no value, when there is none. */
  reason: z.string().nullable(),
});

export const listKpis = operation({
  name: "kpis.list",
  describe: "The key figures of the last closed month, or of the month that had ended by asAt, from the newest stored dashboard.",
  needs: "reports:read",
  scope: one,
  effect: "read",
  input: z.strictObject({ tenantId: z.uuid(), asAt: daySchema.optional() }),
  output: z.object({ data: z.array(flatKpi), currency: z.string(), periodStart: daySchema.nullable(), periodEnd: daySchema, reportId: z.uuid() }),
  http: { method: "GET", path: "/kpis" },
  example: {
    input: { tenantId: exampleOrganisation.id },
    output: {
      data: [
        { name: "grossMarginPercent", label: "Gross margin", value: "61.90", unit: "percent", trend: "up", target: "45.00", meaningful: true, reason: null },
        { name: "interestCover", label: "Interest cover", value: null, unit: "ratio", trend: null, target: null, meaningful: false, reason: "No interest was charged in these days." },
      ],
      currency: "NZD",
      periodStart: "2026-10-01",
      periodEnd: "2026-10-31",
      reportId: exampleStoredReport.id,
    },
  },
  async run(scope, { asAt }) {
    const stored = (await read(scope, findLatestDashboard)) ?? refuse("notFound", "No dashboard is stored yet. The next complete sync makes one; so does POST /reports with the type KPI_DASHBOARD.");
    const { id: reportId, report } = toDrawnDashboard(stored);
    const { column, before } = columnsAt(report, asAt);
    const data = report.rows.filter(({ kind }) => kind === "kpi").map((row) => flat(row, column, before, report.targets ?? []));
    return { data, currency: report.currency, periodStart: column.start, periodEnd: column.end, reportId };
  },
});

function columnsAt(report: DrawnReport, asAt: Day | undefined): { column: Column; before: Column | undefined } {
  const months = report.columns.filter(({ kind, end }) => kind === "period" && (asAt === undefined || end <= asAt));
  const column = months.at(-1) ?? refuse("notFound", `No month of the stored dashboard had ended by ${asAt}. Make one that has: POST /reports with the type KPI_DASHBOARD and that day as asAt.`);
  return { column, before: months.at(-2) };
}

function flat(row: DrawnRow, column: Column, before: Column | undefined, targets: readonly StatedTarget[]): z.output<typeof flatKpi> {
  const cell = cellIn(row, column);
  const { value, reason, unit } = cell ?? { value: null, reason: "There is no such figure.", unit: "money" };
  const name = row.id.replace("kpi:", "");
  const target = targets.find(({ kpi }) => kpi === name)?.value ?? null;
  return { name, label: row.label, value, unit, trend: trendOf(cell, before && cellIn(row, before)), target, meaningful: value !== null, reason };
}

function cellIn(row: DrawnRow, { id }: Column): DrawnCell | undefined {
  return row.cells.find((cell) => cell.column === id);
}

/** Figures of every unit have four decimals at most, as money has. */
function trendOf(now: DrawnCell | undefined, before: DrawnCell | undefined): (typeof trends)[number] | null {
  if (!now?.value || !before?.value) return null;
  const step = money(now.value) - money(before.value);
  return step === 0n ? "level" : step > 0n ? "up" : "down";
}
