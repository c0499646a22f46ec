import { expect, test } from "vitest";
import { typedAmount } from "#lib/typed-amount.ts";

test.each([
  ["20,000", "20000"],
  [" 1,234,567.50 ", "1234567.50"],
  ["20 000", "20000"],
  ["45.5 %", "45.5"],
  ["−31.40", "-31.40"],
  ["-1,000", "-1000"],
  ["", ""],
])("“%s” is meant as “%s”", (typed, meant) => {
  expect(typedAmount(typed)).toBe(meant);
});

test.each(["1,5", "20.000,00", "1,23", "12,34,567", "0,5", "lots"])("“%s” stays as it is, to be refused rather than guessed", (typed) => {
  expect(typedAmount(typed)).toBe(typed);
});
