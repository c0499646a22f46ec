import { expect, test } from "vitest";
import { balanceColumns, comparedWith, monthsBack, movementColumns } from "#lib/reports/periods.ts";

const today = "2026-11-21";
const yearEnd = { month: 3, day: 31 };

test("a period is cut into its months, the first and the last as far as they belong to it", () => {
  const columns = movementColumns({ from: "2026-04-06", to: "2026-06-15", columns: "month", compare: "none", today, yearEnd });
  expect(columns.map(({ id, label, start, end }) => [id, label, start, end])).toEqual([
    ["2026-04", "6–30 Apr 2026", "2026-04-06", "2026-04-30"],
    ["2026-05", "May 2026", "2026-05-01", "2026-05-31"],
    ["2026-06", "1–15 Jun 2026", "2026-06-01", "2026-06-15"],
    ["total", "Total", "2026-04-06", "2026-06-15"],
  ]);
});

test("a running month says how far it goes", () => {
  const [november, total] = movementColumns({ from: "2026-11-01", to: today, columns: "month", compare: "none", today, yearEnd });
  expect(november?.label).toBe("Nov 2026, to 21 Nov, incomplete");
  expect(total?.label).toBe("Total to 21 Nov, incomplete");
  const [balance] = balanceColumns({ from: today, to: today, columns: "total", compare: "none", today, yearEnd });
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
  const columns = movementColumns({ from: "2026-04-01", to: "2026-05-31", columns: "month", compare: "previousPeriod", today, yearEnd });
  expect(columns.map(({ id }) => id)).toEqual(["2026-04", "2026-05", "total", "compare:2026-02", "compare:2026-03", "compare:total"]);
});

const idsAndDays = (columns: readonly { id: string; label: string; start: string | null; end: string }[]) => columns.map(({ id, label, start, end }) => [id, label, start, end]);

test("quarters are those of the financial year, the first and the last as far as they belong to the period", () => {
  const columns = movementColumns({ from: "2026-05-10", to: "2026-11-21", columns: "quarter", compare: "none", today, yearEnd: { month: 4, day: 5 } });
  expect(idsAndDays(columns)).toEqual([
    ["quarter:2026-05-10", "10 May 2026 – 5 Jul 2026", "2026-05-10", "2026-07-05"],
    ["quarter:2026-07-06", "6 Jul 2026 – 5 Oct 2026", "2026-07-06", "2026-10-05"],
    ["quarter:2026-10-06", "6 Oct 2026 – 21 Nov 2026, incomplete", "2026-10-06", "2026-11-21"],
    ["total", "Total to 21 Nov, incomplete", "2026-05-10", "2026-11-21"],
  ]);
});

test("years end with the financial year, the last of February whatever its day, and are compared with the years before them", () => {
  const leap = { month: 2, day: 29 };
  const columns = movementColumns({ from: "2023-03-01", to: "2025-02-28", columns: "year", compare: "previousPeriod", today, yearEnd: leap });
  expect(columns.map(({ id, start, end }) => [id, start, end])).toEqual([
    ["year:2023-03-01", "2023-03-01", "2024-02-29"],
    ["year:2024-03-01", "2024-03-01", "2025-02-28"],
    ["total", "2023-03-01", "2025-02-28"],
    ["compare:year:2021-03-01", "2021-03-01", "2022-02-28"],
    ["compare:year:2022-03-01", "2022-03-01", "2023-02-28"],
    ["compare:total", "2021-03-01", "2023-02-28"],
  ]);
});

test("balances by quarter stand at the quarters' ends, and at the last day", () => {
  const columns = balanceColumns({ from: "2025-04-01", to: "2025-11-15", columns: "quarter", compare: "previousYear", today, yearEnd });
  expect(columns.map(({ id }) => id)).toEqual(["asAt:2025-06-30", "asAt:2025-09-30", "asAt:2025-11-15", "compare:asAt:2024-06-30", "compare:asAt:2024-09-30", "compare:asAt:2024-11-15"]);
});
