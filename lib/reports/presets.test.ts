import { expect, test } from "vitest";
import { daysOf } from "#lib/reports/presets.ts";

const march = { month: 3, day: 31 };
const today = "2026-11-21";

test.each([
  ["yearToLastMonth", "2026-04-01", "2026-10-31"],
  ["lastMonth", "2026-10-01", "2026-10-31"],
  ["thisMonth", "2026-11-01", today],
  ["lastQuarter", "2026-07-01", "2026-09-30"],
  ["thisQuarter", "2026-10-01", today],
  ["yearToDate", "2026-04-01", today],
  ["lastYear", "2025-04-01", "2026-03-31"],
  ["rollingTwelve", "2025-11-01", "2026-10-31"],
] as const)("%s of a year that ends on 31 March", (preset, start, end) => {
  expect(daysOf(preset, today, march)).toEqual({ start, end });
});

test("quarters and years begin where the financial year does", () => {
  const april = { month: 4, day: 5 };
  expect(daysOf("thisQuarter", today, april)).toEqual({ start: "2026-10-06", end: today });
  expect(daysOf("lastYear", today, april)).toEqual({ start: "2025-04-06", end: "2026-04-05" });
  expect(daysOf("custom", today, april)).toBeNull();
});
