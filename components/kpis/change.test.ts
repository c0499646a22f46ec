import { expect, test } from "vitest";
import { changeOf } from "#components/kpis/change.ts";

const words = (value: string | null, before: string | null, unit: "money" | "percent" = "money", good: "up" | "down" | "neither" = "up") => changeOf({ value, before, unit, good })?.words;

test("a change is said with how much of it, and whether it is good news", () => {
  expect(words("1124.00", "1000.00")).toBe("12.4% better");
  expect(words("875.50", "1000.00")).toBe("12.5% worse");
  expect(words("875.50", "1000.00", "money", "down")).toBe("12.5% better");
  expect(words("25000.00", "10.00")).toBe("249,900.0% better");
});

test("where neither direction is good, it is more or less", () => {
  expect(words("1100.00", "1000.00", "money", "neither")).toBe("10.0% more");
  expect(words("900.00", "1000.00", "money", "neither")).toBe("10.0% less");
});

test("percentages differ by points, and what grew from nothing or a loss by its amount", () => {
  expect(words("45.30", "42.05", "percent")).toBe("3.25 points better");
  expect(words("100.00", "-50.00")).toBe("150.00 better");
  expect(words("-80.00", "0.00")).toBe("80.00 worse");
});

test("no change is no news, and without a figure nothing is said", () => {
  expect(words("5.00", "5.00")).toBe("no change");
  expect(changeOf({ value: "5.00", before: "5.00", unit: "money", good: "up" })).toMatchObject({ direction: "level", judgement: "neither" });
  expect(words(null, "5.00")).toBeUndefined();
  expect(words("5.00", null)).toBeUndefined();
});
