import { expect, test } from "vitest";
import { trackingAsked, trackingShown } from "#lib/reports/tracking/tracking-form.ts";

const [region, practice, north, advice] = ["1", "2", "3", "4"].map((digit) => `01990000-0000-7000-8000-00000000000${digit}`);

test("columns by a category and options of it are asked for together, and shown again as they were asked", () => {
  const given = { columns: `tracking:${region}`, trackingOptionIds: `${region}:${north} ${region}:unassigned` };
  const asked = { columns: "tracking", trackingCategoryId: region, trackingOptionIds: [north, "unassigned"] };
  expect(trackingAsked(given)).toEqual(asked);
  expect(trackingShown({ columns: "tracking", trackingCategoryId: region, trackingOptionIds: [String(north), "unassigned"] })).toEqual(given);
});

test("without options a statement is by months alone, or by the category of its columns", () => {
  expect(trackingAsked({ columns: "month", trackingOptionIds: "" })).toEqual({ columns: "month" });
  expect(trackingAsked({ columns: `tracking:${practice}`, trackingOptionIds: "" })).toEqual({ columns: "tracking", trackingCategoryId: practice });
});

test.each([
  ["columns by one category of an option of the other", { columns: `tracking:${region}`, trackingOptionIds: `${practice}:${advice}` }, { columns: "tracking", trackingCategoryId: region, trackingWithin: { categoryId: practice, optionIds: [advice] } }],
  ["some of those columns besides", { columns: `tracking:${region}`, trackingOptionIds: `${region}:${north} ${practice}:${advice}` }, { columns: "tracking", trackingCategoryId: region, trackingOptionIds: [north], trackingWithin: { categoryId: practice, optionIds: [advice] } }],
  ["months of an option of each", { columns: "month", trackingOptionIds: `${region}:${north} ${practice}:unassigned` }, { columns: "month", trackingCategoryId: region, trackingOptionIds: [north], trackingWithin: { categoryId: practice, optionIds: ["unassigned"] } }],
])("%s are asked for, and shown again as they were asked", (_, given, asked) => {
  expect(trackingAsked(given)).toEqual(asked);
  expect(trackingShown(trackingAsked(given))).toEqual(given);
});

test("three categories are refused with what to choose", () => {
  const given = { columns: `tracking:${region}`, trackingOptionIds: `${practice}:${advice} ${north}:${advice}` };
  expect(() => trackingAsked(given)).toThrow("Choose options of two tracking categories at most, that of the columns among them.");
});
