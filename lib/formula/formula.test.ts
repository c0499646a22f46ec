import Decimal from "decimal.js";
import fc from "fast-check";
import Fraction from "fraction.js";
import { expect, test } from "vitest";
import { evaluate, holds } from "#lib/formula/evaluate.ts";
import { namesIn } from "#lib/formula/expression.ts";
import { parseCondition, parseFormula } from "#lib/formula/parse.ts";
import { rounded } from "#lib/formula/round.ts";
import { writtenFormula } from "#lib/formula/written.ts";

const values = new Map([["revenue", "1000"], ["directCosts", "400.10"], ["nothing", "0"]]);
const figureOf = (name: string) => (values.has(name) ? new Fraction(values.get(name) ?? "") : null);

function worth(text: string, decimals = 2): string | null {
  const value = evaluate(parseFormula(text), figureOf);
  return value && rounded(value, decimals);
}

test.each([
  ["1 + 2 * 3", "7.00"],
  ["(1 + 2) * 3", "9.00"],
  ["10 - 4 - 3", "3.00"],
  ["100 / 10 / 4", "2.50"],
  ["-2 * -3", "6.00"],
  ["--2", "2.00"],
  ["(revenue - directCosts) / revenue * 100", "59.99"],
  ["1 / 3 * 3", "1.00"],
])("%s is %s", (text, expected) => {
  expect(worth(text)).toBe(expected);
});

test("what is missing, and what is divided by zero, is nothing rather than a figure", () => {
  expect(worth("revenue / nothing")).toBeNull();
  expect(worth("revenue / (1 - 1)")).toBeNull();
  expect(worth("revenue + unheardOf")).toBeNull();
  expect(holds(parseCondition("unheardOf > 0"), figureOf)).toBeNull();
});

test.each([
  ["revenue > 0", true],
  ["revenue <= 0", false],
  ["nothing = 0", true],
  ["nothing != 0", false],
  ["revenue - directCosts >= 599.90", true],
  ["revenue - directCosts < 599.90", false],
])("%s: %s", (text, expected) => {
  expect(holds(parseCondition(text), figureOf)).toBe(expected);
});

test.each([
  ["revenue +", 10, "ends too early"],
  ["revenue $ 2", 9, '"$" means nothing here'],
  ["(revenue", 9, '")" was expected'],
  ["revenue directCosts", 9, 'should end before "directCosts"'],
  ["2 * * 3", 5, 'not "*"'],
  ["", 1, "ends too early"],
  ["revenue > 0", 9, 'should end before ">"'],
  ["process.exit(1)", 8, '"." means nothing here'],
  [`${"(".repeat(60)}1${")".repeat(60)}`, 52, "50 parentheses deep"],
])("%s is refused at character %i", (text, character, words) => {
  expect(() => parseFormula(text)).toThrow(new RegExp(`^At character ${character}: .*${words.replaceAll(/[$"*().>]/g, "\\$&")}`));
});

test("a fault stands above a caret that points at it", () => {
  expect(() => parseFormula("revenue ? 2")).toThrow('At character 9: "?" means nothing here.\nrevenue ? 2\n        ^');
});

test("half is rounded away from zero, and nothing is never minus nothing", () => {
  expect(["0.005", "-0.005", "0.0049", "-0.0049", "2.675", "-1234.565"].map((text) => rounded(new Fraction(text), 2))).toEqual(["0.01", "-0.01", "0.00", "0.00", "2.68", "-1234.57"]);
  expect([rounded(new Fraction("0.05"), 1), rounded(new Fraction("-0.5"), 0), rounded(new Fraction(14n, 1n), 0)]).toEqual(["0.1", "-1", "14"]);
});

test("a formula is written with labels and with the parentheses it needs", () => {
  const written = (text: string) => writtenFormula(parseFormula(text), (name) => (name === "revenue" ? "Revenue" : "Direct costs"));
  expect(written("((revenue) - (directCosts)) / revenue * 100")).toBe("(Revenue − Direct costs) ÷ Revenue × 100");
  expect(written("revenue - (directCosts - 1)")).toBe("Revenue − (Direct costs − 1)");
  expect(written("-(revenue + 1)")).toBe("−(Revenue + 1)");
  expect(namesIn(parseFormula("revenue - directCosts / revenue"))).toEqual(["revenue", "directCosts"]);
});

/** As many digits as it takes. */
const Exact = Decimal.clone({ precision: 400, rounding: Decimal.ROUND_HALF_UP });
/** Whole ten-thousandths, as money is. */
const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((units) => new Exact(units).div(10_000));
const written = (value: Decimal) => (value.isNegative() ? `(-${value.negated().toFixed(4)})` : value.toFixed(4));

type Tree = { text: string; value: Decimal };
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof({ depthSize: "small", withCrossShrink: true }, amount.map((value) => ({ text: written(value), value })), fc.tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree")).map(joined)),
}));

function joined([left, operator, right]: [Tree, string, Tree]): Tree {
  const value = operator === "+" ? left.value.add(right.value) : operator === "-" ? left.value.sub(right.value) : left.value.mul(right.value);
  return { text: `(${left.text} ${operator} ${right.text})`, value };
}

test("sums, differences and products come to what decimal.js makes of them, to the last digit", () => {
  fc.assert(
    fc.property(tree, ({ text, value }) => {
      fc.pre(text.length < 900);
      expect(worth(text, 8)).toBe(plainZero(value.toFixed(8)));
    }),
    { numRuns: 300 },
  );
});

test("a quotient is rounded as decimal.js rounds it with far more digits", () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 0, max: 4 }), (top, bottom, decimals) => {
      fc.pre(!bottom.isZero());
      expect(worth(`${written(top)} / ${written(bottom)}`, decimals)).toBe(plainZero(top.div(bottom).toFixed(decimals)));
    }),
    { numRuns: 500 },
  );
});

function plainZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}
