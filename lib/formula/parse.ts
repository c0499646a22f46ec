// Reads a formula by the ordinary rules: a sign binds tightest, then times and divided by, then plus and minus, each from the left. What is
// read is a value to walk over; nothing of it is ever run as code.
import Fraction from "fraction.js";
import { comparisons, type Condition, type Expression, operators, type Operator } from "#lib/formula/expression.ts";
import { fault, type Token, tokensOf } from "#lib/formula/tokens.ts";

/** Parentheses and signs within each other. */
const deepest = 50;

type Reader = { text: string; tokens: readonly Token[]; place: number; depth: number };

/** Refusal "invalid" pointing at the character where it stops being a formula. */
export function parseFormula(text: string): Expression {
  const reader = readerOf(text);
  const expression = sum(reader);
  return ended(reader, expression);
}

/** "revenue <= 0". */
export function parseCondition(text: string): Condition {
  const reader = readerOf(text);
  const left = sum(reader);
  const sign = next(reader);
  const comparison = comparisons.find((each) => each === sign.text) ?? fault(text, sign.at, "a comparison was expected: <, <=, =, !=, >= or >");
  return ended(reader, { comparison, left, right: sum(reader) });
}

function readerOf(text: string): Reader {
  return { text, tokens: tokensOf(text), place: 0, depth: 0 };
}

function ended<Read>(reader: Reader, read: Read): Read {
  const { text, at } = peek(reader);
  return text === "" ? read : fault(reader.text, at, `the formula should end before "${text}"`);
}

function sum(reader: Reader): Expression {
  return chain(reader, ["+", "-"], product);
}

function product(reader: Reader): Expression {
  return chain(reader, ["*", "/"], signed);
}

/** One after the other, from the left: a - b - c is (a - b) - c. */
function chain(reader: Reader, signs: readonly Operator[], part: (reader: Reader) => Expression): Expression {
  let left = part(reader);
  for (let operator = ahead(reader, signs); operator; operator = ahead(reader, signs)) {
    next(reader);
    left = { kind: "operation", operator, left, right: part(reader) };
  }
  return left;
}

function ahead(reader: Reader, signs: readonly Operator[]): Operator | undefined {
  const { text } = peek(reader);
  return operators.find((operator) => operator === text && signs.includes(operator));
}

function signed(reader: Reader): Expression {
  if (peek(reader).text !== "-") return single(reader);
  next(reader);
  return deeper(reader, () => ({ kind: "negative", of: signed(reader) }));
}

function single(reader: Reader): Expression {
  const { kind, text, at } = next(reader);
  if (kind === "number") return { kind, value: new Fraction(text), text };
  if (kind === "name") return { kind, name: text, at };
  if (text === "(") return deeper(reader, () => closed(reader, sum(reader)));
  return fault(reader.text, at, text === "" ? "the formula ends too early" : `a number, a name or "(" was expected, not "${text}"`);
}

function closed(reader: Reader, expression: Expression): Expression {
  const { text, at } = next(reader);
  return text === ")" ? expression : fault(reader.text, at, `")" was expected`);
}

function deeper(reader: Reader, read: () => Expression): Expression {
  reader.depth += 1;
  if (reader.depth > deepest) return fault(reader.text, peek(reader).at, `a formula goes ${deepest} parentheses deep at most`);
  const expression = read();
  reader.depth -= 1;
  return expression;
}

function peek({ tokens, place, text }: Reader): Token {
  return tokens[place] ?? { kind: "end", text: "", at: text.length };
}

function next(reader: Reader): Token {
  const token = peek(reader);
  reader.place += 1;
  return token;
}
