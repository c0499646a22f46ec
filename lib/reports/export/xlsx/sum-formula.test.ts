import { expect, test } from "vitest";
import { sumFormula, type Term } from "#lib/reports/export/xlsx/sum-formula.ts";

/** Rows as a spreadsheet counts them, all of column C. */
const term = (row: number, factor: 1 | -1 = 1, value: string | null = "1.00"): Term => ({ place: { sheet: "Report", row: row - 1, column: 2, value }, factor });
const total = term(100).place;
const rows = (...numbers: number[]) => new Set(numbers.map((row) => row - 1));

test("neighbours of one sign are a range, the others stand by themselves, each with its sign", () => {
  expect(sumFormula([term(9), term(10), term(11), term(13, -1), term(14, -1), term(20)], total, rows(9, 10, 11, 12, 13, 14, 20))).toBe("SUM(C9:C11)-SUM(C13:C14)+C20");
  expect(sumFormula([term(12, -1), term(9)], total, rows(9, 12))).toBe("C9-C12");
  expect(sumFormula([term(9, -1)], total, rows(9))).toBe("-C9");
});

test("a range may bridge rows that hold nothing, and never one that would be counted with it", () => {
  expect(sumFormula([term(9), term(12)], total, rows(9, 12))).toBe("SUM(C9:C12)");
  expect(sumFormula([term(9), term(12)], total, rows(9, 11, 12))).toBe("C9+C12");
});

test("a cell that is counted twice is counted twice", () => {
  expect(sumFormula([term(9), term(9), term(10)], total, rows(9, 10))).toBe("C9+SUM(C9:C10)");
});

test("what has no figure counts for nothing, and what floating point does not keep leaves the sum a value", () => {
  expect(sumFormula([term(9), term(10, 1, null)], total, rows(9, 10))).toBe("C9");
  expect(sumFormula([term(9), term(10, 1, "1234567890123456.00")], total, rows(9, 10))).toBeNull();
  expect(sumFormula([], total, rows())).toBeNull();
});

test("a sum that no spreadsheet would take is a value", () => {
  const scattered = Array.from({ length: 3_000 }, (_, index) => term(2 * index + 101));
  expect(sumFormula(scattered, total, new Set(Array.from({ length: 6_200 }, (_, row) => row)))).toBeNull();
});
