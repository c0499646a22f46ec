// A stored report laid out on sheets: head, tables, notes, how it is computed, what it is; the foot last, for it says how many pages there are.
import type { Content } from "#lib/reports/export/pdf/content.ts";
import { fillPages, type Strip, togetherOn } from "#lib/reports/export/pdf/fill-pages.ts";
import { footRoom, headRoom, margin, type Page, type Paper, type Piece, sizeOf, type Sheets, type Size } from "#lib/reports/export/pdf/paper.ts";
import { reportContent } from "#lib/reports/export/pdf/report-content.ts";
import { asOneLine, type Setter } from "#lib/reports/export/pdf/set-text.ts";
import { tableStrips } from "#lib/reports/export/pdf/table-strips.ts";
import { baseline, factTable, greyStyle, heading, list, type Measure, paragraph, plainStyle, underEachOther } from "#lib/reports/export/pdf/text-strips.ts";
import type { StoredReport } from "#lib/reports/stored-report.ts";

/** More columns of figures than this, and the sheet is turned. */
const mostUpright = 5;
const footSize = 6.5;

/** A page before anybody knows how many there are: `foot` is what its own foot says. */
export type Leaf = Page & { foot: readonly string[] };

export function reportSheets(stored: StoredReport, paper: Paper, setter: Setter): Sheets {
  const content = reportContent(stored);
  return {
    pages: numbered(setter, contentLeaves(content, paper, setter, missingWords(setter))),
    title: asOneLine(`${content.title}, ${content.organisation}`),
    subject: asOneLine(content.again),
    author: asOneLine(content.organisation),
    keywords: `SHA-256 ${stored.contentHash}`,
    madeAt: new Date(stored.createdAt),
  };
}

/** `lastNotes` is asked for when everything else has been set. */
export function contentLeaves(content: Content, paper: Paper, setter: Setter, lastNotes: () => readonly string[]): Leaf[] {
  const size = sizeOf(paper, content.tables.some(({ heads }) => heads.length > mostUpright));
  const measure = measureOf(size, setter);
  const tables = content.tables.flatMap((table, place) => tableStrips(measure, table, content.title, `table${place}`));
  const strips = [...headStrips(measure, content), ...tables, ...commentaryStrips(measure, content), ...endStrips(measure, content, lastNotes)];
  return fillPages(strips, size, againOf(measure, content.again)).map((page) => ({ ...page, foot: content.foot }));
}

export function measureOf({ width, height }: Size, setter: Setter): Measure {
  return { setter, width: width - 2 * margin, height: height - 2 * margin - headRoom - footRoom };
}

/** Each with its foot, which says how many there are. */
export function numbered(setter: Setter, leaves: readonly Leaf[]): Page[] {
  return leaves.map(({ foot, ...page }, place) => ({ ...page, pieces: [...page.pieces, ...footOf(measureOf(page.size, setter), page.size, foot, `Page ${place + 1} of ${leaves.length}`)] }));
}

function headStrips(measure: Measure, { organisation, title, head }: Content): Strip[] {
  return [
    ...paragraph(measure, organisation, { ...greyStyle, size: 10 }, [{ name: "P", id: "organisation" }]),
    ...paragraph(measure, title, { face: "bold", size: 17, ink: "black" }, [{ name: "H1", id: "title" }], { above: 1, keeps: true }),
    ...head.flatMap((words, place) => paragraph(measure, words, place === 0 ? plainStyle : greyStyle, [{ name: "P", id: `head.${place}` }], { keeps: true })),
  ];
}

function commentaryStrips(measure: Measure, { commentary }: Content): Strip[] {
  if (!commentary) return [];
  const { paragraphs, notes } = commentary;
  return [...heading(measure, "Commentary", "commentary.title"), ...paragraphs.flatMap((words, place) => paragraph(measure, words, plainStyle, [{ name: "P", id: `commentary.${place}` }])), ...list(measure, notes, "commentary.notes")];
}

function endStrips(measure: Measure, { notes, words }: Content, lastNotes: () => readonly string[]): Strip[] {
  const others = words.flatMap((each, place) => togetherOn(measure.height, [...heading(measure, each.title, `words${place}.title`), ...factTable(measure, each, `words${place}`)]));
  const listed = list(measure, notes, "notes");
  const all = [...listed, ...list(measure, lastNotes(), "missing")];
  return [...(all.length > 0 ? [...heading(measure, "Notes", "notes.title"), ...all] : []), ...others];
}

/** What no font could draw is known only when everything has been set. */
export function missingWords({ missing }: Setter): () => string[] {
  return () => (missing.size === 0 ? [] : [`[?] stands for ${missing.size === 1 ? "a sign" : `${missing.size} different signs`} that the letters of this file do not have. Copied or read aloud, the text is as it was written.`]);
}

/** One line; of longer words as much as fits, and a sign that there is more. */
function againOf({ setter, width }: Measure, words: string): (top: number) => Piece[] {
  const style = { ...greyStyle, size: 7.5 };
  const [line, more] = setter.linesOf([{ text: words, ...style }], width - 10);
  if (!line) return () => [];
  const rest = more ? [{ ...setter.lineOf({ text: "…", ...style }), x: margin + line.width }] : [];
  return (top) => [{ path: null, isOfPage: true, lines: [{ ...line, x: margin }, ...rest].map((each) => ({ ...each, y: baseline(top, style.size) })), rules: [] }];
}

function footOf({ setter, width }: Measure, { height }: Size, words: readonly string[], page: string): Piece[] {
  const top = height - margin - footRoom + 12;
  const number = setter.lineOf({ text: page, face: "regular", size: footSize + 1, ink: "black" });
  const lines = words.flatMap((text) => setter.linesOf([{ text, face: "regular", size: footSize, ink: "grey" }], width - number.width - 12));
  return [
    { path: null, isOfPage: true, lines: [], rules: [{ x: margin, y: top - 4, width, weight: 0.4 }] },
    { path: null, isOfPage: true, lines: [...underEachOther(lines, margin, top, footSize), { ...number, x: margin + width - number.width, y: baseline(top, footSize + 1) }], rules: [] },
  ];
}
