import { expect, test } from "vitest";
import { choicesOfForm, emptyRow, rowOfChoice } from "#lib/packs/templates/template-form.ts";
import { usualTemplate } from "#lib/packs/templates/template.ts";

function formOf(rows: readonly object[]): (name: string) => string {
  return (name) => {
    const [field = "", row = ""] = name.split(".");
    return String(Reflect.get(rows[Number(row)] ?? {}, field) ?? "");
  };
}

test("a template comes out of its form as it went in, with what has no field of its own", () => {
  const choices = [...usualTemplate.choices, { type: "CUSTOM" as const, period: "quarterToDate" as const, parameters: { layout: "taxSummary", basis: "cash" } }, { type: "BALANCE_SHEET" as const, period: "month" as const, parameters: { hideZero: false } }];
  expect(choicesOfForm(choices.length, formOf(choices.map(rowOfChoice)))).toEqual(choices);
});

test("rows stand in the order of their places, and an empty one is none", () => {
  const rows = [{ ...emptyRow, type: "PROFIT_LOSS", place: "3" }, { ...emptyRow, place: "1" }, { ...emptyRow, type: "named:trialBalance", place: "2" }];
  expect(choicesOfForm(3, formOf(rows))).toEqual([{ type: "CUSTOM", period: "month", parameters: { layout: "trialBalance" } }, { type: "PROFIT_LOSS", period: "month", parameters: {} }]);
});

test("what a report does not take is left out, and what is no report is refused by its row", () => {
  expect(choicesOfForm(1, formOf([{ ...emptyRow, type: "AGED_PAYABLES", compare: "previousYear", columns: "month", more: '{"basis":"cash"}' }]))).toEqual([{ type: "AGED_PAYABLES", period: "month", parameters: {} }]);
  expect(() => choicesOfForm(2, formOf([emptyRow, { ...emptyRow, type: "HOROSCOPE" }]))).toThrow("Choose a report and a period in row 2. Nothing was saved.");
});
