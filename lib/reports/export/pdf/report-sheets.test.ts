import { expect, test } from "vitest";
import { reportSheets } from "#lib/reports/export/pdf/report-sheets.ts";
import { openSetter } from "#lib/reports/export/pdf/set-text.ts";
import { accountNames, longReport } from "#lib/reports/export/testing/long-report.ts";
import type { Page } from "#lib/reports/export/pdf/paper.ts";

const setter = await openSetter();

/** The labels of the rows of the first table, page by page. */
function rowsOf({ pieces }: Page): string[] {
  const labels = pieces.filter(({ path }) => path?.[0]?.id === "table0.0" && path.at(-1)?.scope === "Row");
  return labels.map(({ lines }) => lines.map(({ runs }) => runs.map(({ text }) => text).join("")).join(" "));
}

test("however many accounts there are, a section is on the page of its first account, and a total on that of its last", () => {
  const broken = Array.from({ length: 30 }, (_, more) => reportSheets(longReport(1, accountNames(25 + more)), "a4", setter).pages.map(rowsOf).filter((rows) => rows.length > 0)).filter((pages) => pages.length > 1);
  expect(broken.length).toBeGreaterThan(5);
  for (const pages of broken) {
    for (const rows of pages.slice(0, -1)) expect(rows.at(-1)).not.toBe("Costs");
    for (const rows of pages.slice(1)) expect(rows[0]).toMatch(/^Account/);
  }
});

test("letters are as large as leave every column on the sheet, and never smaller than seven points", () => {
  const sizeOf = (months: number, largest: bigint) => {
    const { pages } = reportSheets(longReport(months, ["Rent"], largest), "a4", setter);
    const figures = pages.flatMap(({ pieces }) => pieces).filter(({ path }) => path?.[0]?.id.startsWith("table0") && path.at(-1)?.name === "TD");
    return new Set(figures.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ size }) => size))));
  };
  expect(sizeOf(2, 0n)).toEqual(new Set([9]));
  expect(Math.max(...sizeOf(10, 999_999n))).toBeLessThan(9);
  expect(Math.min(...sizeOf(30, 99_999_999_999_999n))).toBeGreaterThanOrEqual(7);
});
