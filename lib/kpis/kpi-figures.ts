// Some key figures of the last month, read from the stored report.
import { kpiRowId } from "#lib/kpis/figure-rows.ts";
import { comparedIn, type DrawnReport } from "#lib/kpis/drawn-report.ts";
import type { Unit } from "#lib/reports/unit.ts";

/** `cell` is "row|column" of the proof. */
export type KpiFigure = { id: string; label: string; value: string | null; unit: Unit; reason: string | null; cell: string };

const ofRatios = ["workingCapital", "currentRatio", "quickRatio", "cashConversionCycle", "debtToEquity", "interestCover", "returnOnEquityPercent"];

export function ratiosOf(report: DrawnReport): KpiFigure[] {
  const { last } = comparedIn(report);
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  return ofRatios.flatMap((id) => {
    const row = rows.get(kpiRowId(id));
    const cell = row?.cells.find(({ column }) => column === last?.id);
    return row && cell ? [{ id, label: row.label, value: cell.value, unit: cell.unit, reason: cell.reason, cell: `${row.id}|${cell.column}` }] : [];
  });
}
