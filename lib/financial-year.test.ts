import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "#lib/day.ts";
import { yearEndIn, yearEndOnOrAfter, yearEndsBetween, yearStartOf } from "#lib/financial-year.ts";

const days = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays("1990-01-01", count));
const yearEnds = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });

test("every day lies in exactly one financial year, from its start to its end", () => {
  fc.assert(
    fc.property(days, yearEnds, (day, yearEnd) => {
      const start = yearStartOf(day, yearEnd);
      const end = yearEndOnOrAfter(day, yearEnd);
      expect(start <= day && day <= end).toBe(true);
      expect(yearEndOnOrAfter(start, yearEnd)).toBe(end);
      expect(yearStartOf(addDays(end, 1), yearEnd)).toBe(addDays(end, 1));
    }),
  );
});

test("a financial year has 365 or 366 days", () => {
  fc.assert(fc.property(days, yearEnds, (day, yearEnd) => void expect([364, 365]).toContain(daysBetween(yearStartOf(day, yearEnd), yearEndOnOrAfter(day, yearEnd)))));
});

test("a year that ends on 29 February ends on the last day of February, every year", () => {
  const lastOfFebruary = { month: 2, day: 29 };
  expect([2023, 2024].map((year) => yearEndIn(year, lastOfFebruary))).toEqual(["2023-02-28", "2024-02-29"]);
  expect(yearStartOf("2024-02-29", lastOfFebruary)).toBe("2023-03-01");
  expect(yearStartOf("2024-03-01", lastOfFebruary)).toBe("2024-03-01");
});

test("a year that ends on 5 April begins on 6 April", () => {
  const fifthOfApril = { month: 4, day: 5 };
  expect(yearStartOf("2025-04-05", fifthOfApril)).toBe("2024-04-06");
  expect(yearStartOf("2025-04-06", fifthOfApril)).toBe("2025-04-06");
});

test("the year ends between two days are all of them, both days included", () => {
  expect(yearEndsBetween("2023-03-31", "2025-03-31", { month: 3, day: 31 })).toEqual(["2023-03-31", "2024-03-31", "2025-03-31"]);
  expect(yearEndsBetween("2024-04-01", "2025-03-30", { month: 3, day: 31 })).toEqual([]);
});
