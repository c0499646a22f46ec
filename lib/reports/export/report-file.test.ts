import { beforeAll, expect, test } from "vitest";
import { fileHeaders } from "#lib/file-response.ts";
import { contentHash } from "#lib/canonical.ts";
import { reportFile } from "#lib/reports/export/report-file.ts";
import { exampleStoredReport } from "#lib/reports/examples.ts";
import { readWorkbook, type ReadCell } from "#lib/reports/export/testing/read-workbook.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";
import { sampleReport } from "#lib/reports/export/testing/sample-report.ts";

/** With the byte order mark, which `text()` would swallow. */
const textOf = async (format: "csv" | "json", report = sampleReport) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(await (await reportFile(report, format)).arrayBuffer());

let cells: Map<string, ReadCell>;
beforeAll(async () => {
  cells = readWorkbook(new Uint8Array(await (await reportFile(sampleReport, "xlsx")).arrayBuffer()));
});

const formulas = (sheet: string) => Object.fromEntries([...cells].flatMap(([at, { formula, value }]) => (at.startsWith(`${sheet}!`) && formula !== null ? [[at.slice(sheet.length + 1), [formula, value]]] : [])));

test("every total, variance, share and key figure is a formula over the cells it is made of, with the stored figure as its result", () => {
  expect(formulas("Report")).toEqual({
    B5: ["Checks!B1", "OK"],
    ...{ E9: ["C9-D9", "200.10"], F9: ["ROUND(E9/ABS(D9)*100,2)", "20.01"] },
    ...{ E10: ["C10", "300.00"] },
    ...{ C11: ["SUM(C9:C10)", "1500.10"], D11: ["D9", "1000.00"], E11: ["C11-D11", "500.10"], F11: ["ROUND(E11/ABS(D11)*100,2)", "50.01"] },
    ...{ E13: ["C13-D13", "-99.95"], F13: ["ROUND(E13/ABS(D13)*100,2)", "-19.99"] },
    ...{ C14: ["C11-C13", "1100.05"], D14: ["D11-D13", "500.00"], E14: ["C14-D14", "600.05"], F14: ["ROUND(E14/ABS(D14)*100,2)", "120.01"] },
    C15: ["ROUND(C14/C11*100,2)", "73.33"],
    C16: ["ROUND(((C11-C13)/C11)*100,2)", "73.33"],
  });
  expect(formulas("Weeks")).toMatchObject({ C9: ["Report!C14", "1100.05"] });
});

test("accounts are numbers, negative ones too, and what has no figure says n/m or nothing", () => {
  expect(["C9", "D9", "C10", "C13", "D13"].map((at) => cells.get(`Report!${at}`))).toEqual(["1200.1", "1000", "300", "400.05", "500"].map((value) => ({ value, formula: null, isText: false, isQuoted: false })));
  expect([cells.get("Report!F10")?.value, cells.get("Report!D10")?.value]).toEqual(["n/m", ""]);
});

test("an amount of more than fifteen digits stands as text to its last digit, is in no formula, and the workbook says so", () => {
  expect(["C17", "C18", "C19", "C20"].map((at) => cells.get(`Report!${at}`))).toMatchObject([
    { value: "99999999999999.9999", isText: true },
    { value: "99999999999998.9999", isText: true },
    { value: "199999999999998.9998", isText: true },
    { value: "1", isText: false, formula: null },
  ]);
  expect([...cells.values()].find(({ value }) => value.startsWith("A spreadsheet keeps 15 digits"))?.value).toContain("Report!C17, Report!C18, Report!C19 have more");
});

test("names that begin like a formula are quoted text, to the letter", () => {
  expect(["B9", "A9", "B10", "B13", "B17", "B18"].map((at) => cells.get(`Report!${at}`))).toMatchObject(
    ['=HYPERLINK("http://evil.example","Sales")', "@200", "+Fees", "-Rent, “north”\n\u202eשכר\u202c", "\tTreasury", "\rVault"].map((value) => ({ value, isText: true, isQuoted: true, formula: null })),
  );
  expect(cells.get("Report!B11")).toMatchObject({ value: "Total Trading Income", isQuoted: false });
});

test("there is a check of every live cell, each with the stored figure as a number and the cell it watches", () => {
  const live = [...Object.keys(formulas("Report")).filter((at) => at !== "B5").map((at) => `Report!${at}`), "Weeks!C9"];
  const rows = live.map((_, index) => index + 4);
  expect(rows.map((row) => cells.get(`Checks!E${row}`)?.formula)).toEqual(live);
  expect(rows.map((row) => Number(cells.get(`Checks!D${row}`)?.value))).toEqual(live.map((at) => Number(cells.get(at)?.value)));
  expect(cells.get("Checks!F4")?.formula).toBe('IFERROR(IF(ABS(E4-D4)<0.005,"OK","CHANGED"),"CHANGED")');
  expect(cells.get("Checks!B1")?.formula).toBe(`IF(COUNTIF(F4:F${live.length + 3},"OK")=${live.length},"OK",${live.length}-COUNTIF(F4:F${live.length + 3},"OK")&" of ${live.length} CHANGED")`);
});

