// What a formula is once it has been read: numbers, names, signs and the four operations. A condition is two of them with a comparison between.
import type Fraction from "fraction.js";

export const operators = ["+", "-", "*", "/"] as const;
export type Operator = (typeof operators)[number];
export const comparisons = ["<=", ">=", "!=", "<", ">", "="] as const;
export type Comparison = (typeof comparisons)[number];

export type Expression =
  | { kind: "number"; value: Fraction; text: string }
  | { kind: "name"; name: string; at: number }
  | { kind: "negative"; of: Expression }
  | { kind: "operation"; operator: Operator; left: Expression; right: Expression };

export type Condition = { comparison: Comparison; left: Expression; right: Expression };

/** Each name once, in the order they are read. */
export function namesIn(expression: Expression): string[] {
  return [...new Set(placesOf(expression).map(({ name }) => name))];
}

/** Every name with the character it begins at. */
export function placesOf(expression: Expression): { name: string; at: number }[] {
  if (expression.kind === "number") return [];
  if (expression.kind === "name") return [{ name: expression.name, at: expression.at }];
  if (expression.kind === "negative") return placesOf(expression.of);
  return [...placesOf(expression.left), ...placesOf(expression.right)];
}
