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

test("two categories mixed are refused with what to choose", () => {
  const sentence = "Choose options of one tracking category at a time, and columns by the same one or by time.";
  expect(() => trackingAsked({ columns: "month", trackingOptionIds: `${region}:${north} ${practice}:${advice}` })).toThrow(sentence);
  expect(() => trackingAsked({ columns: `tracking:${region}`, trackingOptionIds: `${practice}:${advice}` })).toThrow(sentence);
});
