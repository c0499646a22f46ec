// Sheets as a tagged PDF: what a page shows is drawn where it stands, and what is read aloud stands once in a tree of headings, paragraphs and tables.
// The same sheets make the same bytes.
import { buffer } from "node:stream/consumers";
import { setImmediate as othersFirst } from "node:timers/promises";
import type { Ink, Page, Piece, Placed, Run, Sheets, Tag } from "#lib/reports/export/pdf/paper.ts";
import type { Setter } from "#lib/reports/export/pdf/set-text.ts";

type Document = PDFKit.PDFDocument;
type Element = ReturnType<Document["struct"]>;
type Pen = { document: Document; fonts: Set<string>; setter: Setter; open: { tag: Tag; element: Element }[] };

/** Said at all, text is laid out in one piece; otherwise word by word, and from left to right. What is applied is decided by the font. */
const wholeText: PDFKit.Mixins.OpenTypeFeatures[] = ["tnum"];
const inks: Record<Ink, string> = { black: "#16181d", grey: "#5a5f6b" };
/** After so many pieces whoever else waits for this process has a turn. */
const piecesAtOnce = 500;

export async function writePdf({ size, pages, title, subject, author, keywords, madeAt }: Sheets, setter: Setter): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const info = { Title: title, Subject: subject, Author: author, Keywords: keywords, Creator: "Daybook", Producer: "Daybook", CreationDate: madeAt, ModDate: madeAt };
  const document = new PDFDocument({ size: [size.width, size.height], margin: 0, autoFirstPage: false, pdfVersion: "1.7", tagged: true, displayTitle: true, lang: "en-NZ", info });
  const bytes = buffer(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const pen: Pen = { document, fonts: new Set(), setter, open: [{ tag: { name: "P", id: "" }, element: root }] };
  for (const page of pages) await drawPage(pen, page);
  openTo(pen, [], []);
  root.end();
  document.end();
  return new Uint8Array(await bytes);
}

async function drawPage(pen: Pen, { pieces }: Page): Promise<void> {
  pen.document.addPage();
  for (const [place, piece] of pieces.entries()) {
    if (place % piecesAtOnce === piecesAtOnce - 1) await othersFirst();
    drawPiece(pen, piece);
  }
}

function drawPiece(pen: Pen, { path, lines, rules }: Piece): void {
  const { document } = pen;
  if (path) {
    const element = openTo(pen, path, lines);
    const tag = path.at(-1)?.name ?? "P";
    if (lines.length > 0) {
      element.add(document.markStructureContent(tag));
      drawLines(pen, lines);
      document.endMarkedContent();
    }
  }
  if (rules.length === 0 && (path || lines.length === 0)) return;
  document.markContent("Artifact", path ? { type: "Layout" } : { type: "Pagination" });
  if (!path) drawLines(pen, lines);
  for (const { x, y, width, weight } of rules) document.moveTo(x, y).lineTo(x + width, y).lineWidth(weight).strokeColor(inks.black).stroke();
  document.endMarkedContent();
}

/** Ends what is open and not on the way, and begins what is on the way and not open. */
function openTo({ document, open }: Pen, path: readonly Tag[], lines: readonly Placed[]): Element {
  const [root, ...others] = open;
  if (!root) throw new Error("The tree of a document has a root.");
  const kept = others.findIndex(({ tag }, depth) => tag.id !== path[depth]?.id);
  for (const { element } of open.splice(1 + (kept === -1 ? others.length : kept)).reverse()) element.end();
  for (const tag of path.slice(open.length - 1)) {
    const element = document.struct(tag.name, { ...(tag.scope ? { scope: tag.scope } : {}), ...saidInstead(tag, lines) });
    open.at(-1)?.element.add(element);
    open.push({ tag, element });
  }
  return open.at(-1)?.element ?? root.element;
}

/** A cell is whole in one piece; a paragraph may go on, and says it line by line. */
function saidInstead({ name }: Tag, lines: readonly Placed[]): { actual?: string } {
  if ((name !== "TH" && name !== "TD") || lines.every(({ says }) => says === null)) return {};
  return { actual: lines.map(({ says, runs, joint }) => (says ?? runs.map(({ text }) => text).join("")) + joint).join("").trimEnd() };
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
