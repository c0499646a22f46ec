// What the workbook is, and what a spreadsheet could not keep of it.
import type { Fact } from "#lib/reports/export/facts.ts";
import { address, isKeptByFloat, type Sheet, text } from "#lib/reports/export/xlsx/book.ts";
import type { Place } from "#lib/reports/export/xlsx/places.ts";

const named = 20;

export function aboutSheet(name: string, facts: readonly Fact[], places: readonly Place[]): Sheet {
  const all = [...facts, ["Exactness", exactness(places.filter(({ value }) => value !== null && !isKeptByFloat(value)))] as const];
  return {
    name,
    widths: [26, 100],
    headRows: 0,
    headColumns: 0,
    landscape: false,
    rows: all.map(([fact, value]) => [text(fact, { bold: true }), text(value, { wrap: true })]),
  };
}

function exactness(inexact: readonly Place[]): string {
  if (inexact.length === 0) return "Every figure has 15 digits at most, which a spreadsheet keeps exactly.";
  const cells = inexact.slice(0, named).map(({ sheet, row, column }) => `${sheet}!${address(row, column)}`);
  const more = inexact.length > named ? ` and ${inexact.length - named} more` : "";
  return `A spreadsheet keeps 15 digits. ${cells.join(", ")}${more} ${inexact.length === 1 ? "has" : "have"} more, so they are written as text, and whatever counts them is a value instead of a formula.`;
}
