// What the workbook promises, asked of a spreadsheet program. It takes half a minute, so it runs in the long form, where LibreOffice is installed.
import { expect, test } from "vitest";
import { reportFile } from "#lib/reports/export/report-file.ts";
import { readWorkbook, withNumber } from "#lib/reports/export/testing/read-workbook.ts";
import { haveLibreOffice, recalculate } from "#lib/reports/export/testing/recalculate.ts";
import { sampleReport } from "#lib/reports/export/testing/sample-report.ts";

const reason = haveLibreOffice ? "" : " (left out: soffice is not installed, Debian's libreoffice-calc)";

test.skipIf(!process.env.TEST_LONG || !haveLibreOffice)(`LibreOffice computes what is stored; one input changed moves the totals above it and flips their checks, and no others${reason}`, { timeout: 240_000 }, async () => {
  const bytes = new Uint8Array(await (await reportFile(sampleReport, "xlsx")).arrayBuffer());
  const figures = recalculate(bytes);
  const live = [...readWorkbook(bytes)].filter(([, { formula }]) => formula !== null);
  expect(live.length).toBeGreaterThan(40);
  expect(live.map(([at]) => [at, figures.get(at)])).toEqual(live.map(([at, { value }]) => [at, Number.isNaN(Number(value)) ? value : String(Number(value))]));

  // Sales 1,300.10 instead of 1,200.10: income 1,600.10, net 1,200.05, of income 75.00 %, and the week begins with the net.
  const changed = recalculate(withNumber(bytes, "Report", "C9", "1300.1"));
  const at = ["C9", "C11", "C14", "C15", "C16", "E9", "F9", "D14"].map((cell) => changed.get(`Report!${cell}`));
  expect(at).toEqual(["1300.1", "1600.1", "1200.05", "75", "75", "300.1", "30.01", "500"]);
  expect(changed.get("Weeks!C9")).toBe("1200.05");
  const checks = [...changed].filter(([cell, value]) => cell.startsWith("Checks!F") && (value === "OK" || value === "CHANGED"));
  const flipped = checks.filter(([, value]) => value === "CHANGED").map(([cell]) => changed.get(cell.replace("!F", "!C")));
  expect(flipped).toEqual(["Report!E9", "Report!F9", "Report!C11", "Report!E11", "Report!F11", "Report!C14", "Report!E14", "Report!F14", "Report!C15", "Report!C16", "Weeks!C9"]);
  expect(changed.get("Checks!B1")).toBe(`11 of ${checks.length} CHANGED`);
  expect(changed.get("Report!B5")).toBe(changed.get("Checks!B1"));
});
