// Sheets as a tagged PDF: what a page shows is drawn where it stands, and what is read aloud stands once in a tree of headings, paragraphs and tables.
// The same sheets make the same bytes. The library is loaded when the first one is asked for.
import { buffer } from "node:stream/consumers";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { Ink, Page, Piece, Placed, Run, Sheets, Tag } from "#lib/reports/export/pdf/paper.ts";
import type { Setter } from "#lib/reports/export/pdf/set-text.ts";
import { openTree, type SpokenTree } from "#lib/reports/export/pdf/spoken-tree.ts";

type Pen = { document: PDFKit.PDFDocument; tree: SpokenTree; fonts: Set<string>; setter: Setter };

/** Said at all, text is laid out in one piece; otherwise word by word, and from left to right. What is applied is decided by the font. */
const wholeText: PDFKit.Mixins.OpenTypeFeatures[] = ["tnum"];
const inks: Record<Ink, string> = { black: "#16181d", grey: "#5a5f6b" };
/** After so many pieces whoever else waits for this process has a turn. */
const piecesAtOnce = 500;

export async function writePdf({ pages, title, subject, author, keywords, madeAt }: Sheets, setter: Setter): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const info = { Title: title, Subject: subject, Author: author, Keywords: keywords, Creator: "Daybook", Producer: "Daybook", CreationDate: madeAt, ModDate: madeAt };
  const document = new PDFDocument({ margin: 0, autoFirstPage: false, pdfVersion: "1.7", tagged: true, displayTitle: true, lang: "en-NZ", info });
  escapeMetadata(document);
  const bytes = buffer(document);
  const pen: Pen = { document, tree: openTree(document), fonts: new Set(), setter };
  for (const page of pages) await drawPage(pen, page);
  pen.tree.end();
  document.end();
  return new Uint8Array(await bytes);
}

/** The library puts the names of a document into XML as they are. By then it has written them where they stand as they are. */
function escapeMetadata(document: PDFKit.PDFDocument): void {
  const write = document.endMetadata.bind(document);
  document.endMetadata = () => {
    const { Title = "", Subject = "", Author = "" } = document.info;
    Object.assign(document.info, { Title: inXml(Title), Subject: inXml(Subject), Author: inXml(Author) });
    write();
  };
}

/** U+FFFE and U+FFFF are in no XML. */
function inXml(text: string): string {
  return text.replaceAll(/[\uFFFE\uFFFF]/g, "\uFFFD").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function drawPage(pen: Pen, { size, pieces, bookmark }: Page): Promise<void> {
  pen.document.addPage({ size: [size.width, size.height], margin: 0 });
  if (bookmark !== undefined) pen.document.outline.addItem(bookmark);
  for (const [place, piece] of pieces.entries()) {
    if (place % piecesAtOnce === piecesAtOnce - 1) await othersFirst();
    if (piece.path) drawElement(pen, piece.path, piece);
    else drawArtefact(pen, piece);
  }
}

/** An empty cell is an element all the same, so that rows have the same number of them. */
function drawElement(pen: Pen, path: readonly Tag[], { lines, rules }: Piece): void {
  const { document, tree } = pen;
  const element = tree.elementFor(path, lines);
  if (lines.length > 0) {
    element.add(document.markStructureContent(path.at(-1)?.name ?? "Span"));
    drawLines(pen, lines);
    document.endMarkedContent();
  }
  if (rules.length > 0) drawArtefact(pen, { path: null, lines: [], rules });
}

function drawArtefact(pen: Pen, { isOfPage, lines, rules }: Piece): void {
  const { document } = pen;
  document.markContent("Artifact", { type: isOfPage ? "Pagination" : "Layout" });
  drawLines(pen, lines);
  for (const { x, y, width, weight } of rules) document.moveTo(x, y).lineTo(x + width, y).lineWidth(weight).strokeColor(inks.black).stroke();
  document.endMarkedContent();
}

/** With a space behind each that does not end within a word, for whoever copies them. */
function drawLines(pen: Pen, lines: readonly Placed[]): void {
  for (const [place, { runs, says, x, y, joint }] of lines.entries()) {
    const behind = place === lines.length - 1 ? "" : joint;
    if (says !== null) pen.document.markContent("Span", { actual: `${says}${behind}` });
    drawRuns(pen, [...runs, ...runs.slice(-1).map((run) => ({ ...run, text: behind, width: 0 }))], x, y);
    if (says !== null) pen.document.endMarkedContent();
  }
}

function drawRuns(pen: Pen, runs: readonly Run[], x: number, y: number): void {
  let from = x;
  for (const { text, font, size, ink, width } of runs.filter(({ text }) => text !== "")) {
    choose(pen, font);
    pen.document.fontSize(size).fillColor(inks[ink]).text(text, from, y, { lineBreak: false, baseline: "alphabetic", features: wholeText });
    from += width;
  }
}

function choose({ document, fonts, setter }: Pen, font: string): void {
  if (!fonts.has(font)) document.registerFont(font, setter.fontOf(font));
  fonts.add(font);
  document.font(font);
}
