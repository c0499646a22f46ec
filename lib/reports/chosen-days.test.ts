import { expect, test } from "vitest";
import { type Choice, chosenDays } from "#lib/reports/chosen-days.ts";

const march = { month: 3, day: 31 };
const today = "2026-11-21";
const nothing: Choice = { period: "", typed: "", from: "", to: "", step: "" };

function chosen(choice: Partial<Choice>) {
  const { start, end } = chosenDays({ ...nothing, ...choice }, today, march);
  return `${start} ${end}`;
}

test("what is typed counts before what is chosen", () => {
  expect(chosen({ period: "lastMonth" })).toBe("2026-10-01 2026-10-31");
  expect(chosen({ period: "lastMonth", typed: "2026-Q4" })).toBe("2026-01-01 2026-03-31");
});

test("a custom period is the two days that are given, and a sentence where one is missing", () => {
  expect(chosen({ period: "custom", from: "2026-01-15", to: "2026-02-15" })).toBe("2026-01-15 2026-02-15");
  expect(() => chosen({ period: "custom", from: "2026-01-15" })).toThrow("For a custom period give its first and its last day.");
});

test("what cannot be understood is said in its own words", () => {
  expect(() => chosen({ typed: "next week" })).toThrow("“next week” is no period.");
});

test.each([
  ["a month", "2026-03-01", "2026-03-31", "2026-02-01 2026-02-28", "2026-04-01 2026-04-30"],
  ["a quarter", "2026-01-01", "2026-03-31", "2025-10-01 2025-12-31", "2026-04-01 2026-06-30"],
  ["a year", "2025-04-01", "2026-03-31", "2024-04-01 2025-03-31", "2026-04-01 2027-03-31"],
  ["seven months of a year", "2026-04-01", "2026-10-31", "2025-09-01 2026-03-31", "2026-11-01 2027-05-31"],
  ["the month that runs, as a whole", "2026-11-01", "2026-11-21", "2026-10-01 2026-10-31", "2026-12-01 2026-12-31"],
  ["days across two months", "2026-01-06", "2026-02-05", "2025-12-06 2026-01-05", "2026-02-06 2026-03-05"],
])("a step from %s leads as far back and on", (_what, from, to, before, after) => {
  expect(chosen({ from, to, step: "-1" })).toBe(before);
  expect(chosen({ from, to, step: "1" })).toBe(after);
});
