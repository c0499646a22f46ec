// A workbook as LibreOffice computes it anew, without a window: what each cell shows after every cached figure was thrown away.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { sheetNames } from "#lib/reports/export/testing/read-workbook.ts";
import { address } from "#lib/reports/export/xlsx/book.ts";

export const haveLibreOffice = spawnSync("soffice", ["--version"]).status === 0;

/** Unless told, it shows the figures that the file came with. */
const always = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;
/** UTF-8, figures as they are and not as they are shown, every sheet a file. */
const asCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

/** "Report!C9" → what it comes to. */
export function recalculate(bytes: Uint8Array): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "daybook-workbook-"));
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), always);
    writeFileSync(join(folder, "book.xlsx"), bytes);
    execFileSync("soffice", [`-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`, "--headless", "--convert-to", asCsv, "--outdir", folder, join(folder, "book.xlsx")], { stdio: "ignore", timeout: 120_000 });
    return new Map(sheetNames(unzipSync(bytes)).flatMap((sheet) => figuresOf(sheet, readFileSync(join(folder, `book-${sheet}.csv`), "utf8"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(sheet: string, csv: string): [string, string][] {
  const records: string[][] = parse(csv, { relax_column_count: true, skip_empty_lines: false });
  return records.flatMap((cells, row) => cells.map((value, column): [string, string] => [`${sheet}!${address(row, column)}`, value]));
}
