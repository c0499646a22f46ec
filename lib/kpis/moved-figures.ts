// What today's definitions make of a dashboard that was stored under others: its measures are in it, so every key figure can be worked out
// again from the report alone. A figure that comes out otherwise was moved by a definition, not by the books.
import Fraction from "fraction.js";
import { kpiRowId, measureRowId } from "#lib/kpis/figure-rows.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import { type Definitions, definitions as todays } from "#lib/kpis/definitions.ts";
import { evaluateKpi } from "#lib/kpis/evaluate-kpi.ts";
import type { Report, Row } from "#lib/reports/report.ts";

/** `after` is null where it is not meaningful, or not defined, any more; `why` says which. */
export type MovedFigure = { kpi: string; label: string; column: string; before: string | null; after: string | null; why: string | null };

export function movedFigures(report: Report, { groups }: Definitions = todays): MovedFigure[] {
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  const kpis = new Map(groups.flatMap((group) => group.kpis).map((kpi) => [kpiRowId(kpi.id), kpi]));
  return report.rows.filter(({ kind }) => kind === "kpi").flatMap((row) => movedIn(row, kpis.get(row.id), rows));
}

function movedIn(row: Row, kpi: Kpi | undefined, rows: ReadonlyMap<string, Row>): MovedFigure[] {
  return row.cells.flatMap(({ column, value: before, unit }) => {
    const { value: after, reason: why } = kpi ? evaluateKpi(kpi, (name) => stored(rows, name, column)) : { value: null, reason: "No definition has this key figure any more." };
    return after === before && (kpi?.unit ?? unit) === unit ? [] : [{ kpi: row.id, label: row.label, column, before, after, why }];
  });
}

function stored(rows: ReadonlyMap<string, Row>, name: string, column: string): Fraction | null {
  const value = rows.get(measureRowId(name))?.cells.find((cell) => cell.column === column)?.value;
  return value ? new Fraction(value) : null;
}
