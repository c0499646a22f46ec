// The proof of a cell as the formula of a spreadsheet. Sums, shares, key figures, variances and what is carried over are live; what rests on
// journal lines, on documents or on Xero is a value, for the workbook does not hold those.
import type { Expression } from "#lib/formula/expression.ts";
import { parseFormula } from "#lib/formula/parse.ts";
import { isNumber, type Place, type Places, reference } from "#lib/reports/export/xlsx/places.ts";
import { sumFormula } from "#lib/reports/export/xlsx/sum-formula.ts";
import { cellName } from "#lib/reports/proof.ts";
import type { Cell, Proof, Row } from "#lib/reports/report.ts";

/** `tolerance` is by how much floating point may come to another figure than the report without anything having changed. */
export type LiveFormula = { formula: string; tolerance: string };

const halfACent = "0.005";

/** By the name of their cells; cells that are values have none. */
export function liveFormulas(rows: readonly Row[], places: Places): Map<string, LiveFormula> {
  const taken = takenRows(places);
  return new Map(
    rows.flatMap(({ id, cells }) =>
      cells.flatMap((cell): [string, LiveFormula][] => {
        const place = places.get(cellName(id, cell.column));
        const live = place && isNumber(place) ? liveFormula(id, cell, place, places, taken.get(columnOf(place)) ?? new Set()) : null;
        return live ? [[cellName(id, cell.column), live]] : [];
      }),
    ),
  );
}

function takenRows(places: Places): Map<string, Set<number>> {
  const taken = new Map<string, Set<number>>();
  for (const place of places.values()) {
    const rows = taken.get(columnOf(place)) ?? new Set<number>();
    taken.set(columnOf(place), rows.add(place.row));
  }
  return taken;
}

function columnOf({ sheet, column }: Place): string {
  return `${sheet} ${column}`;
}

function liveFormula(row: string, { column, proof, unit, value }: Cell, from: Place, places: Places, taken: ReadonlySet<number>): LiveFormula | null {
  if (proof?.kind === "sum") {
    const terms = proof.of.flatMap((term) => termAt(places, term.row, column, term.factor));
    return exactly(sumFormula(terms, from, taken));
  }
  const at = (of: string, within: string) => wordAt(places, from, of, within);
  if (proof?.kind === "across") return exactly(acrossFormula(proof, (of) => at(row, of)));
  if (proof?.kind === "cell") return exactly(at(proof.row, proof.column));
  if (proof?.kind === "variance") return exactly(varianceFormula(proof, places, from));
  return rounded(ratioFormula(proof, column, unit === "percent", at), value ?? "");
}

/** Null where a cell of the row is no number. */
function acrossFormula({ of }: Extract<Proof, { kind: "across" }>, at: (column: string) => string | null): string | null {
  const words = of.map(({ column, factor }) => joined(factor === 1 ? "+" : "-", at(column), (operator, cell) => `${operator}${cell}`));
  return words.every((word) => word !== null) ? words.join("").replace(/^\+/, "") : null;
}

function termAt(places: Places, row: string, column: string, factor: 1 | -1) {
  const place = places.get(cellName(row, column));
  return place ? [{ place, factor }] : [];
}

type At = (row: string, column: string) => string | null;

/** Null where that is no number. */
function wordAt(places: Places, from: Place, row: string, column: string): string | null {
  const place = places.get(cellName(row, column));
  return place && isNumber(place) ? reference(place, from) : null;
}

/** Where nothing was budgeted, the actual figure varies by all of itself. */
function varianceFormula({ actual, budget }: Extract<Proof, { kind: "variance" }>, places: Places, from: Place): string | null {
  const [own, other] = [wordAt(places, from, actual.row, actual.column), wordAt(places, from, budget.row, budget.column)];
  if (own !== null && other !== null) return `${own}-${other}`;
  return places.get(cellName(budget.row, budget.column))?.value === null ? own : null;
}

function ratioFormula(proof: Proof | null, column: string, isPercent: boolean, at: At): string | null {
  if (proof?.kind === "share") return joined(at(proof.part.row, proof.part.column), at(proof.whole.row, proof.whole.column), (part, whole) => `${part}/${whole}*100`);
  if (proof?.kind === "change") return joined(at(proof.now.row, proof.now.column), at(proof.before.row, proof.before.column), (now, before) => `(${now}-${before})/ABS(${before})*100`);
  if (proof?.kind === "variancePercent") return joined(at(proof.variance.row, proof.variance.column), at(proof.budget.row, proof.budget.column), (variance, budget) => `${variance}/ABS(${budget})*100`);
  if (proof?.kind !== "formula") return null;
  const rows = new Map(proof.inputs.map(({ name, row }) => [name, row]));
  const formula = written(parseFormula(proof.formula), (name) => at(rows.get(name) ?? "", column));
  return formula && isPercent ? `${formula}*100` : formula;
}

function joined(one: string | null, other: string | null, both: (one: string, other: string) => string): string | null {
  return one !== null && other !== null ? both(one, other) : null;
}

/** With all its parentheses: nobody has to know which sign binds tighter. */
function written(expression: Expression, refer: (name: string) => string | null): string | null {
  if (expression.kind === "number") return expression.text;
  if (expression.kind === "name") return refer(expression.name);
  if (expression.kind === "negative") return joined(written(expression.of, refer), "", (of) => `(-${of})`);
  return joined(written(expression.left, refer), written(expression.right, refer), (left, right) => `(${left}${expression.operator}${right})`);
}

function exactly(formula: string | null): LiveFormula | null {
  return formula === null ? null : { formula, tolerance: halfACent };
}

/** To as many decimals as the figure has. Half a unit may fall to the other side in floating point, so the last decimal may differ by one. */
function rounded(formula: string | null, value: string): LiveFormula | null {
  if (formula === null) return null;
  const decimals = value.split(".")[1]?.length ?? 0;
  return { formula: `ROUND(${formula},${decimals})`, tolerance: decimals === 0 ? halfACent : `0.${"0".repeat(decimals - 1)}15` };
}
