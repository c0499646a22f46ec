// A formula worked out in fractions of whole numbers, so that nothing is lost on the way; what has to be rounded is rounded once, at the end.
import type Fraction from "fraction.js";
import type { Comparison, Condition, Expression, Operator } from "#lib/formula/expression.ts";

/** Of a name; null where there is no such figure. */
export type Values = (name: string) => Fraction | null;

/** Null where a figure is missing or something would be divided by zero. */
export function evaluate(expression: Expression, values: Values): Fraction | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "name") return values(expression.name);
  if (expression.kind === "negative") return evaluate(expression.of, values)?.neg() ?? null;
  const left = evaluate(expression.left, values);
  const right = evaluate(expression.right, values);
  return left && right && operate(expression.operator, left, right);
}

/** Null where one of its sides cannot be worked out. */
export function holds({ comparison, left, right }: Condition, values: Values): boolean | null {
  const [one, other] = [evaluate(left, values), evaluate(right, values)];
  return one && other && compared(comparison, one.compare(other));
}

function operate(operator: Operator, left: Fraction, right: Fraction): Fraction | null {
  if (operator === "+") return left.add(right);
  if (operator === "-") return left.sub(right);
  if (operator === "*") return left.mul(right);
  return right.equals(0) ? null : left.div(right);
}

function compared(comparison: Comparison, order: number): boolean {
  if (comparison === "<") return order < 0;
  if (comparison === "<=") return order <= 0;
  if (comparison === ">") return order > 0;
  if (comparison === ">=") return order >= 0;
  return comparison === "=" ? order === 0 : order !== 0;
}
