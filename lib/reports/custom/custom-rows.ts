// The rows of a custom report, worked out: accounts from the ledger, formulas from the rows and measures that they name, column by column. What is
// named and is no row of the report stands beneath it, so that every figure can be worked out again from the report alone.
import Fraction from "fraction.js";
import { evaluateKpi } from "#lib/kpis/evaluate-kpi.ts";
import { accountsOf } from "#lib/kpis/measure-accounts.ts";
import { figureOfAccounts, type LedgerBooks, type MeasureFigure, type PlainMeasure, plainFigure, type Stretch, spanOf } from "#lib/kpis/measure-figures.ts";
import type { LedgerMeasure } from "#lib/kpis/definition.ts";
import { byLabel } from "#lib/reports/books.ts";
import type { AccountsRow } from "#lib/reports/custom/custom-row.ts";
import type { Definition, Understood } from "#lib/reports/custom/definition.ts";
import type { Cell, Column, Row } from "#lib/reports/report.ts";
import { heading, written } from "#lib/reports/statement.ts";

type Figures = ReadonlyMap<string, MeasureFigure>;
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
  const beneath = definition.measures.map((measure) => plainRow(`measure:${measure.id}`, "section:measures", "measure", measure.label, signOf(measure), perColumn.flatMap((figures, place) => cellOf(figures.get(measure.id), columns[place]))));
  return [...rows, written(heading("section:measures", "What they are computed from", null, 0), []), ...beneath];
}

/** What its rows of accounts measure. */
export function ledgerMeasureOf({ id, label, of, sign, accounts, monthsBack, months }: AccountsRow): LedgerMeasure {
  return { id, label, kind: "ledger", of, sign, accounts, ...(monthsBack ? { monthsBack } : {}), ...(months ? { months } : {}) };
}

/** Everything that has a name, of one column: measures, rows of accounts, and formulas in the order in which they rest on each other. */
function measured({ definition, books }: Worked, stretch: Stretch): Figures {
  const figures = new Map<string, MeasureFigure>(definition.measures.map((measure) => [measure.id, plainFigure(measure, books, stretch)]));
  for (const row of definition.rows) if (row.kind === "accounts") figures.set(row.row.id, plainFigure(ledgerMeasureOf(row.row), books, stretch));
  const formulas = new Map(definition.rows.flatMap((row) => (row.kind === "figure" ? [[row.id, row] as const] : [])));
  const workOut = (row: Extract<Understood, { kind: "figure" }>): void => {
    for (const name of row.names) {
      const next = formulas.get(name);
      if (next && next !== row && !figures.has(name)) workOut(next);
    }
    const { value } = evaluateKpi(row.kpi, (name) => exact(figures.get(name)));
    if (value !== null) figures.set(row.id, { value, unit: row.kpi.unit, proof: { kind: "words", sentence: "" } });
  };
  for (const row of formulas.values()) workOut(row);
  return figures;
}

function rowsOf(row: Exclude<Understood, { kind: "heading" }>, section: string | null, worked: Worked, perColumn: readonly Figures[]): Row[] {
  if (row.kind === "figure") return [figureRow(row, section, worked, perColumn)];
  const { id, label, sign, each } = row.row;
  const own = each ? eachAccount(row.row, section, worked) : [];
  const summed = (figure: MeasureFigure | undefined): MeasureFigure | undefined => figure && (each ? { ...figure, proof: { kind: "sum", of: own.map((account) => ({ row: account.id, factor: 1 as const })) } } : figure);
  return [...own, plainRow(`row:${id}`, section, each ? "subtotal" : "account", label, sign, perColumn.flatMap((figures, place) => cellOf(summed(figures.get(id)), worked.columns[place])))];
}

function figureRow({ id, kpi }: Extract<Understood, { kind: "figure" }>, section: string | null, { definition, columns }: Worked, perColumn: readonly Figures[]): Row {
  const own = new Set(definition.rows.flatMap((row) => (row.kind === "accounts" ? [row.row.id] : row.kind === "figure" ? [row.id] : [])));
  const cells = perColumn.map((figures, place): Cell => {
    const { value, reason, formula, names } = evaluateKpi(kpi, (name) => exact(figures.get(name)));
    const inputs = names.map((name) => ({ name, row: own.has(name) ? `row:${name}` : `measure:${name}` }));
    return { column: columns[place]?.id ?? "", value, reason, unit: kpi.unit, proof: { kind: "formula", formula, inputs } };
  });
  return plainRow(`row:${id}`, section, "kpi", kpi.label, 1, cells);
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

function exact(figure: MeasureFigure | undefined): Fraction | null {
  return figure ? new Fraction(figure.value) : null;
}
