// What a template asks for, month after month.
import { expect, test } from "vitest";
import { askedChoiceSchema, type ChoicePeriod, stretchOf, wishesOf } from "#lib/packs/choice.ts";
import { faults } from "#lib/problem.ts";

const march = { month: 3, day: 31 };

test.each<[ChoicePeriod, string, string]>([
  ["month", "2026-02", "2026-02-01 2026-02-28"],
  ["quarterToDate", "2026-02", "2026-01-01 2026-02-28"],
  ["quarterToDate", "2026-04", "2026-04-01 2026-04-30"],
  ["yearToDate", "2026-02", "2025-04-01 2026-02-28"],
  ["yearToDate", "2026-04", "2026-04-01 2026-04-30"],
  ["lastTwelveMonths", "2026-02", "2025-03-01 2026-02-28"],
])("of books whose year ends in March, %s of %s is %s", (period, month, days) => {
  const { start, end } = stretchOf(period, month, march);
  expect(`${start} ${end}`).toBe(days);
});

test("a report that covers days is asked for by two, and one that stands on a day by that alone", () => {
  expect(wishesOf({ type: "PROFIT_LOSS", period: "yearToDate", parameters: { columns: "total" } }, "2026-05", march)).toEqual({ columns: "total", from: "2026-04-01", to: "2026-05-31" });
  expect(wishesOf({ type: "AGED_PAYABLES", period: "month", parameters: {} }, "2026-05", march)).toEqual({ asAt: "2026-05-31" });
  expect(wishesOf({ type: "CUSTOM", period: "month", parameters: { layout: "trialBalance" } }, "2026-05", march)).toEqual({ layout: "trialBalance", asAt: "2026-05-31" });
});

test.each([
  [{ type: "PROFIT_LOSS", parameters: { compare: "sideways" } }, "/parameters/compare", "A statement can be compared with none, previousPeriod, previousYear or budget."],
  [{ type: "PROFIT_LOSS", parameters: { to: "2026-05-31" } }, "/parameters/to", "The days of a report come from the month of its pack and from its period."],
  [{ type: "PROFIT_LOSS", parameters: { budgetId: "b" } }, "/parameters/budgetId", "A template is for many organisations: budgetId is of one of them."],
  [{ type: "PROFIT_LOSS", parameters: { colour: "red" } }, "/parameters/colour", "colour is not known here."],
  [{ type: "PROFIT_LOSS", period: "decade" }, "/period", "A period can be month, quarterToDate, yearToDate, lastTwelveMonths."],
])("what no organisation could make is refused at its field: %j", (asked, pointer, detail) => {
  expect(faults(askedChoiceSchema.safeParse(asked).error?.issues ?? [])).toEqual([{ pointer, detail }]);
});
