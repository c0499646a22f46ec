import { expect, test } from "vitest";
import { address, isKeptByFloat } from "#lib/reports/export/xlsx/book.ts";

test("columns go on after Z", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map((column) => address(0, column))).toEqual(["A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1"]);
});

test("fifteen digits are kept, zeros before and behind them not counted, sixteen are not", () => {
  expect(["9999999999999.99", "-9999999999999.99", "99999999999.9999", "1234567890123.00", "0.0001", "14", "0.00"].map(isKeptByFloat)).toEqual(Array(7).fill(true));
  expect(["99999999999999.99", "-123456789012.3456", "1234567890123456"].map(isKeptByFloat)).toEqual([false, false, false]);
});
