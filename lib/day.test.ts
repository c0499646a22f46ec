import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, addMonths, addToMonth, beginningOf, dayAtGreenwich, daysBetween, daysInMonth, firstDayOf, isDay, lastDayOf, monthOf, monthsFrom, todayIn } from "#lib/day.ts";

const dayMilliseconds = 86_400_000;
const days = fc.integer({ min: -25_000, max: 40_000 }).map((count) => new Date(count * dayMilliseconds).toISOString().slice(0, 10));
const steps = fc.integer({ min: -4_000, max: 4_000 });

test("adding days is what the calendar of Temporal makes of it, and what is no day has none after it", () => {
  fc.assert(fc.property(days, steps, (day, step) => void expect(addDays(day, step)).toBe(Temporal.PlainDate.from(day).add({ days: step }).toString())));
  expect(() => addDays("2025-02-29", 1)).toThrow(RangeError);
  expect(() => daysBetween("2025-02-28", "2025-02-29")).toThrow(RangeError);
});

test("the days between two days are the days that lead from one to the other", () => {
  fc.assert(fc.property(days, steps, (day, step) => void expect(daysBetween(day, addDays(day, step))).toBe(step)));
});

test("every day lies between the first and the last of its month, and only they are its edges", () => {
  fc.assert(
    fc.property(days, (day) => {
      const month = monthOf(day);
      expect(firstDayOf(month) <= day && day <= lastDayOf(month)).toBe(true);
      expect(addDays(lastDayOf(month), 1)).toBe(firstDayOf(addToMonth(month, 1)));
    }),
  );
});

test("adding months is what the calendar of Temporal makes of it", () => {
  fc.assert(fc.property(days, fc.integer({ min: -200, max: 200 }), (day, months) => {
    expect(addMonths(day, months)).toBe(Temporal.PlainDate.from(day).add({ months }).toString());
    expect(addToMonth(monthOf(day), months)).toBe(Temporal.PlainYearMonth.from(monthOf(day)).add({ months }).toString());
  }));
});

test("a month on from the 31st is the last day of a shorter month", () => {
  expect(addMonths("2024-01-31", 1)).toBe("2024-02-29");
  expect(addMonths("2025-03-31", -1)).toBe("2025-02-28");
});

test("the months from one to another are all of them, none when they are the wrong way round", () => {
  expect(monthsFrom("2024-11", "2025-02")).toEqual(["2024-11", "2024-12", "2025-01", "2025-02"]);
  expect(monthsFrom("2025-02", "2024-11")).toEqual([]);
});

test("only a day of the calendar is a day", () => {
  fc.assert(fc.property(days, (day) => void expect(isDay(day)).toBe(true)));
  for (const text of ["2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "25-01-01", "2025-01-01T00:00", "0000-01-01"]) expect(isDay(text)).toBe(false);
  expect([2024, 2025, 2000, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
});

test("today depends on where on earth it is asked", () => {
  const instant = new Date("2025-03-31T12:30:00Z");
  expect(todayIn("Pacific/Auckland", instant)).toBe("2025-04-01");
  expect(todayIn("America/New_York", instant)).toBe("2025-03-31");
});

test("Xero's midnight at Greenwich is that calendar day", () => {
  expect(dayAtGreenwich(1_539_993_600_000)).toBe("2018-10-20");
});

test.each([
  ["2026-11-24", "UTC", "2026-11-24T00:00:00.000Z"],
  ["2026-11-24", "Pacific/Auckland", "2026-11-23T11:00:00.000Z"],
  ["2026-09-28", "Pacific/Auckland", "2026-09-27T11:00:00.000Z"],
  ["2026-09-27", "Pacific/Auckland", "2026-09-26T12:00:00.000Z"],
])("%s begins in %s at %s, on either side of the change to summer time", (day, timeZone, instant) => {
  expect(beginningOf(day, timeZone).toISOString()).toBe(instant);
});
