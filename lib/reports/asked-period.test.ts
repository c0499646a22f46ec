import { expect, test } from "vitest";
import { askedPeriod, writtenPeriod } from "#lib/reports/asked-period.ts";

const march = { month: 3, day: 31 };
const today = "2026-11-21";

test.each([
  ["lastMonth", "2026-10-01", "2026-10-31"],
  ["FY2026", "2025-04-01", "2026-03-31"],
  ["fy2026", "2025-04-01", "2026-03-31"],
  ["2026", "2025-04-01", "2026-03-31"],
  ["2026-Q1", "2025-04-01", "2025-06-30"],
  ["2026-Q4", "2026-01-01", "2026-03-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  [" 2026-03 ", "2026-03-01", "2026-03-31"],
  ["2026-01-15..2026-03-31", "2026-01-15", "2026-03-31"],
])("%s of a year that ends on 31 March", (written, start, end) => {
  expect(askedPeriod(written, today, march)).toEqual({ start, end });
});

test("quarters of a year that ends on 5 April begin on a sixth", () => {
  expect(askedPeriod("2026-Q2", today, { month: 4, day: 5 })).toEqual({ start: "2025-07-06", end: "2025-10-05" });
});

test.each(["", "custom", "soon", "2026-13", "2026-00", "2026-Q5", "FY26", "2026-02-30..2026-03-01", "2026-03-31..2026-01-01", "2026-01-01..", "..", "2026-01-01..2026-01-02..2026-01-03"])("%j is no period", (written) => {
  expect(askedPeriod(written, today, march)).toBeNull();
});

test("a month is written as one, other days by the first and the last, and both are understood again", () => {
  expect(writtenPeriod({ start: "2024-02-01", end: "2024-02-29" })).toBe("2024-02");
  expect(writtenPeriod({ start: "2026-04-01", end: "2026-10-31" })).toBe("2026-04-01..2026-10-31");
  expect(askedPeriod("2026-04-01..2026-10-31", today, march)).toEqual({ start: "2026-04-01", end: "2026-10-31" });
});
