// One key figure of one column: the formula that applies, the first condition that makes it meaningless, and the figure, rounded once. What
// is not meaningful is never 0: it is nothing, with the sentence that says why.
import type Fraction from "fraction.js";
import { evaluate, holds } from "#lib/formula/evaluate.ts";
import { type Expression, namesIn } from "#lib/formula/expression.ts";
import { parseCondition, parseFormula } from "#lib/formula/parse.ts";
import { rounded } from "#lib/formula/round.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import { decimalsOf, type Unit } from "#lib/reports/unit.ts";

/** `formula` is the one that applied, `names` the measures it names. */
export type KpiFigure = { value: string | null; reason: string | null; formula: string; names: string[] };
type MeasureValues = (name: string) => Fraction | null;
type Case = Pick<Kpi, "formula" | "notMeaningful">;

export function evaluateKpi(kpi: Kpi, figureOf: MeasureValues): KpiFigure {
  const { formula, notMeaningful } = caseOf(kpi, figureOf);
  const expression = parseFormula(formula);
  const reason = notMeaningful.find(({ when }) => holds(parseCondition(when), figureOf) === true)?.reason;
  const names = namesIn(expression);
  if (reason !== undefined) return { value: null, reason, formula, names };
  const value = writtenValue(expression, kpi.unit, figureOf);
  return { value, reason: value === null ? reasonOfNone(kpi, names, figureOf) : null, formula, names };
}

/** What a formula comes to, as it is written: a share as a percentage, each unit with its decimals. */
export function writtenValue(expression: Expression, unit: Unit, figureOf: MeasureValues): string | null {
  const value = evaluate(expression, figureOf);
  return value && rounded(unit === "percent" ? value.mul(100) : value, decimalsOf[unit]);
}

function caseOf(kpi: Kpi, figureOf: MeasureValues): Case {
  return kpi.variants.find(({ when }) => holds(parseCondition(when), figureOf) === true) ?? kpi;
}

function reasonOfNone({ missing }: Kpi, names: readonly string[], figureOf: MeasureValues): string {
  return names.some((name) => figureOf(name) === null) ? missing : "It would be divided by zero.";
}
