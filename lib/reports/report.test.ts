import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reportSchema } from "#lib/reports/report.ts";

const example: unknown = JSON.parse(/## An example[\s\S]*?```json\n([\s\S]*?)\n```/.exec(readFileSync("docs/report-format.md", "utf8"))?.[1] ?? "");

test("the example of the documentation is a report", () => {
  expect(reportSchema.safeParse(example).error).toBeUndefined();
});

test("an unknown member, a float and a day that does not exist are no report", () => {
  const report = reportSchema.parse(example);
  expect(reportSchema.safeParse({ ...report, more: true }).success).toBe(false);
  expect(reportSchema.safeParse({ ...report, quality: { ...report.quality, hiddenAccounts: 0.5 } }).success).toBe(false);
  expect(reportSchema.safeParse({ ...report, period: { ...report.period, end: "2026-02-30" } }).success).toBe(false);
});
