// A template as its form has it: a row for each report, its fields numbered, an empty one for none; and back again. What is asked of a report
// besides comparison and columns has no field, and is carried along as it is.
import { type Choice, choicePeriods, type ChoicePeriod } from "#lib/packs/choice.ts";
import { kindOf } from "#lib/reports/kinds.ts";
import { formTypeOf, isLayout, layoutOfForm } from "#lib/reports/named/layouts.ts";
import { customType, reportableTypes } from "#lib/reports/report-types.ts";
import { refuse } from "#lib/refusal.ts";

export type TemplateRow = { type: string; period: ChoicePeriod; compare: string; columns: string; more: string };

export const emptyRow: TemplateRow = { type: "", period: "month", compare: "", columns: "", more: "{}" };

export function rowOfChoice({ type, period, parameters }: Choice): TemplateRow {
  const { layout, compare, columns, ...more } = parameters;
  return { type: isLayout(layout) ? formTypeOf(layout) : type, period, compare: wordOf(compare), columns: wordOf(columns), more: JSON.stringify(more) };
}

/** In the order of their places. `field` gives the text of a field, empty where there is none. Refusal "invalid" naming the row. */
export function choicesOfForm(rows: number, field: (name: string) => string): Choice[] {
  const numbered = Array.from({ length: rows }, (_, row) => ({ row, place: Number(field(`place.${row}`)) || row + 1 }));
  return numbered.toSorted((one, other) => one.place - other.place || one.row - other.row).flatMap(({ row }) => choiceOf((name) => field(`${name}.${row}`), row));
}

function choiceOf(field: (name: string) => string, row: number): Choice[] {
  const wanted = field("type");
  if (wanted === "") return [];
  const layout = layoutOfForm(wanted);
  const type = layout ? customType : reportableTypes.find((known) => known === wanted);
  const period = choicePeriods.find((known) => known === field("period"));
  if (!type || !period) return refuse("invalid", `Choose a report and a period in row ${row + 1}. Nothing was saved.`);
  const asked = { ...moreOf(field("more")), ...(layout ? { layout } : {}), ...chosen("compare", field("compare")), ...chosen("columns", field("columns")) };
  const { shape } = kindOf(type, asked).wishes;
  // Not every report is compared, or has columns to choose.
  return [{ type, period, parameters: Object.fromEntries(Object.entries(asked).filter(([name]) => name in shape)) }];
}

function chosen(name: string, value: string): Record<string, string> {
  return value === "" ? {} : { [name]: value };
}

function moreOf(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    return {};
  }
}

function wordOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
