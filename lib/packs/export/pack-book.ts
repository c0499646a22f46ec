// A pack as a workbook: its contents, what is said in it, and for each report the sheets that it has by itself, with live totals and checks.
import { organisationOf, packFacts } from "#lib/packs/export/pack-sheets.ts";
import type { OpenPack, OpenPart } from "#lib/packs/open-pack.ts";
import { periodFact } from "#lib/reports/export/facts.ts";
import { type Book, type BookCell, type Sheet, text } from "#lib/reports/export/xlsx/book.ts";
import { reportSheets, type SheetNames } from "#lib/reports/export/xlsx/report-book.ts";

/** What a spreadsheet takes for the name of a sheet. */
const longestName = 31;

export function packBook(opened: OpenPack): Book {
  const { pack, parts } = opened;
  const isIssued = pack.status === "issued";
  const reports = parts.flatMap(({ report }, place) => reportSheets(isIssued ? { ...report, stale: false } : report, sheetNames(report.data.title, place)));
  return { title: pack.name, organisation: organisationOf(opened), hash: pack.contentHash ?? "none, a draft", sheets: [contentsSheet(opened), commentarySheet(parts), ...reports] };
}

/** "2 Balance Sheet", "2 Checks". */
function sheetNames(title: string, place: number): SheetNames {
  const named = (words: string) => `${place + 1} ${words.replaceAll(/[[\]:*?/\\'\p{Cc}]/gu, " ").trim()}`.slice(0, longestName).trim();
  return { report: named(title), weeks: named("Weeks"), checks: named("Checks"), about: named("About") };
}

const head = (words: readonly string[]) => words.map((each) => text(each, { bold: true }));
const plain = { headRows: 0, headColumns: 0, landscape: false };

function contentsSheet(opened: OpenPack): Sheet {
  const { pack, parts } = opened;
  const cover = pack.cover.split("\n").filter((line) => line !== "");
  return {
    name: "Contents",
    widths: [24, 40, 34, 28, 66],
    ...plain,
    rows: [
      head([organisationOf(opened)]),
      head([pack.name]),
      ...cover.map((line) => [text(line)]),
      [],
      ...packFacts(opened).map(([name, value]) => [text(name, { bold: true }), text(value)]),
      [],
      head(["Number", "Report", "Period", "Sheet", "Report hash (SHA-256)"]),
      ...parts.map(({ report }, place) => [text(String(place + 1)), text(report.name), text(periodFact(report.data)), text(sheetNames(report.data.title, place).report), text(report.contentHash)]),
    ],
  };
}

function commentarySheet(parts: readonly OpenPart[]): Sheet {
  return { name: "Commentary", widths: [10, 34, 34, 100], ...plain, rows: [head(["Number", "Report", "Row", "Commentary"]), ...parts.flatMap(saidOf)] };
}

function saidOf({ report, commentary, notes }: OpenPart, place: number): BookCell[][] {
  const labels = new Map(report.data.rows.map(({ id, label }) => [id, label]));
  const said = [...(commentary === "" ? [] : [{ of: "", words: commentary }]), ...notes.map(({ row, text: words }) => ({ of: labels.get(row) ?? row, words }))];
  return said.map(({ of, words }) => [text(String(place + 1)), text(report.name), text(of), text(words, { wrap: true })]);
}
