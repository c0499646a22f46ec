// How large the letters of a table are, and how wide its columns: as large as fit. Where even the smallest do not, the table is drawn in as few parts as
// they allow, each with the labels of the rows.
import type { FigureWords, Head, Look, Table } from "#lib/reports/export/pdf/content.ts";
import type { Face, Ink, Line } from "#lib/reports/export/pdf/paper.ts";
import type { Setter } from "#lib/reports/export/pdf/set-text.ts";

const sizes = [9, 8.5, 8, 7.5, 7] as const;
/** Between two columns. */
export const gutter = 8;
/** Less is too narrow for names; no more is given up for them; and the eye goes no farther to a figure. */
const narrowest = 110;
const widest = 300;
const farthest = 420;
/** By the size of the letters: a longer word of a head is broken. */
const longestHead = 9;

/** `first` and `last` of its columns, counted from nought; widths in points. */
export type Part = { first: number; last: number; widths: readonly number[]; labels: number };
export type Fit = { size: number; parts: readonly Part[] };

export function fitColumns(table: Table, width: number, setter: Setter): Fit {
  const [labelsAtOne, widthsAtOne] = [labelWidth(table, setter), columnWidths(table, setter)];
  const measured = sizes.map((size) => ({ size, widths: widthsAtOne.map((each) => gutter + each * size), labels: Math.min(widest, Math.max(narrowest, labelsAtOne * size)) }));
  const fitting = measured.find(({ widths, labels }) => labels + sum(widths) <= width);
  if (fitting) return { size: fitting.size, parts: [whole(fitting.widths, fitting.labels, width)] };
  const attempts = measured.map(({ size, widths }) => ({ size, parts: inParts(table.heads, widths, width) }));
  const fewest = Math.min(...attempts.map(({ parts }) => parts.length));
  return attempts.find(({ parts }) => parts.length === fewest) ?? { size: sizes[0], parts: [] };
}

/** Columns are as wide as each other where there is room for it. */
function whole(widths: readonly number[], labels: number, width: number): Part {
  const equal = widths.map(() => Math.max(...widths));
  const taken = labels + sum(equal) <= width ? equal : widths;
  return { first: 0, last: widths.length - 1, widths: taken, labels: Math.min(width - sum(taken), farthest) };
}

/** Columns that belong together stay together where they can. */
function inParts(heads: readonly Head[], widths: readonly number[], width: number): Part[] {
  const groups = groupsOf(heads);
  const parts: { first: number; last: number }[] = [];
  for (const { first, last } of groups.flatMap((group) => (widthBetween(widths, group) <= width - narrowest ? [group] : alone(group)))) {
    const before = parts.at(-1);
    if (before && widthBetween(widths, { first: before.first, last }) <= width - narrowest) before.last = last;
    else parts.push({ first, last });
  }
  return parts.map(({ first, last }) => {
    const own = widths.slice(first, last + 1);
    return { first, last, widths: own, labels: Math.min(width - sum(own), widest) };
  });
}

function groupsOf(heads: readonly Head[]): { first: number; last: number }[] {
  const groups: { first: number; last: number }[] = [];
  for (const [index, { isBeside }] of heads.entries()) {
    const last = groups.at(-1);
    if (isBeside && last) last.last = index;
    else groups.push({ first: index, last: index });
  }
  return groups;
}

function alone({ first, last }: { first: number; last: number }): { first: number; last: number }[] {
  return Array.from({ length: last - first + 1 }, (_, place) => ({ first: first + place, last: first + place }));
}

function widthBetween(widths: readonly number[], { first, last }: { first: number; last: number }): number {
  return sum(widths.slice(first, last + 1));
}

/** In letters of one point, without the gutter. Heads may take several lines, so their longest word counts, unless it is longer than any figure need be. */
function columnWidths({ heads, rows }: Table, setter: Setter): number[] {
  return heads.map(({ of, counts }, column) => {
    const words = [...of.split(" "), counts].map((text) => Math.min(longestHead, setter.lineOf({ text, face: "bold", size: headSize, ink: "black" }).width + closing(setter, 1)));
    const figures = rows.map(({ cells, look }) => (cells[column] ? setFigure(cells[column], look, 1, setter).width : 0));
    return largest([...words, ...figures]);
  });
}

function labelWidth({ rows }: Table, setter: Setter): number {
  return largest(rows.map(({ label, code, level, look }) => level * indent + setter.lineOf({ text: `${label} ${code ?? ""}`, size: 1, ...dress(look) }).width));
}

/** Of however many: more than can be arguments of a function. */
function largest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

/** Of a level and of heads, by the size of the letters. */
export const indent = 1.1;
export const headSize = 0.94;

/** Of the parenthesis that a figure has behind it, or would have. */
export function closing(setter: Setter, size: number): number {
  return setter.lineOf({ text: ")", face: "regular", size, ink: "black" }).width;
}

/** The parts of a figure, and how much room all of them take. */
export function setFigure({ figure, closes, verdict, mark }: FigureWords, look: Look, size: number, setter: Setter): { figure: Line; verdict: Line | null; mark: Line | null; behind: number; width: number } {
  const set = setter.lineOf({ text: figure, size, ...dress(look) });
  const before = verdict === null ? null : setter.lineOf({ text: verdict, face: "regular", size: size * 0.85, ink: "grey" });
  const after = mark === null ? null : setter.lineOf({ text: String(mark), face: "regular", size: size * 0.7, ink: "black" });
  const behind = Math.max(closes ? 0 : closing(setter, size), after?.width ?? 0);
  return { figure: set, verdict: before, mark: after, behind, width: set.width + behind + (before ? before.width + size * beside : 0) };
}

/** Between a verdict and its figure. */
export const beside = 0.35;

export function dress(look: Look): { face: Face; ink: Ink } {
  return dresses[look];
}

const dresses: Record<Look, { face: Face; ink: Ink }> = {
  section: { face: "bold", ink: "black" },
  plain: { face: "regular", ink: "black" },
  contact: { face: "regular", ink: "black" },
  residual: { face: "italic", ink: "black" },
  subtotal: { face: "bold", ink: "black" },
  total: { face: "bold", ink: "black" },
  share: { face: "regular", ink: "grey" },
};

function sum(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}
