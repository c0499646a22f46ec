// The letters of a report on paper: Inter, as on the screen, and Noto Sans where a name is in Hebrew or Arabic. Each comes in parts by alphabet; a sign
// is drawn with the first part that has it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Font, FontCollection, GlyphRun } from "fontkit";
import type { Face } from "#lib/reports/export/pdf/paper.ts";
import { unpackWoff } from "#lib/reports/export/pdf/unpack-woff.ts";

/** `widthOf` a text in letters of one point. */
export type Part = { name: string; font: Font; widthOf: (text: string) => number };
/** A `sign` is what a reader takes for one letter, with its accents. Null where no part has it. */
export type Typeface = { partFor: (sign: string, face: Face) => Part | null; partNamed: (name: string) => Part };

const alphabets = [
  ...["latin", "latin-ext", "greek", "cyrillic", "greek-ext", "cyrillic-ext", "vietnamese"].map((alphabet) => ({ family: "inter", alphabet })),
  { family: "noto-sans-hebrew", alphabet: "hebrew" },
  { family: "noto-sans-arabic", alphabet: "arabic" },
];
const weights: Record<Face, string> = { regular: "400-normal", bold: "600-normal", italic: "400-italic" };

/** The library is loaded when letters are first asked for. Fonts are read for each file anew: they remember which sign first asked for a letter, and
 * would make other bytes of a report by what was printed before it. */
export async function openTypeface(): Promise<Typeface> {
  const { create } = await import("fontkit");
  const open = new Map<string, Part>();
  function part(name: string, family: string): Part {
    const now = open.get(name) ?? { name, ...quickened(plainFont(create(bytesOf(name, family)))) };
    open.set(name, now);
    return now;
  }
  const found = new Map<string, Part | null>();
  return {
    partFor(sign, face) {
      const key = `${face} ${sign}`;
      const known = found.get(key);
      if (known !== undefined) return known;
      const first = firstThatHas(sign, ({ family, alphabet }) => part(nameOf(family, alphabet, face), family));
      found.set(key, first);
      return first;
    },
    partNamed: (name) => open.get(name) ?? missing(name),
  };
}

function firstThatHas(sign: string, partOf: (of: (typeof alphabets)[number]) => Part): Part | null {
  const points = [...sign].filter((character) => !isUnseen(character)).map((character) => character.codePointAt(0) ?? 0);
  for (const of of alphabets) {
    const part = partOf(of);
    if (points.every((point) => part.font.hasGlyphForCodePoint(point))) return part;
  }
  return null;
}

/** What joins or parts its neighbours and is not itself drawn. */
export function isUnseen(character: string): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(character);
}

/** Noto Sans has no italics in these alphabets. */
function nameOf(family: string, alphabet: string, face: Face): string {
  return `${family}-${alphabet}-${family === "inter" ? weights[face] : weights[face].replace("italic", "normal")}`;
}

function bytesOf(name: string, family: string): Buffer {
  return unpackWoff(readFileSync(join(/*turbopackIgnore: true*/ process.cwd(), "node_modules", "@fontsource", family, "files", `${name}.woff`)));
}

function plainFont(font: Font | FontCollection): Font {
  if ("fonts" in font) throw new Error("A file holds one font.");
  return font;
}

/** Figures are as wide as each other, so that they stand in columns; letters do not change with their neighbours for the looks of it. */
const features = () => ({ tnum: true, calt: false });

/** The same words are measured and then drawn. Whoever draws changes the places of the letters, and gets places of their own. */
function quickened(font: Font): Pick<Part, "font" | "widthOf"> {
  const layOut = font.layout.bind(font);
  const known = new Map<string, { run: GlyphRun; width: number }>();
  function laidOut(text: string) {
    const before = known.get(text);
    if (before) return before;
    const run = layOut(text, features());
    const now = { run, width: run.advanceWidth / font.unitsPerEm };
    known.set(text, now);
    return now;
  }
  font.layout = (text) => {
    const { run } = laidOut(text);
    return Object.create(run, { positions: { value: run.positions.map((position) => ({ ...position })) } });
  };
  return { font, widthOf: (text) => laidOut(text).width };
}

function missing(name: string): never {
  throw new Error(`No part called ${name} was opened.`);
}
