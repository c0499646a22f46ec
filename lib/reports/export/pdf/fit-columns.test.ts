import { expect, test } from "vitest";
import type { FigureWords, Head, Table } from "#lib/reports/export/pdf/content.ts";
import { fitColumns } from "#lib/reports/export/pdf/fit-columns.ts";
import { openSetter } from "#lib/reports/export/pdf/set-text.ts";

const setter = await openSetter();
const figure = (text: string): FigureWords => ({ figure: text, closes: text.endsWith(")"), verdict: null, mark: null });

function tableOf(heads: readonly Head[], text: string): Table {
  return { title: null, rowsAre: "Account", heads, rows: [{ label: "Rent", code: null, note: null, beneath: null, level: 0, look: "plain", cells: heads.map(() => figure(text)) }] };
}

const month = (of: string): Head[] => [{ of, counts: "NZD", isBeside: false }, ...["Budget", "Variance", "Variance"].map((name) => ({ of: name, counts: "NZD", isBeside: true }))];
const heads = Array.from({ length: 7 }, (_, place) => month(`2026-${place + 1}`)).flat();

test("a month is not parted from its budget and its variance", () => {
  const { parts } = fitColumns(tableOf(heads, "(1,234,567.00)"), 600, setter);
  expect(parts.length).toBeGreaterThan(1);
  for (const { first, last } of parts) expect([first % 4, (last + 1) % 4]).toEqual([0, 0]);
  expect(parts.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, place) => first + place))).toEqual(heads.map((_, place) => place));
});

test("what belongs together and is wider than the sheet is parted all the same, and no part is wider", () => {
  const { parts } = fitColumns(tableOf(heads, "(99,999,999,999,999,999,999,999.00)"), 400, setter);
  expect(parts.map(({ last }) => last).at(-1)).toBe(heads.length - 1);
  for (const { labels, widths } of parts) expect(labels + widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(400);
});

test("a name over a column that is one long word does not make the column wide", () => {
  const named = (of: string) => fitColumns(tableOf([{ of, counts: "NZD", isBeside: false }], "1.00"), 500, setter).parts[0]?.widths[0] ?? 0;
  expect(named("M".repeat(60))).toBeLessThan(100);
  expect(named("M".repeat(60))).toBeGreaterThan(named("Region"));
});

test("columns that have room are as wide as each other", () => {
  const table = tableOf(month("2026-1"), "1.00");
  const [row] = table.rows;
  const wider = { ...table, rows: row ? [{ ...row, cells: [figure("1,234,567.00"), ...row.cells.slice(1)] }] : [] };
  const [part] = fitColumns(wider, 500, setter).parts;
  expect(new Set(part?.widths).size).toBe(1);
});
