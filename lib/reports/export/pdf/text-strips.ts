// Headings, paragraphs, lists and facts as strips, a line each, so that a page may end between two lines.
import { repeated, type Strip } from "#lib/reports/export/pdf/fill-pages.ts";
import type { Words as FactWords } from "#lib/reports/export/pdf/content.ts";
import { type Line, margin, type Placed, type Tag } from "#lib/reports/export/pdf/paper.ts";
import type { Setter, Words } from "#lib/reports/export/pdf/set-text.ts";

const leading = 1.4;

/** How much room a page has. */
export type Measure = { setter: Setter; width: number; height: number };
type Style = Omit<Words, "text">;

export const headingStyle: Style = { face: "bold", size: 11, ink: "black" };
export const plainStyle: Style = { face: "regular", size: 8.5, ink: "black" };
export const greyStyle: Style = { face: "regular", size: 8.5, ink: "grey" };

/** `above` the first line; a heading keeps with what it is of. */
export function paragraph({ setter, width }: Measure, text: string, style: Style, path: readonly Tag[], { above = 3, keeps = false, x = margin } = {}): Strip[] {
  const lines = setter.linesOf([{ text, ...style }], width - (x - margin));
  return lines.map((line, place) => ({ height: style.size * leading, above: place === 0 ? above : 0, keeps: keeps || (place === 0 && lines.length > 1), draw: (top) => [{ path, lines: [{ ...line, x, y: baseline(top, style.size) }], rules: [] }] }));
}

export function heading(measure: Measure, text: string, id: string): Strip[] {
  return paragraph(measure, text, headingStyle, [{ name: "H2", id }], { above: 16, keeps: true });
}

export function list(measure: Measure, items: readonly string[], id: string): Strip[] {
  return items.flatMap((item, place) => {
    const path: Tag[] = [{ name: "L", id }, { name: "LI", id: `${id}.${place}` }, { name: "LBody", id: `${id}.${place}.body` }];
    const [first, ...others] = paragraph(measure, item, plainStyle, path, { x: margin + 10 });
    if (!first) return [];
    const bullet = { ...measure.setter.lineOf({ text: "•", ...greyStyle }), x: margin + 1 };
    const draw = (top: number) => [{ path: null, lines: [{ ...bullet, y: baseline(top, greyStyle.size) }], rules: [] }, ...first.draw(top)];
    return [{ ...first, draw }, ...others];
  });
}

const nameWidth = 150;

/** Names on the left, what is said of each on the right: a table of two columns. */
export function factTable({ setter, width }: Measure, { names, says, facts }: FactWords, id: string): Strip[] {
  const heads = [names, says].map((text) => ({ text, ...greyStyle }));
  const head = factStrip(setter, width, heads, [{ name: "Table", id }, { name: "THead", id: `${id}.head` }], "Column");
  const body: Tag[] = [{ name: "Table", id }, { name: "TBody", id: `${id}.body` }];
  const rows = facts.map((words, place) => factStrip(setter, width, words.map((text) => ({ text, ...plainStyle })), body, "Row", place));
  return [{ ...head, keeps: true }, ...rows.map((row) => ({ ...row, heads: repeated(head) }))];
}

function factStrip(setter: Setter, width: number, [name, value]: readonly Words[], within: readonly Tag[], scope: "Column" | "Row", place = 0): Strip {
  const size = plainStyle.size;
  const row: Tag = { name: "TR", id: `${within.at(-1)?.id}.${place}` };
  const columns = [
    { lines: name ? setter.linesOf([name], nameWidth - 12) : [], x: margin, tag: { name: "TH", id: `${row.id}.name`, scope } },
    { lines: value ? setter.linesOf([value], width - nameWidth) : [], x: margin + nameWidth, tag: { name: scope === "Column" ? "TH" : "TD", id: `${row.id}.value`, ...(scope === "Column" ? { scope } : {}) } },
  ] as const;
  const height = Math.max(...columns.map(({ lines }) => lines.length)) * size * leading;
  return { height, above: 2, keeps: false, draw: (top) => columns.map(({ lines, x, tag }) => ({ path: [...within, row, tag], lines: underEachOther(lines, x, top, size), rules: [] })) };
}

/** `top` is that of the first line. */
export function underEachOther(lines: readonly Line[], x: number, top: number, size: number, spacing = leading): Placed[] {
  return lines.map((line, place) => ({ ...line, x, y: baseline(top + place * size * spacing, size) }));
}

export function baseline(top: number, size: number): number {
  return top + size * 1.06;
}
