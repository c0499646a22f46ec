// A pack on paper and as a workbook, read back by other programs than those that wrote it.
import { beforeAll, expect, test } from "vitest";
import { packBook } from "#lib/packs/export/pack-book.ts";
import { packFile } from "#lib/packs/export/pack-file.ts";
import { packPdf } from "#lib/packs/export/pack-pdf.ts";
import type { OpenPack } from "#lib/packs/open-pack.ts";
import { accountNames, longReport } from "#lib/reports/export/testing/long-report.ts";
import { elementsOf, readPdf, type ReadPage, type ReadPdf } from "#lib/reports/export/testing/read-pdf.ts";
import { readWorkbook } from "#lib/reports/export/testing/read-workbook.ts";
import { sampleReport } from "#lib/reports/export/testing/sample-report.ts";
import { writeBook } from "#lib/reports/export/xlsx/write-book.ts";

const hash = "5".repeat(64);
const issuedAt = new Date("2026-11-21T07:30:00.000Z");
const wide = longReport(12, accountNames(90));
const issued: OpenPack = {
  pack: {
    id: "01990000-0000-7000-8000-000000000b10",
    tenantId: sampleReport.tenantId,
    status: "issued",
    name: "Owner's pack, Oct 2026",
    month: "2026-10",
    cover: "Prepared for the owners.\nNot audited.",
    templateName: "Owner's pack",
    userId: null,
    madeBy: "Ada Wright",
    issuedById: null,
    issuedBy: "Ben Ngata",
    issuedAt,
    contentHash: hash,
    supersedesId: null,
    createdAt: issuedAt,
    updatedAt: issuedAt,
    currentDataVersion: 15,
    countryCode: "NZ",
    successorId: null,
  },
  parts: [
    { id: "one", commentary: "", notes: [], report: wide, changes: null },
    { id: "two", commentary: "A good month.\nWages come next.", notes: [{ row: "account:rent", text: "Two months at once <b>" }, { row: "total:net", text: "=1+1" }], report: { ...sampleReport, id: "01990000-0000-7000-8000-0000000000f9" }, changes: null },
  ],
};

let bytes: Uint8Array;
let pdf: ReadPdf;

beforeAll(async () => {
  bytes = await packPdf(issued, "a4");
  pdf = await readPdf(bytes);
});

const textsOf = (page: ReadPage | undefined) => (page ? elementsOf(page).map(({ text }) => text) : []);
const decorationOf = (page: ReadPage | undefined) => page?.drawn.filter(({ tags }) => tags.length === 0).map(({ text }) => text).join("") ?? "";
const pageWith = (title: string) => pdf.pages.findIndex((page) => elementsOf(page).some(({ tags, text }) => tags.at(-1) === "H1" && text === title)) + 1;

test("the cover says whose pack it is, of which month, the words that were written for it, who issued it, and its hash", () => {
  const texts = textsOf(pdf.pages[0]);
  expect(texts).toEqual(expect.arrayContaining(["Hāpuku Services", "Owner's pack, Oct 2026", "Prepared for the owners.", "Not audited.", "Oct 2026", "Ada Wright", "2026-11-21T07:30:00.000Z by Ben Ngata", hash]));
  expect(pdf.title).toBe("Owner's pack, Oct 2026, Hāpuku Services");
});

test("the contents name every report with the page that it really begins on", () => {
  const entries = elementsOf(pdf.pages[1] ?? { width: 0, height: 0, drawn: [], rows: [] }).filter(({ tags }) => tags.at(-1) === "TOCI").map(({ text }) => text.replaceAll(/\s+/g, " "));
  const starts = pdf.pages.flatMap((page, place) => (elementsOf(page).some(({ tags, text }) => tags.at(-1) === "H1" && text === "Profit and Loss") ? [place + 1] : []));
  expect(starts).toHaveLength(2);
  expect(starts[0]).toBe(3);
  expect(starts[1]).toBeGreaterThan(4);
  expect(entries).toEqual(starts.map((page) => `Profit and Loss, Oct 2026 ${page}`));
  expect(pageWith("Contents")).toBe(2);
});

test("pages are counted through the whole pack, and each report keeps its own sheet, upright or turned", () => {
  for (const [place, page] of pdf.pages.entries()) expect(decorationOf(page)).toContain(`Page ${place + 1} of ${pdf.pages.length}`);
  expect(pdf.pages.map(({ width, height }) => width > height)).toEqual(pdf.pages.map((_, place) => place >= 2 && place < pdf.pages.length - textsOfSecond().length));
});

