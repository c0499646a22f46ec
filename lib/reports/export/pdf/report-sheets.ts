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

export function reportSheets(stored: StoredReport, paper: Paper, setter: Setter): Sheets {
  const content = reportContent(stored);
  const size = sizeOf(paper, content.tables.some(({ heads }) => heads.length > mostUpright));
  const measure = { setter, width: size.width - 2 * margin, height: size.height - 2 * margin - headRoom - footRoom };
  const strips = [...headStrips(measure, content), ...content.tables.flatMap((table, place) => tableStrips(measure, table, content.title, `table${place}`)), ...endStrips(measure, content)];
  const pages = fillPages(strips, size, againOf(measure, content.again));
  return {
    size,
    pages: pages.map(({ pieces }, place): Page => ({ pieces: [...pieces, ...footOf(measure, size, content.foot, `Page ${place + 1} of ${pages.length}`)] })),
    title: asOneLine(`${content.title}, ${content.organisation}`),
    subject: asOneLine(content.again),
    author: asOneLine(content.organisation),
    keywords: `SHA-256 ${stored.contentHash}`,
    madeAt: new Date(stored.createdAt),
  };
}

function headStrips(measure: Measure, { organisation, title, head }: Content): Strip[] {
  return [
    ...paragraph(measure, organisation, { ...greyStyle, size: 10 }, [{ name: "P", id: "organisation" }]),
    ...paragraph(measure, title, { face: "bold", size: 17, ink: "black" }, [{ name: "H1", id: "title" }], { above: 1, keeps: true }),
    ...head.flatMap((words, place) => paragraph(measure, words, place === 0 ? plainStyle : greyStyle, [{ name: "P", id: `head.${place}` }], { keeps: true })),
  ];
}

/** What no font could draw is known only when everything else has been set. */
function endStrips(measure: Measure, { notes, words }: Content): Strip[] {
  const others = words.flatMap((each, place) => togetherOn(measure.height, [...heading(measure, each.title, `words${place}.title`), ...factTable(measure, each, `words${place}`)]));
  const listed = list(measure, notes, "notes");
  const all = [...listed, ...list(measure, missingWords(measure.setter), "missing")];
  return [...(all.length > 0 ? [...heading(measure, "Notes", "notes.title"), ...all] : []), ...others];
}

function missingWords({ missing }: Setter): string[] {
  if (missing.size === 0) return [];
  return [`[?] stands for ${missing.size === 1 ? "a sign" : `${missing.size} different signs`} that the letters of this file do not have. Copied or read aloud, the text is as it was written.`];
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
