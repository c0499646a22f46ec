import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, firstDayOf, lastDayOf } from "#lib/day.ts";
import { partsOf } from "#lib/ledger/stretch.ts";

const days = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays("2020-01-01", count));

test("the parts of a stretch cover each of its days once", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 800 }), (from, length) => {
      const { months, days: edges } = partsOf({ from, to: addDays(from, length) });
      const whole = months?.first ? daysBetween(firstDayOf(months.first), lastDayOf(months.last)) + 1 : 0;
      const covered = edges.reduce((sum, edge) => sum + daysBetween(edge.from, edge.to) + 1, whole);
      expect(covered).toBe(length + 1);
    }),
  );
});

test("a year that ends on 5 April is whole months and two edges", () => {
  expect(partsOf({ from: "2024-04-06", to: "2025-04-05" })).toEqual({
    months: { first: "2024-05", last: "2025-03" },
    days: [{ from: "2024-04-06", to: "2024-04-30" }, { from: "2025-04-01", to: "2025-04-05" }],
  });
});

test("from the beginning of the books there is no first month, and a stretch that ends before it begins is empty", () => {
  expect(partsOf({ from: null, to: "2025-03-31" })).toEqual({ months: { first: null, last: "2025-03" }, days: [] });
  expect(partsOf({ from: "2025-03-10", to: "2025-03-09" })).toEqual({ months: null, days: [] });
});
