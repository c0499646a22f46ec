// A formula as people read it: names by their labels, × and ÷ for times and divided by, parentheses only where they are needed.
import type { Condition, Expression, Operator } from "#lib/formula/expression.ts";

type Label = (name: string) => string;

export function writtenFormula(expression: Expression, label: Label): string {
  return within(expression, label, 0);
}

export function writtenCondition({ left, comparison, right }: Condition, label: Label): string {
  return `${within(left, label, 0)} ${comparison} ${within(right, label, 0)}`;
}

const signs: Record<Operator, string> = { "+": "+", "-": "−", "*": "×", "/": "÷" };
const strength: Record<Operator, number> = { "+": 1, "-": 1, "*": 2, "/": 2 };

function within(expression: Expression, label: Label, least: number): string {
  if (expression.kind === "number") return expression.text;
  if (expression.kind === "name") return label(expression.name);
  if (expression.kind === "negative") return `−${within(expression.of, label, 3)}`;
  const { operator, left, right } = expression;
  const own = strength[operator];
  // What stands to the right of − or ÷ is one thing.
  const words = `${within(left, label, own)} ${signs[operator]} ${within(right, label, own + 1)}`;
  return own < least ? `(${words})` : words;
}
