// The rows of a dashboard: key figures by group, and beneath them every measure that they are computed from, so that the stored report holds
// all it takes to work a figure out again. Between them stand cash week by week, the accounts of the last month, and who owes most.
import Fraction from "fraction.js";
import { accountRows } from "#lib/kpis/account-rows.ts";
import { weekRows } from "#lib/kpis/cash-weeks.ts";
import { debtorRows } from "#lib/kpis/debtor-rows.ts";
import type { Kpi, Measure } from "#lib/kpis/definition.ts";
import type { Definitions } from "#lib/kpis/definitions.ts";
import { evaluateKpi } from "#lib/kpis/evaluate-kpi.ts";
import { type KpiBooks, type MeasureFigure, measureFigure } from "#lib/kpis/measure-figures.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import { heading, written } from "#lib/reports/statement.ts";

/** Measure id → its figure, of one column. */
type Measured = ReadonlyMap<string, MeasureFigure>;

export function dashboardRows({ groups, measures }: Definitions, books: KpiBooks, columns: readonly Column[]): Row[] {
  const figures = new Map(columns.map((column) => [column.id, measuredIn(measures, books, column)]));
  const of = ({ id }: Column): Measured => figures.get(id) ?? new Map();
  return [
    ...groups.flatMap((group) => [section(group), ...group.kpis.map((kpi) => kpiRow(kpi, group.id, columns.map((column) => kpiCell(kpi, column, of(column)))))]),
    ...(books.weeks ? weekRows(books.weeks) : []),
    ...accountRows(books.accounts, books.ledger, compared(columns)),
    ...debtorRows(books.aged.receivables, compared(columns)),
    section({ id: "measures", label: "What they are computed from" }),
    ...measures.map((measure) => measureRow(measure, columns.flatMap((column) => measureCell(measure, column, of(column))))),
  ];
}

/** The last month, and the one it is compared with. */
function compared(columns: readonly Column[]): Column[] {
  const last = columns.findLast(({ kind }) => kind === "period");
  return [...(last ? [last] : []), ...columns.filter(({ kind }) => kind === "compare")];
}

export function kpiRowId(id: string): string {
  return `kpi:${id}`;
}

export function measureRowId(name: string): string {
  return `measure:${name}`;
}

function measuredIn(measures: readonly Measure[], books: KpiBooks, { start, end }: Column): Measured {
  const figures = measures.map((measure) => [measure.id, measureFigure(measure, books, { start: start ?? end, end })] as const);
  return new Map(figures.flatMap(([id, figure]) => (figure ? [[id, figure] as const] : [])));
}

function kpiCell(kpi: Kpi, column: Column, measured: Measured): Cell {
  const { value, reason, formula, names } = evaluateKpi(kpi, (name) => exact(measured.get(name)?.value));
  return { column: column.id, value, reason, unit: kpi.unit, proof: { kind: "formula", formula, inputs: names.map((name) => ({ name, row: measureRowId(name) })) } };
}

function measureCell({ id }: Measure, column: Column, measured: Measured): Cell[] {
  const figure = measured.get(id);
  return figure ? [{ column: column.id, value: figure.value, reason: null, unit: figure.unit, proof: figure.proof }] : [];
}

function exact(value: string | undefined): Fraction | null {
  return value === undefined ? null : new Fraction(value);
}

function section({ id, label }: { id: string; label: string }): Row {
  return written(heading(`section:${id}`, label, null, 0), []);
}

function kpiRow({ id, label }: Kpi, group: string, cells: Cell[]): Row {
  return { id: kpiRowId(id), parent: `section:${group}`, kind: "kpi", label, level: 1, accountId: null, accountCode: null, sign: 1, cells };
}

function measureRow(measure: Measure, cells: Cell[]): Row {
  const sign = measure.kind === "ledger" ? measure.sign : 1;
  return { id: measureRowId(measure.id), parent: "section:measures", kind: "measure", label: measure.label, level: 1, accountId: null, accountCode: null, sign, cells };
}
