import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { paperUsedIn } from "#lib/reports/export/pdf/paper.ts";
import { reportPdf } from "#lib/reports/export/pdf/report-pdf.ts";
import { reportFile } from "#lib/reports/export/report-file.ts";
import { accountNames, longReport } from "#lib/reports/export/testing/long-report.ts";
import { type Drawn, elementsOf, readPdf, type ReadPage, type ReadPdf } from "#lib/reports/export/testing/read-pdf.ts";
import { sampleReport } from "#lib/reports/export/testing/sample-report.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

const hostile = ["M".repeat(60), "<b>Rent</b> & (more)", "שכר דירה (12)", "إيجار المكتب", "Party 🎉🎉 漢", "=HYPERLINK(1)", `${"Word ".repeat(30)}`.trim(), "\u202e\n"];
const reports: Record<string, StoredReport> = {
  "a year by month": longReport(12, accountNames(60)),
  "three years by month": longReport(36, accountNames(30)),
  "hostile names": longReport(2, hostile),
  "amounts of 10^14": longReport(12, accountNames(8), 99_999_999_999_999n),
  "all kinds of cells": sampleReport,
  "a statement without a row": { ...longReport(1, []), data: { ...longReport(1, []).data, rows: [] } },
};
const read = new Map<string, ReadPdf>();
const raw = new Map<string, string>();

beforeAll(async () => {
  for (const [name, stored] of Object.entries(reports)) {
    const bytes = await reportPdf(stored, "a4");
    read.set(name, await readPdf(bytes));
    raw.set(name, Buffer.from(bytes).toString("latin1"));
  }
});

afterEach(() => {
  vi.useRealTimers();
});

const pagesOf = (name: string): readonly ReadPage[] => read.get(name)?.pages ?? [];
/** Line by line, as they stand beside each other. */
const artifactsOf = ({ drawn }: ReadPage): string[] => [...Map.groupBy(drawn.filter(({ tags }) => tags.length === 0), ({ y }) => y).values()].map((line) => line.map(({ text }) => text).join(""));
const isFigure = (text: string) => /^\(?[\d,]+\.50\)?$/.test(text);

/** Label → figures behind it, of all parts of a table together. */
function figuresByLabel(name: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let label = "";
  for (const { tags, text } of pagesOf(name).flatMap(elementsOf)) {
    if (tags.at(-1) === "TH" && tags.includes("TBody")) label = text;
    if (tags.at(-1) === "TD" && isFigure(text)) found.set(label, [...(found.get(label) ?? []), text]);
  }
  return found;
}

const grouped = (figure: string) => figure.replace("-", "").replace(/\B(?=(\d{3})+\.)/g, ",");
const written = (figure: string) => (figure.startsWith("-") ? `(${grouped(figure)})` : grouped(figure));

test.each(["a year by month", "three years by month", "amounts of 10^14"])("every figure of %s is on the paper once, behind its row and in the order of its columns", (name) => {
  const rows = reports[name]?.data.rows.filter(({ cells }) => cells.length > 0) ?? [];
  expect(Object.fromEntries(figuresByLabel(name))).toEqual(Object.fromEntries(rows.map(({ label, accountCode, cells }) => [accountCode ? `${label} ${accountCode}` : label, cells.map(({ value }) => written(value ?? ""))])));
});