test("commentary stands beneath its report, and a note on a row is numbered at the row and in the list", () => {
  const second = textsOfSecond().flat();
  const [table, commentary] = [second.indexOf("Net Profit note 2"), second.indexOf("Commentary")];
  expect(table).toBeGreaterThan(-1);
  expect(commentary).toBeGreaterThan(table);
  expect(second.slice(commentary + 1, commentary + 3)).toEqual(["A good month.", "Wages come next."]);
  expect(second).toEqual(expect.arrayContaining([expect.stringMatching(/^-Rent.* note 1$/), expect.stringMatching(/^Note 1, -Rent.*: Two months at once <b>$/), "Note 2, Net Profit: =1+1"]));
});

test("all of it is within sections of one document, the heads of tables among them", () => {
  const tags = pdf.pages.flatMap(elementsOf).map((element) => element.tags.slice(0, 2).join(" "));
  expect(new Set(tags)).toEqual(new Set(["Document Sect"]));
  expect(pdf.pages.flatMap(({ rows }) => rows).every(({ tags: around }) => around.includes("Sect"))).toBe(true);
});

test("an issued pack is the same bytes each time, also when its books have gone on; a draft says that they have, and that it is one", async () => {
  const goneOn = { ...issued, parts: issued.parts.map((part) => ({ ...part, report: { ...part.report, stale: true } })) };
  expect(Buffer.from(await packPdf(goneOn, "a4")).equals(Buffer.from(bytes))).toBe(true);
  const draft = await readPdf(await packPdf({ ...goneOn, pack: { ...issued.pack, status: "draft", issuedAt: null, issuedBy: null, contentHash: null } }, "a4"));
  expect(draft.pages.flatMap(elementsOf).filter(({ text }) => text === "The books have changed since this report was made.")).toHaveLength(2);
  expect(textsOf(draft.pages[0])).toContain("Not issued: this is a draft");
});

test("the workbook has a sheet of contents, what was said, and each report with live totals that are checked", async () => {
  const book = packBook(issued);
  expect(book.sheets.map(({ name }) => name)).toEqual(["Contents", "Commentary", "1 Profit and Loss", "1 Checks", "1 About", "2 Profit and Loss", "2 Weeks", "2 Checks", "2 About"]);
  const cells = readWorkbook(await writeBook(book));
  const textOf = (at: string) => cells.get(at)?.value;
  expect(["A1", "A2", "A3", "A4"].map((at) => textOf(`Contents!${at}`))).toEqual(["Hāpuku Services", "Owner's pack, Oct 2026", "Prepared for the owners.", "Not audited."]);
  expect([...cells].filter(([at]) => at.startsWith("Contents!")).map(([, { value }]) => value)).toEqual(expect.arrayContaining([hash, "1 Profit and Loss", "2 Profit and Loss", wide.contentHash]));
  expect(["A", "C", "D"].map((column) => [2, 3, 4].map((row) => textOf(`Commentary!${column}${row}`)))).toEqual([
    ["2", "2", "2"],
    [undefined, expect.stringContaining("-Rent"), "Net Profit"],
    ["A good month.\nWages come next.", "Two months at once <b>", "=1+1"],
  ]);
  expect([cells.get("Commentary!D4")?.isText, cells.get("Commentary!D4")?.isQuoted]).toEqual([true, true]);
  // The net profit of the sample, 1,500.10 less 400.05, is computed on its own sheet, checked on the next, and one cell speaks for all.
  const net = [...cells].find(([at, { value }]) => at.startsWith("2 Profit and Loss!C") && value === "1100.05");
  expect(net?.[1].formula).toBe("C11-C13");
  expect(cells.get("2 Profit and Loss!B5")?.formula).toBe("'2 Checks'!B1");
  expect([...cells].some(([at, { formula }]) => at.startsWith("2 Checks!E") && formula === `'2 Profit and Loss'!${net?.[0].split("!")[1]}`)).toBe(true);
});

test("the file is called after the organisation and the pack", async () => {
  expect(await packFile(issued, "xlsx", "a4")).toMatchObject({ name: "Hāpuku Services, Owner's pack, Oct 2026, 2026-10.xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
});

/** The texts of the pages of the second report, page by page. */
function textsOfSecond(): string[][] {
  const starts = pdf.pages.flatMap((page, place) => (elementsOf(page).some(({ tags }) => tags.at(-1) === "H1") ? [place] : []));
  return pdf.pages.slice(starts.at(-1)).map(textsOf);
}