test("workbook and CSV say whose report it is, of which days, basis, filters and data, how it ties, and its hash", async () => {
  const csv = await textOf("csv");
  const about = Object.fromEntries([...cells].flatMap(([at, { value }]) => (at.startsWith("About!A") ? [[value, cells.get(at.replace("!A", "!B"))?.value]] : [])));
  const facts = {
    ...{ Organisation: "Hāpuku Services", Report: "Profit and Loss", Period: "Oct 2026", Basis: "accrual", Currency: "NZD", Filters: "accounts without amounts left out" },
    ...{ "Xero data synced at": "2026-11-21T07:12:00.000Z", "Report hash (SHA-256)": sampleReport.contentHash, "Report id": sampleReport.id },
    "Tie-out": "Ties to Xero: 12 of 14 accounts; 2 differ by 0.06, up to 31 Oct 2026",
  };
  expect(about).toMatchObject(facts);
  for (const [name, value] of Object.entries(facts)) expect(csv).toContain(`${name},${value.includes(",") ? `"${value}"` : value}\r\n`);
});

test("a target stands behind the months of its key figure, as a number of its unit in the workbook and exactly in CSV, and a report without any has no room for one", async () => {
  const { comparison: _none, ...common } = sampleReport.data;
  const parameters = { from: "2026-10-01", to: "2026-10-31", columns: "month", compare: "none", basis: "accrual", hideZero: true } as const;
  const dashboard: StoredReport = { ...sampleReport, data: { ...common, comparison: null, type: "KPI_DASHBOARD", parameters, targets: [{ kpi: "margin", value: "75.00" }] } };
  const own = readWorkbook(new Uint8Array(await (await reportFile(dashboard, "xlsx")).arrayBuffer()));
  expect(["G7", "G15", "G16"].map((at) => own.get(`Report!${at}`)?.value ?? null)).toEqual(["Target", null, "75"]);
  expect(["G7", "G16"].map((at) => cells.get(`Report!${at}`))).toEqual([undefined, undefined]);
  expect([...own].filter(([at]) => at.startsWith("Weeks!")).map(([, { value }]) => value)).not.toContain("Target");
  expect(await textOf("csv", dashboard)).toContain(",kpi,,Margin,2026-10,percent,73.33,,,kpi:margin|2026-10,75.00\r\n");
});

test("a report that has turned stale says so in its file", async () => {
  const said = "Note,The books have changed since this report was made.\r\n";
  expect(await textOf("csv", { ...sampleReport, stale: true })).toContain(said);
  expect(await textOf("csv")).not.toContain(said);
});

test("in CSV a hostile name has an apostrophe before it, and a figure is a number to its last digit and with its sign", async () => {
  const lines = (await textOf("csv")).split("\r\n");
  expect(lines[0]).toBe("\uFEFFOrganisation,Hāpuku Services");
  expect(lines).toContain(`,account,'@200,"'=HYPERLINK(""http://evil.example"",""Sales"")",2026-10,money,1200.10,1000.00,200.10,account:sales|2026-10,`);
  expect(lines).toContain(",account,,'+Fees,2026-10,money,300.00,,300.00,account:fees|2026-10,");
  expect(lines).toContain(`,account,,"'-Rent, “north”\n\u202eשכר\u202c",2026-10,money,400.05,500.00,-99.95,account:rent|2026-10,`);
  expect(lines).toContain(",kpi,,Margin,2026-10,percent,73.33,,,kpi:margin|2026-10,");
  expect(lines).toContain(",subtotal,,Both,2026-10,money,199999999999998.9998,,,total:large|2026-10,");
});

test("the JSON is the stored report: its document hashes to the hash beside it", async () => {
  const read = JSON.parse(await textOf("json", exampleStoredReport));
  expect(read).toEqual(exampleStoredReport);
  expect(contentHash(read.data)).toBe(read.contentHash);
});

test("a file is called after the organisation, the report and its days, in any letters, and by nothing a file system or a reader could mistake", async () => {
  const named = async (organisation: string, name: string) => (await reportFile({ ...exampleStoredReport, name, data: { ...exampleStoredReport.data, tenant: { id: "t", name: organisation } } }, "json")).name;
  expect(await named("Hāpuku Services", "Profit and Loss, Oct 2026")).toBe("Hāpuku Services, Profit and Loss, 2026-10-01 to 2026-10-31.json");
  expect(await named('..\\A/B: "C"\u202e\n*', "For the board")).toBe("A B C, For the board, 2026-10-01 to 2026-10-31.json");
  expect(Buffer.byteLength(await named("漢".repeat(200), "😀".repeat(200)))).toBeLessThan(255);
  expect(await named("///", "Board")).toBe("Board, 2026-10-01 to 2026-10-31.json");
  expect(fileHeaders({ name: "Hāpuku £.csv", type: "text/csv" })["content-disposition"]).toBe("attachment; filename=\"H?puku ?.csv\"; filename*=UTF-8''H%C4%81puku%20%C2%A3.csv");
});
