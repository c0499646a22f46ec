// What is wrong with a set of definitions that each by itself may be right: formulas that cannot be read, names nobody measures, ids used twice.
import { type Expression, placesOf } from "#lib/formula/expression.ts";
import { parseCondition, parseFormula } from "#lib/formula/parse.ts";
import { fault } from "#lib/formula/tokens.ts";
import type { Kpi } from "#lib/kpis/definition.ts";
import type { Definitions } from "#lib/kpis/definitions.ts";
import { Refusal } from "#lib/refusal.ts";

/** One sentence a fault; none when all is well. */
export function definitionFaults({ groups, measures }: Definitions): string[] {
  const known = new Set(measures.map(({ id }) => id));
  const kpis = groups.flatMap((group) => group.kpis);
  const named = kpis.flatMap((kpi) => textsOf(kpi).flatMap((text) => faultIn(text, known).map((detail) => `${kpi.id}: ${detail}`)));
  return [...named, ...twice(kpis, "key figure"), ...twice(measures, "measure"), ...twice(groups, "group")];
}

type Text = { text: string; isCondition: boolean };

function textsOf(kpi: Kpi): Text[] {
  const ofCase = ({ formula, notMeaningful }: Pick<Kpi, "formula" | "notMeaningful">): Text[] => [{ text: formula, isCondition: false }, ...notMeaningful.map(({ when }) => ({ text: when, isCondition: true }))];
  return [...ofCase(kpi), ...kpi.variants.flatMap((variant) => [{ text: variant.when, isCondition: true }, ...ofCase(variant)])];
}

function faultIn({ text, isCondition }: Text, known: ReadonlySet<string>): string[] {
  try {
    for (const expression of isCondition ? sidesOf(text) : [parseFormula(text)]) checkNames(text, expression, known);
    return [];
  } catch (error) {
    if (error instanceof Refusal) return [error.message];
    throw error;
  }
}

function sidesOf(text: string): Expression[] {
  const { left, right } = parseCondition(text);
  return [left, right];
}

function checkNames(text: string, expression: Expression, known: ReadonlySet<string>): void {
  const unknown = placesOf(expression).find(({ name }) => !known.has(name));
  if (unknown) fault(text, unknown.at, `"${unknown.name}" is no measure`);
}

function twice(all: readonly { id: string }[], what: string): string[] {
  const counted = Map.groupBy(all, ({ id }) => id);
  return [...counted].filter(([, same]) => same.length > 1).map(([id]) => `There are two of the ${what} ${id}.`);
}
