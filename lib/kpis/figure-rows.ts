// Key figures and the measures that they are computed from, as rows of a report: each formula names its measures by their rows in the same column.
import Fraction from "fraction.js";
import type { Kpi } from "#lib/kpis/definition.ts";
import { evaluateKpi } from "#lib/kpis/evaluate-kpi.ts";
import type { MeasureFigure } from "#lib/kpis/measure-figures.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import { heading, written } from "#lib/reports/statement.ts";

/** Measure id → its figure, of one column. */
export type Measured = ReadonlyMap<string, MeasureFigure>;
/** A measure, as far as its row has to know; without a sign it is positive. */
type Named = { id: string; label: string; sign?: 1 | -1 };

export function kpiRowId(id: string): string {
  return `kpi:${id}`;
}

export function measureRowId(name: string): string {
  return `measure:${name}`;
}

export function kpiCell(kpi: Kpi, column: Column, measured: Measured): Cell {
  const { value, reason, formula, names } = evaluateKpi(kpi, (name) => exact(measured.get(name)?.value));
  return { column: column.id, value, reason, unit: kpi.unit, proof: { kind: "formula", formula, inputs: names.map((name) => ({ name, row: measureRowId(name) })) } };
}

export function measureCell({ id }: Named, column: Column, measured: Measured): Cell[] {
  const figure = measured.get(id);
  return figure ? [{ column: column.id, value: figure.value, reason: null, unit: figure.unit, proof: figure.proof }] : [];
}

function exact(value: string | undefined): Fraction | null {
  return value === undefined ? null : new Fraction(value);
}

export function section({ id, label }: { id: string; label: string }): Row {
  return written(heading(`section:${id}`, label, null, 0), []);
}

export function kpiRow({ id, label }: Kpi, group: string, cells: Cell[]): Row {
  return { id: kpiRowId(id), parent: `section:${group}`, kind: "kpi", label, level: 1, accountId: null, accountCode: null, sign: 1, cells };
}

export function measureRow(measure: Named, cells: Cell[]): Row {
  const { sign = 1 } = measure;
  return { id: measureRowId(measure.id), parent: "section:measures", kind: "measure", label: measure.label, level: 1, accountId: null, accountCode: null, sign, cells };
}