describe.each(Object.keys(reports))("%s", (name) => {
  test("no text lies over another, and none over the edge of the paper", () => {
    for (const { width, height, drawn } of pagesOf(name)) {
      for (const { text, x, y, width: wide } of drawn) expect({ text, isWithin: x >= 41 && x + wide <= width - 41 && y >= 41 && y <= height - 41 }).toEqual({ text, isWithin: true });
      expect(overlapping(drawn)).toEqual([]);
    }
  });

  test("each page says which of how many it is, how the report ties, from which data it was made, and its hash", () => {
    const pages = pagesOf(name);
    expect(pages.length).toBeGreaterThan(0);
    for (const [place, page] of pages.entries()) {
      expect(artifactsOf(page)).toEqual(expect.arrayContaining([`Page ${place + 1} of ${pages.length}`, "Made by Daybook from Xero data synced 21 Nov 2026, 07:12 UTC", `SHA-256 ${sampleReport.contentHash}`, expect.stringMatching(/^Ties to Xero: 12 of 14/)]));
    }
  });

  test("the document names itself and its language, and its tree begins with the organisation and the title", () => {
    expect(read.get(name)).toMatchObject({ title: "Profit and Loss, Hāpuku Services", language: "en-NZ" });
    expect(raw.get(name)).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw.get(name)).toContain("/Marked true");
    expect(raw.get(name)).toContain("/DisplayDocTitle true");
    const [first] = pagesOf(name);
    expect(first && elementsOf(first).slice(0, 2)).toEqual([{ tags: ["Document", "P"], text: "Hāpuku Services" }, { tags: ["Document", "H1"], text: "Profit and Loss" }]);
  });

  test("each row of a table has as many cells as the table has columns, and its heads say what they are heads of", () => {
    const rows = pagesOf(name).flatMap((page) => page.rows);
    expect(rows.length).toBeGreaterThan(0);
    let columns = 0;
    for (const { cells, tags } of rows) {
      if (tags.includes("THead")) columns = cells.length;
      expect(cells.length).toBe(columns);
      expect(cells.map((role, place) => (place === 0 || tags.includes("THead") ? role === "TH" : role === "TD"))).not.toContain(false);
    }
    expect(raw.get(name)?.match(/\/S \/TH\b/g)?.length).toBe(raw.get(name)?.match(/\/Scope \/(Row|Column)/g)?.length);
  });
});

/** Pairs on the same line that share more than a hair of it. */
function overlapping(drawn: readonly Drawn[]): string[] {
  const lines = Map.groupBy(drawn.filter(({ text, width }) => text.trim() !== "" && width > 0), ({ y }) => Math.round(y));
  return [...lines.values()].flatMap((line) => {
    const inOrder = line.toSorted((one, other) => one.x - other.x);
    return inOrder.flatMap(({ text, x, width }, place) => {
      const next = inOrder[place + 1];
      return next && x + width > next.x + 0.6 ? [`${text} | ${next.text}`] : [];
    });
  });
}

test("a table that goes on has its heads again on each page, which are not read aloud twice", () => {
  const pages = pagesOf("a year by month").filter((page) => elementsOf(page).some(({ text }) => isFigure(text)));
  expect(pages.length).toBeGreaterThan(1);
  for (const [place, page] of pages.entries()) {
    const heads = page.drawn.filter(({ text }) => /^20\d\d-\d\d$/.test(text));
    expect(heads.map(({ text }) => text)).toEqual(Array.from({ length: 12 }, (_, month) => `2020-${String(month + 1).padStart(2, "0")}`));
    expect(heads.every(({ tags }) => tags.includes("THead") === (place === 0))).toBe(true);
  }
});

test("later pages begin with whose report it is and of which days", () => {
  for (const page of pagesOf("a year by month").slice(1)) expect(artifactsOf(page)[0]).toBe("Hāpuku Services · Profit and Loss · Oct 2026");
});

test("more columns than a page holds are continued, under the labels of their rows", () => {
  const elements = pagesOf("three years by month").flatMap(elementsOf);
  const parts = elements.filter(({ tags, text }) => tags.at(-1) === "H2" && text.startsWith("Profit and Loss, continued: "));
  expect(parts.length).toBeGreaterThan(0);
  expect(elements.filter(({ text }) => text === "Net Profit")).toHaveLength(parts.length + 1);
  expect(parts.at(-1)?.text).toMatch(/ to 2022-12$/);
});

test("five columns stand upright and six lie, on A4 and on Letter, which is what the United States and Canada use", async () => {
  const sizeOf = async (columns: number, paper: "a4" | "letter") => (await readPdf(await reportPdf(longReport(columns, ["Rent"]), paper))).pages.map(({ width, height }) => [Math.round(width), Math.round(height)])[0];
  expect([await sizeOf(5, "a4"), await sizeOf(6, "a4"), await sizeOf(5, "letter"), await sizeOf(6, "letter")]).toEqual([[595, 842], [842, 595], [612, 792], [792, 612]]);
  expect(["US", "CA", "NZ", "GB", null].map(paperUsedIn)).toEqual(["letter", "letter", "a4", "a4", "a4"]);
});

