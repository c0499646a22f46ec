import { expect, test } from "vitest";
import { amountInColumn, amountInSentence, countInWords, priceInColumn, quantityInColumn } from "#lib/amount-label.ts";
import { money, rate } from "#lib/money.ts";

test.each([
  ["1234.5", "1,234.50\u2007", "1,234.50"],
  ["-31.4", "(31.40)", "−31.40"],
  ["0", "–\u2007", "0.00"],
  ["-0.004", "–\u2007", "0.00"],
  ["99999999999999.9999", "100,000,000,000,000.00\u2007", "100,000,000,000,000.00"],
  ["999", "999.00\u2007", "999.00"],
])("%s is written %s in a column and %s in a sentence", (amount, column, sentence) => {
  expect(amountInColumn(money(amount))).toBe(column);
  expect(amountInSentence(money(amount))).toBe(sentence);
});

test("counts are grouped", () => {
  expect([0, 999, 1000, 12345, 1234567].map(countInWords)).toEqual(["0", "999", "1,000", "12,345", "1,234,567"]);
});

test("prices keep up to four decimals, under each other, and quantities only those that they have", () => {
  expect(["149", "1084.4375", "-0.0125"].map((price) => priceInColumn(money(price), 4))).toEqual(["149.0000\u2007", "1,084.4375\u2007", "(0.0125)"]);
  expect(priceInColumn(money("149"), 2)).toBe("149.00\u2007");
  expect(["1", "2.5", "1200", "-0.0000000001"].map((quantity) => quantityInColumn(rate(quantity)))).toEqual(["1", "2.5", "1,200", "-0.0000000001"]);
});
