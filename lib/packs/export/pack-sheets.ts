// A pack laid out on sheets: its cover, its contents, and each report as it is on paper by itself, with what is said of it beneath. What is issued says
// the same whenever it is asked for, so that it turned stale is not on its paper; a draft's reports say it.
import { monthLabel } from "#lib/day-label.ts";
import type { OpenPack } from "#lib/packs/open-pack.ts";
import { type Fact, periodFact } from "#lib/reports/export/facts.ts";
import { fillPages, type Strip } from "#lib/reports/export/pdf/fill-pages.ts";
import { margin, type Page, type Paper, type Sheets, sizeOf, type Tag } from "#lib/reports/export/pdf/paper.ts";
import { reportContent } from "#lib/reports/export/pdf/report-content.ts";
import { contentLeaves, type Leaf, measureOf, missingWords, numbered } from "#lib/reports/export/pdf/report-sheets.ts";
import { asOneLine, type Setter } from "#lib/reports/export/pdf/set-text.ts";
import { baseline, factTable, greyStyle, type Measure, paragraph, plainStyle, underEachOther } from "#lib/reports/export/pdf/text-strips.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

type Entry = { title: string; page: number };

/** Where the words of the cover begin. */
const coverTop = 150;
const coverStyle = { ...plainStyle, size: 10 };

export function packSheets(opened: OpenPack, paper: Paper, setter: Setter): Sheets {
  const { pack } = opened;
  const reports = reportsOf(opened, paper, setter);
  const entries = entriesOf(reports, 0);
  const cover = frontLeaves(opened, entries, paper, setter);
  const pages = [...frontLeaves(opened, entriesOf(reports, cover.length), paper, setter), ...reports.flatMap(({ leaves }) => leaves)];
  const organisation = organisationOf(opened);
  return {
    pages: numbered(setter, pages),
    title: asOneLine(`${pack.name}, ${organisation}`),
    subject: asOneLine(`Month-end pack, ${monthLabel(pack.month)}`),
    author: asOneLine(organisation),
    keywords: pack.contentHash ? `SHA-256 ${pack.contentHash}` : "Draft",
    madeAt: pack.issuedAt ?? pack.updatedAt,
  };
}

/** As its first report calls it: what it is called today may be something else. */
export function organisationOf({ parts }: OpenPack): string {
  return parts[0]?.report.data.tenant.name ?? "";
}

export function packFacts({ pack, parts }: OpenPack): Fact[] {
  const { month, madeBy, issuedAt, issuedBy, contentHash, id, supersedesId } = pack;
  return [
    ["Month", monthLabel(month)],
    ["Reports", String(parts.length)],
    ...(madeBy ? [["Prepared by", madeBy] as const] : []),
    ["Issued", issuedAt ? `${issuedAt.toISOString()}${issuedBy ? ` by ${issuedBy}` : ""}` : "Not issued: this is a draft"],
    ["Pack id", id],
    ...(contentHash ? [["Pack hash (SHA-256)", contentHash] as const] : []),
    ...(supersedesId ? [["In the place of pack", supersedesId] as const] : []),
  ];
}

type Laid = { title: string; leaves: Leaf[] };

/** Each in a section of its own. What no font could draw is said once, at the very end. */
function reportsOf({ pack, parts }: OpenPack, paper: Paper, setter: Setter): Laid[] {
  return parts.map(({ report: stored, ...said }, place) => {
    const report = pack.status === "issued" ? { ...stored, stale: false } : stored;
    const content = reportContent(report, said);
    const leaves = contentLeaves(content, paper, setter, place === parts.length - 1 ? missingWords(setter) : () => []);
    const title = asOneLine(entryOf(report));
    return { title, leaves: inSection(leaves, `report${place}`, title) };
  });
}

/** What it is called, which says its days unless somebody named it. */
function entryOf({ name, data }: StoredReport): string {
  return name.startsWith(data.title) ? name : `${name}, ${periodFact(data)}`;
}

/** The number of each report's first page, when so many pages stand before the first. */
function entriesOf(reports: readonly Laid[], before: number): Entry[] {
  let page = before + 1;
  return reports.map(({ title, leaves }) => {
    const entry = { title, page };
    page += leaves.length;
    return entry;
  });
}

function frontLeaves(opened: OpenPack, entries: readonly Entry[], paper: Paper, setter: Setter): Leaf[] {
  const size = sizeOf(paper, false);
  const measure = measureOf(size, setter);
  const foot = [`Made by Daybook`, opened.pack.contentHash ? `SHA-256 ${opened.pack.contentHash}` : "Draft, not issued"];
  const laid = (strips: readonly Strip[]) => fillPages(strips, size, () => []).map((page): Leaf => ({ ...page, foot }));
  return [...inSection(laid(coverStrips(measure, opened)), "cover", "Cover"), ...inSection(laid(contentsStrips(measure, entries)), "contents", "Contents")];
}

function coverStrips(measure: Measure, opened: OpenPack): Strip[] {
  const { name, cover } = opened.pack;
  const words = cover.split("\n").filter((line) => line.trim() !== "");
  return [
    { height: coverTop, above: 0, keeps: true, draw: () => [] },
    ...paragraph(measure, organisationOf(opened), { ...greyStyle, size: 13 }, [{ name: "P", id: "organisation" }]),
    ...paragraph(measure, name, { face: "bold", size: 24, ink: "black" }, [{ name: "H1", id: "title" }], { above: 4, keeps: true }),
    ...words.flatMap((line, place) => paragraph(measure, line, coverStyle, [{ name: "P", id: `words.${place}` }], { above: place === 0 ? 18 : 5 })),
    { height: 24, above: 0, keeps: true, draw: () => [] },
    ...factTable(measure, { title: "", names: "Pack", says: "", facts: packFacts(opened) }, "facts"),
  ];
}

function contentsStrips(measure: Measure, entries: readonly Entry[]): Strip[] {
  return [...paragraph(measure, "Contents", { face: "bold", size: 17, ink: "black" }, [{ name: "H1", id: "title" }], { keeps: true }), ...entries.map((entry, place) => entryStrip(measure, entry, place))];
}

/** A title, and at the right of its last line the page that it is on. */
function entryStrip({ setter, width }: Measure, { title, page }: Entry, place: number): Strip {
  const { size } = coverStyle;
  const path: Tag[] = [{ name: "TOC", id: "contents" }, { name: "TOCI", id: `contents.${place}` }];
  const lines = setter.linesOf([{ text: title, ...coverStyle }], width - 60);
  const number = setter.lineOf({ text: String(page), ...coverStyle });
  const height = lines.length * size * 1.4;
  return {
    height,
    above: 8,
    keeps: false,
    draw: (top) => [{ path, lines: [...underEachOther(lines, margin, top, size), { ...number, x: margin + width - number.width, y: baseline(top + height - size * 1.4, size) }], rules: [] }],
  };
}

/** Read aloud as a section, and offered by its name. */
function inSection<Kind extends Page>(pages: readonly Kind[], id: string, bookmark: string): Kind[] {
  const section: Tag = { name: "Sect", id };
  return pages.map((page, place) => ({
    ...page,
    ...(place === 0 ? { bookmark } : {}),
    pieces: page.pieces.map((piece) => (piece.path ? { ...piece, path: [section, ...piece.path] } : piece)),
  }));
}
