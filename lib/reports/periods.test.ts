import { expect, test } from "vitest";
import { balanceColumns, comparedWith, monthsBack, movementColumns } from "#lib/reports/periods.ts";

const today = "2026-11-21";

test("a period is cut into its months, the first and the last as far as they belong to it", () => {
  const columns = movementColumns({ from: "2026-04-06", to: "2026-06-15", columns: "month", compare: "none", today });
  expect(columns.map(({ id, label, start, end }) => [id, label, start, end])).toEqual([
    ["2026-04", "6–30 Apr 2026", "2026-04-06", "2026-04-30"],
    ["2026-05", "May 2026", "2026-05-01", "2026-05-31"],
    ["2026-06", "1–15 Jun 2026", "2026-06-01", "2026-06-15"],
    ["total", "Total", "2026-04-06", "2026-06-15"],
  ]);
});

test("a running month says how far it goes", () => {
  const [november, total] = movementColumns({ from: "2026-11-01", to: today, columns: "month", compare: "none", today });
  expect(november?.label).toBe("Nov 2026, to 21 Nov, incomplete");
  expect(total?.label).toBe("Total to 21 Nov, incomplete");
  const [balance] = balanceColumns({ from: today, to: today, columns: "total", compare: "none", today });
  expect(balance?.label).toBe("21 Nov 2026, incomplete");
});

test("month ends stay month ends, and 29 February a year back is the 28th", () => {
  expect([1, 2, 3].map((months) => monthsBack("2026-04-30", months))).toEqual(["2026-03-31", "2026-02-28", "2026-01-31"]);
  expect(monthsBack("2024-02-29", 12)).toBe("2023-02-28");
  expect(monthsBack("2025-02-28", 12)).toBe("2024-02-29");
});

test.each([
  { whole: { start: "2026-10-01", end: "2026-10-31" }, before: { start: "2026-09-01", end: "2026-09-30" } },
  { whole: { start: "2026-04-01", end: "2026-10-31" }, before: { start: "2025-09-01", end: "2026-03-31" } },
  { whole: { start: "2025-04-06", end: "2026-04-05" }, before: { start: "2024-04-06", end: "2025-04-05" } },
  { whole: { start: "2026-11-01", end: "2026-11-21" }, before: { start: "2026-10-01", end: "2026-10-21" } },
])("the period before $whole.start to $whole.end is as long and keeps its place", ({ whole, before }) => {
  expect(comparedWith(whole, "previousPeriod")).toEqual(before);
});

test("compared months carry their own month in their name", () => {
  const columns = movementColumns({ from: "2026-04-01", to: "2026-05-31", columns: "month", compare: "previousPeriod", today });
  expect(columns.map(({ id }) => id)).toEqual(["2026-04", "2026-05", "total", "compare:2026-02", "compare:2026-03", "compare:total"]);
});
