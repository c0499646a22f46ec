// Text set in lines, each in the order in which the eye reads it, whatever directions it mixes, and every sign in a font that has it.
import type { Font } from "fontkit";
import { brokenLines, isWithinWord, signs, type Slice as SliceOf, textOf, trimmed } from "#lib/reports/export/pdf/break-lines.ts";
import { inOrderOfTheEye, levelsOf, turned } from "#lib/reports/export/pdf/directions.ts";
import type { Face, Ink, Line, Run } from "#lib/reports/export/pdf/paper.ts";
import { isUnseen, openTypeface, type Part, type Typeface } from "#lib/reports/export/pdf/typeface.ts";

/** `size` in points. */
export type Words = { text: string; face: Face; size: number; ink: Ink };

export type Setter = {
  /** The lines that these words take in `width` points, at least one. */
  linesOf: (words: readonly Words[], width: number) => Line[];
  lineOf: (words: Words) => Line;
  fontOf: (name: string) => Font;
  /** Signs that no font had. */
  missing: ReadonlySet<string>;
};

type Prepared = Words & { levels: Uint8Array };
type Slice = SliceOf<Prepared>;
/** Signs that are set together. */
type Stretch = { text: string; part: Part; level: number; isSubstitute: boolean };
type Case = { typeface: Typeface; missing: Set<string> };

/** Stands for a sign that no font has. */
export const substitute = "[?]";

export async function openSetter(): Promise<Setter> {
  const letters: Case = { typeface: await openTypeface(), missing: new Set() };
  const measured = (slice: Slice) => widthOf(runsOf(slice.words, stretchesOf(letters, slice)));
  return {
    linesOf(words, width) {
      const lines = brokenLines(words.map(prepared), width, measured);
      return lines.map((line, place) => lineFrom(letters, trimmed(line), isWithinWord(line, lines[place + 1]) ? "" : " "));
    },
    lineOf(words) {
      const text = prepared(words);
      return lineFrom(letters, [{ words: text, start: 0, end: text.text.length }], " ");
    },
    fontOf: (name) => letters.typeface.partNamed(name).font,
    missing: letters.missing,
  };
}

/** Names may hold line ends, and halves of signs. */
export function asOneLine(text: string): string {
  return text.toWellFormed().normalize("NFC").replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ");
}

function prepared(words: Words): Prepared {
  const text = asOneLine(words.text);
  return { ...words, text, levels: levelsOf(text) };
}

function lineFrom(letters: Case, slices: readonly Slice[], joint: Line["joint"]): Line {
  const set = slices.map((slice) => ({ slice, stretches: stretchesOf(letters, slice) }));
  const isAsWritten = set.every(({ stretches }) => stretches.every(({ isSubstitute, level }) => !isSubstitute && level === 0));
  const runs = set.flatMap(({ slice, stretches }) => runsOf(slice.words, stretches));
  return { runs, width: widthOf(runs), says: isAsWritten ? null : textOf(slices), joint };
}

function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { width }) => sum + width, 0);
}

function runsOf({ size, ink }: Words, stretches: readonly Stretch[]): Run[] {
  return inOrderOfTheEye(stretches).map((stretch) => {
    const { name, widthOf: widthAtOne } = stretch.part;
    const text = stretch.isSubstitute ? stretch.text : turned(stretch);
    return { text, font: name, size, ink, width: widthAtOne(text) * size };
  });
}

function stretchesOf(letters: Case, { words: { text, face, levels }, start, end }: Slice): Stretch[] {
  const stretches: Stretch[] = [];
  const written = text.slice(start, end);
  const part = isAscii(written) ? letters.typeface.partFor("A", face) : null;
  if (part && written !== "") return [{ text: written, part, level: levels[start] ?? 0, isSubstitute: false }];
  for (const { segment, index } of signs.segment(written)) {
    const sign = seen(segment);
    if (sign === "") continue;
    const stretch = { level: levels[start + index] ?? 0, ...drawn(letters, sign, face) };
    const last = stretches.at(-1);
    if (last && isOfOneKind(last, stretch)) last.text += stretch.text;
    else stretches.push(stretch);
  }
  return stretches;
}

/** Most of what stands on a statement. Its signs are one part's, each a sign by itself, and no direction changes but within a longer text. */
function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** What is not seen shapes Arabic letters beside it, or nothing. */
function seen(sign: string): string {
  const kept = [...sign].filter((character) => !isUnseen(character) || joiners.includes(character)).join("");
  return joiners.includes(kept) ? "" : kept;
}

const joiners = ["\u200c", "\u200d"];

function drawn({ typeface, missing }: Case, sign: string, face: Face): Omit<Stretch, "level"> {
  const part = typeface.partFor(sign, face);
  if (part) return { text: sign, part, isSubstitute: false };
  missing.add(sign);
  return { text: substitute, part: typeface.partFor("?", face) ?? noLetters(), isSubstitute: true };
}

function isOfOneKind(one: Stretch, other: Stretch): boolean {
  return one.part === other.part && one.level === other.level && !one.isSubstitute && !other.isSubstitute;
}

function noLetters(): never {
  throw new Error("The font of reports has no letters.");
}
