// The rows of a custom report, worked out: accounts from the ledger, formulas from the rows and measures that they name, column by column. What is
// named and is no row of the report stands beneath it, so that every figure can be worked out again from the report alone.
import Fraction from "fraction.js";
import { evaluateKpi, type KpiFigure } from "#lib/kpis/evaluate-kpi.ts";
import { accountsOf } from "#lib/kpis/measure-accounts.ts";
import { figureOfAccounts, type LedgerBooks, type MeasureFigure, type PlainMeasure, plainFigure, type Stretch, spanOf } from "#lib/kpis/measure-figures.ts";
import type { LedgerMeasure } from "#lib/kpis/definition.ts";
import { byLabel } from "#lib/reports/books.ts";
import type { AccountsRow } from "#lib/reports/custom/custom-row.ts";
import { type Definition, measureRow, ownRow, type Understood } from "#lib/reports/custom/definition.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import { heading, written } from "#lib/reports/statement.ts";

/** Of one column, by the rows of the report: what the ledger says, and what formulas make of it. */
type Figures = { ledger: ReadonlyMap<string, MeasureFigure>; formulas: ReadonlyMap<string, KpiFigure> };
type FigureRow = Extract<Understood, { kind: "figure" }>;
type Worked = { definition: Definition; books: LedgerBooks; columns: readonly Column[] };

export function customRows(worked: Worked): Row[] {
  const { definition, columns } = worked;
  const perColumn = columns.map((column) => measured(worked, stretchOf(column)));
  let section: string | null = null;
  const rows = definition.rows.flatMap((row, index): Row[] => {
    if (row.kind !== "heading") return rowsOf(row, section, worked, perColumn);
    section = `section:${index}`;
    return [written(heading(section, row.label, null, 0), [])];
  });
  if (definition.measures.length === 0) return rows;
  const beneath = definition.measures.map((measure) => plainRow(measureRow(measure.id), "section:measures", "measure", measure.label, signOf(measure), perColumn.flatMap(({ ledger }, place) => cellOf(ledger.get(measureRow(measure.id)), columns[place]))));
  return [...rows, written(heading("section:measures", "What they are computed from", null, 0), []), ...beneath];
}

/** What its rows of accounts measure. */
export function ledgerMeasureOf({ id, label, of, sign, accounts, monthsBack, months }: AccountsRow): LedgerMeasure {
  return { id, label, kind: "ledger", of, sign, accounts, ...(monthsBack ? { monthsBack } : {}), ...(months ? { months } : {}) };
}

/** Everything that has a figure: measures, rows of accounts, and formulas, each after those that it rests on. */
function measured({ definition: { rows, measures }, books }: Worked, stretch: Stretch): Figures {
  const accounts = rows.flatMap((row) => (row.kind === "accounts" ? [[ownRow(row.row.id), ledgerMeasureOf(row.row)] as const] : []));
  const ledger = new Map([...measures.map((measure) => [measureRow(measure.id), measure] as const), ...accounts].map(([row, measure]) => [row, plainFigure(measure, books, stretch)]));
  const known = new Map(rows.flatMap((row) => (row.kind === "figure" ? [[ownRow(row.id), row] as const] : [])));
  const formulas = new Map<string, KpiFigure>();
  const workOut = ({ id, kpi, inputs }: FigureRow): void => {
    for (const { row } of inputs) {
      const next = known.get(row);
      if (next && !formulas.has(row)) workOut(next);
    }
    const rowOf = new Map(inputs.map(({ name, row }) => [name, row]));
    formulas.set(ownRow(id), evaluateKpi(kpi, (name) => exact(formulas.get(rowOf.get(name) ?? "") ?? ledger.get(rowOf.get(name) ?? ""))));
  };
  for (const [row, figure] of known) if (!formulas.has(row)) workOut(figure);
  return { ledger, formulas };
}

function rowsOf(row: Exclude<Understood, { kind: "heading" }>, section: string | null, worked: Worked, perColumn: readonly Figures[]): Row[] {
  if (row.kind === "figure") return [figureRow(row, section, worked, perColumn)];
  const { id, label, sign, each } = row.row;
  const own = each ? eachAccount(row.row, section, worked) : [];
  const summed = (figure: MeasureFigure | undefined): MeasureFigure | undefined => figure && (each ? { ...figure, proof: { kind: "sum", of: own.map((account) => ({ row: account.id, factor: 1 as const })) } } : figure);
  return [...own, plainRow(ownRow(id), section, each ? "subtotal" : "account", label, sign, perColumn.flatMap(({ ledger }, place) => cellOf(summed(ledger.get(ownRow(id))), worked.columns[place])))];
}

function figureRow({ id, kpi, inputs }: FigureRow, section: string | null, { columns }: Worked, perColumn: readonly Figures[]): Row {
  const cells = perColumn.flatMap(({ formulas }, place): Cell[] => {
    const [figure, column] = [formulas.get(ownRow(id)), columns[place]];
    if (!figure || !column) return [];
    const named = inputs.filter(({ name }) => figure.names.includes(name));
    return [{ column: column.id, value: figure.value, reason: figure.reason, unit: kpi.unit, proof: { kind: "formula", formula: figure.formula, inputs: named } }];
  });
  return plainRow(ownRow(id), section, "kpi", kpi.label, 1, cells);
}

/** By name; those without an amount in any column are left out. */
function eachAccount({ id, accounts, sign, ...row }: AccountsRow, section: string | null, { books, columns }: Worked): Row[] {
  const measure = ledgerMeasureOf({ id, accounts, sign, ...row });
  const chosen = accountsOf(books.accounts, accounts, { ...books, balanceOf: () => 0n });
  const rows = chosen.map((account) => {
    const cells = columns.map((column): Cell => ({ column: column.id, reason: null, ...figureOfAccounts([account], { ledger: books.ledger, span: spanOf(measure, stretchOf(column)), sign }) }));
    return { ...plainRow(`account:${id}:${account.id}`, section, "account", account.name, sign, cells), accountId: account.id, accountCode: account.code };
  });
  return rows.filter(({ cells }) => cells.some(({ value }) => value !== "0.00")).toSorted(byLabel);
}

function cellOf(figure: MeasureFigure | undefined, column: Column | undefined): Cell[] {
  return figure && column ? [{ column: column.id, reason: null, ...figure }] : [];
}

function plainRow(id: string, parent: string | null, kind: Row["kind"], label: string, sign: 1 | -1, cells: Cell[]): Row {
  return { id, parent, kind, label, level: parent === null ? 0 : 1, accountId: null, accountCode: null, sign, cells };
}

function signOf(measure: PlainMeasure): 1 | -1 {
  return measure.kind === "ledger" ? measure.sign : 1;
}

export function stretchOf({ start, end }: Column): Stretch {
  return { start: start ?? end, end };
}

function exact(figure: { value: string | null } | undefined): Fraction | null {
  return figure && figure.value !== null ? new Fraction(figure.value) : null;
}
