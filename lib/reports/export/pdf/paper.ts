// A report on paper as values: what stands on which page and where, before any library writes it. Lengths are points, 72 to the inch, from the
// upper left corner.

export const papers = ["a4", "letter"] as const;
export type Paper = (typeof papers)[number];
export type Size = { width: number; height: number };

const portrait: Record<Paper, Size> = { a4: { width: 595.28, height: 841.89 }, letter: { width: 612, height: 792 } };

/** `country` as Xero has it, in two letters. */
export function paperUsedIn(country: string | null): Paper {
  return country === "US" || country === "CA" ? "letter" : "a4";
}

export const margin = 42;
/** Of what is printed again on every page: the short head, and the foot. */
export const headRoom = 22;
export const footRoom = 42;

export function sizeOf(paper: Paper, isLandscape: boolean): Size {
  const { width, height } = portrait[paper];
  return isLandscape ? { width: height, height: width } : { width, height };
}

export type Face = "regular" | "bold" | "italic";
export type Ink = "black" | "grey";

/** A stretch of one line that is drawn with one font, in the order of the eye. `font` is a name of `typeface.ts`. */
export type Run = { text: string; font: string; size: number; ink: Ink; width: number };

/** `says` is what a reader hears and copies where that is not what is drawn: other directions, signs without a letter. `joint` is what stands between
 * the line and one behind it: a space, or nothing within a word. */
export type Line = { runs: readonly Run[]; width: number; says: string | null; joint: " " | "" };

/** A line where it stands: the left end of its baseline. */
export type Placed = Line & { x: number; y: number };

export type Rule = { x: number; y: number; width: number; weight: number };

/** An element of the structure that is read aloud. `id` tells it from others of its name. */
export type Tag = { name: "H1" | "H2" | "P" | "Table" | "THead" | "TBody" | "TR" | "TH" | "TD" | "L" | "LI" | "LBody" | "Sect" | "TOC" | "TOCI"; id: string; scope?: "Column" | "Row" };

/** Lines of one element, which is the last of its path. What has no path is not read aloud: an ornament, or what is of the page and not of the report. */
export type Piece = { path: readonly Tag[] | null; isOfPage?: boolean; lines: readonly Placed[]; rules: readonly Rule[] };

/** `bookmark` is what a reader is offered to come here by. */
export type Page = { size: Size; pieces: readonly Piece[]; bookmark?: string };

export type Sheets = { pages: readonly Page[]; title: string; subject: string; author: string; keywords: string; madeAt: Date };
