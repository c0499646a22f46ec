import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { absolute, allocate, decimal, inBaseCurrency, largestMoney, money, portion, quotient, rate, rateOfOne, rateText, roundToCents, statedMoney, sum } from "#lib/money.ts";

// The oracle: decimal.js with room for every digit, half away from zero.
const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
const amounts = fc.bigInt({ min: -largestMoney, max: largestMoney });
const rates = fc.bigInt({ min: 1n, max: 10n ** 14n });
const units = (amount: bigint) => new Exact(amount.toString()).div(10_000);
const cents = (value: Decimal) => BigInt(value.toDecimalPlaces(2).times(10_000).toFixed(0));

test("an amount written as text is read back as the same amount", () => {
  fc.assert(fc.property(amounts, (amount) => void expect(money(decimal(amount))).toBe(amount)));
});

test("a sum may be larger than any single amount, which is held to its limit where it is stated", () => {
  expect(money(decimal(largestMoney * 2n))).toBe(largestMoney * 2n);
  expect(statedMoney(decimal(-largestMoney))).toBe(-largestMoney);
  expect(() => statedMoney(decimal(largestMoney + 1n))).toThrow("beyond what a ledger here can hold");
});

test("a rate written as text is read back as the same rate", () => {
  fc.assert(fc.property(rates, (value) => void expect(rate(rateText(value))).toBe(value)));
});

test("every decimal with up to four places is read as decimal.js reads it", () => {
  const texts = fc.tuple(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.integer({ min: 0, max: 4 })).map(([digits, places]) => new Exact(digits.toString()).div(new Exact(10).pow(places)).toFixed());
  fc.assert(fc.property(texts, (text) => void expect(money(text).toString()).toBe(new Exact(text).times(10_000).toFixed(0))));
});

test("an exponent is read as JSON means it", () => {
  expect(money("1.5e3")).toBe(15_000_000n);
  expect(money("2E-4")).toBe(2n);
});

test("what is no amount is refused, and so is a fifth decimal", () => {
  for (const text of ["", "1,000.00", "NaN", "1.00001", "0x10", "--1"]) expect(() => money(text)).toThrow(RangeError);
});

test("rounding to cents goes half away from zero, as decimal.js does", () => {
  fc.assert(fc.property(amounts, (amount) => void expect(roundToCents(amount)).toBe(cents(units(amount)))));
  expect([money("0.005"), money("-0.005"), money("0.0049")].map(roundToCents)).toEqual([100n, -100n, 0n]);
});

test("a foreign amount divided by its rate is what decimal.js makes of it", () => {
  fc.assert(fc.property(amounts, rates, (amount, exchange) => void expect(inBaseCurrency(amount, exchange)).toBe(cents(units(amount).times(10 ** 10).div(exchange.toString())))));
});

test("an amount in base currency keeps its value", () => {
  fc.assert(fc.property(amounts, (amount) => void expect(inBaseCurrency(amount, rateOfOne)).toBe(roundToCents(amount))));
});

test("a portion is amount × part ÷ whole, rounded once", () => {
  fc.assert(fc.property(amounts, rates, rates, (amount, part, whole) => void expect(portion(amount, part, whole)).toBe(cents(units(amount).times(part.toString()).div(whole.toString())))));
});

test("division rounds to the nearest, half away from zero, whatever the signs", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.bigInt().filter((divisor) => divisor !== 0n), (dividend, divisor) => {
      const nearest = quotient(dividend, divisor);
      expect(2n * absolute(nearest * divisor - dividend)).toBeLessThanOrEqual(absolute(divisor));
      expect(quotient(-dividend, divisor)).toBe(-nearest);
    }),
  );
});

test("shares add up to the whole again, and none is a cent from its due", () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 }).filter((list) => sum(list) > 0n);
  fc.assert(
    fc.property(amounts, weights, (total, list) => {
      const shares = allocate(total, list);
      expect(sum(shares)).toBe(total);
      for (const [index, share] of shares.entries()) expect(absolute(share * sum(list) - total * (list[index] ?? 0n))).toBeLessThan(200n * sum(list));
    }),
  );
});

test("three owners of ten dollars lose no cent", () => {
  expect(allocate(money("10.00"), [1n, 1n, 1n]).map(decimal)).toEqual(["3.34", "3.33", "3.33"]);
});

test("nothing can be shared out by weights that sum to zero", () => {
  expect(() => allocate(100n, [0n, 0n])).toThrow(RangeError);
});