test("the same report makes the same bytes, and another moment of making is no part of them", async () => {
  const first = await reportPdf(sampleReport, "a4");
  vi.setSystemTime("2040-01-01");
  expect(Buffer.from(await reportPdf(sampleReport, "a4")).equals(Buffer.from(first))).toBe(true);
});

/** As a PDF keeps a text that is not ASCII: UTF-16 behind its mark. */
const kept = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16().toString("latin1").replaceAll(/[()\\]/g, "\\$&");

/** The reader drops those at the ends of lines. */
const withoutSpaces = (text: string) => text.replaceAll(" ", "");

test("whatever an organisation is called, the file is called so too, and its metadata are XML", async () => {
  const name = "</rdf:li> & Söhne) /JS (alert) \\ שכר\u0007\ufffe";
  const { data } = sampleReport;
  const bytes = await reportPdf({ ...sampleReport, data: { ...data, tenant: { ...data.tenant, name } } }, "a4");
  expect((await readPdf(bytes)).title).toBe("Profit and Loss, </rdf:li> & Söhne) /JS (alert) \\ שכר \ufffe");
  const [metadata = ""] = /<x:xmpmeta.*<\/x:xmpmeta>/s.exec(Buffer.from(bytes).toString("utf8")) ?? [];
  expect(metadata).toContain('<rdf:li xml:lang="x-default">Profit and Loss, &lt;/rdf:li&gt; &amp; Söhne) /JS (alert) \\ שכר \ufffd</rdf:li>');
});

test("names are on the paper to the letter, whatever they look like", () => {
  const labels = pagesOf("hostile names").flatMap(elementsOf).filter(({ tags }) => tags.includes("TBody") && tags.at(-1) === "TH").map(({ text }) => withoutSpaces(text));
  expect(labels).toEqual(expect.arrayContaining([`${"M".repeat(60)} 100`, "<b>Rent</b> & (more) 101", "=HYPERLINK(1) 105", `${"Word ".repeat(30)}106`].map(withoutSpaces)));
});

test("a name from right to left, or with signs that no font has, is kept as it was written for whoever copies or hears it", () => {
  for (const name of ["שכר דירה (12) 102", "إيجار المكتب 103", "Party 🎉🎉 漢 104"]) expect(raw.get("hostile names")).toContain(`/ActualText (${kept(name)})`);
});

test("a sign that no font has is said to be one, and counted", () => {
  const texts = pagesOf("hostile names").flatMap(elementsOf).map(({ text }) => text);
  expect(texts).toContain("Party [?][?] [?] 104");
  expect(texts).toContain("[?] stands for 2 different signs that the letters of this file do not have. Copied or read aloud, the text is as it was written.");
  expect(pagesOf("a year by month").flatMap(elementsOf).some(({ text }) => text.includes("[?]"))).toBe(false);
});

test("what is not meaningful says n/m with the number of its reason, which stands among the notes", () => {
  const elements = pagesOf("all kinds of cells").flatMap(elementsOf);
  expect(elements.filter(({ text }) => withoutSpaces(text) === "n/m1")).toHaveLength(1);
  expect(elements).toContainEqual({ tags: ["Document", "L", "LI", "LBody"], text: "n/m 1: Nothing was budgeted." });
});

test("a variance says in a word whether it is good for the profit", async () => {
  const { data } = sampleReport;
  const rows = data.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.column.startsWith("variance:") ? { ...cell, verdict: row.id === "account:rent" ? ("adverse" as const) : ("favourable" as const) } : cell)) }));
  const { pages } = await readPdf(await reportPdf({ ...sampleReport, data: { ...data, rows } }, "a4"));
  const texts = pages.flatMap(elementsOf).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(["adverse (99.95)", "favourable 600.05"]));
});

test("a report that has turned stale says so under its title", async () => {
  const { pages } = await readPdf(await reportPdf({ ...sampleReport, stale: true }, "a4"));
  expect(pages.flatMap(elementsOf)).toContainEqual({ tags: ["Document", "P"], text: "The books have changed since this report was made." });
});

test("the file is called after the report and is a PDF", async () => {
  expect(await reportFile(longReport(1, ["Rent"]), "pdf")).toMatchObject({ type: "application/pdf", name: "Hāpuku Services, Profit and Loss, 2026-10-01 to 2026-10-31.pdf" });
});
