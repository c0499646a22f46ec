// The rows of a dashboard: key figures by group, and beneath them every measure that they are computed from, so that the stored report holds
// all it takes to work a figure out again. Between them stand cash week by week, the accounts of the last month, and who owes most.
import { accountRows } from "#lib/kpis/account-rows.ts";
import { weekRows } from "#lib/kpis/cash-weeks.ts";
import { debtorRows } from "#lib/kpis/debtor-rows.ts";
import type { Measure } from "#lib/kpis/definition.ts";
import type { Definitions } from "#lib/kpis/definitions.ts";
import { kpiCell, kpiRow, type Measured, measureCell, measureRow, section } from "#lib/kpis/figure-rows.ts";
import { type KpiBooks, measureFigure } from "#lib/kpis/measure-figures.ts";
import type { Column, Row } from "#lib/reports/report.ts";

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

function measuredIn(measures: readonly Measure[], books: KpiBooks, { start, end }: Column): Measured {
  const figures = measures.map((measure) => [measure.id, measureFigure(measure, books, { start: start ?? end, end })] as const);
  return new Map(figures.flatMap(([id, figure]) => (figure ? [[id, figure] as const] : [])));
}
