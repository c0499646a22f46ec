// Texts broken into lines where words end.

type Text = { text: string };
/** A piece of a text from `start` to before `end`. */
export type Slice<Of extends Text> = { words: Of; start: number; end: number };
type Measured<Of extends Text> = (slice: Slice<Of>) => number;

/** What a reader takes for one letter, with its accents. */
export const signs = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As many words a line as fit, at least one line; what is wider than a line by itself is broken between two signs. */
export function brokenLines<Of extends Text>(texts: readonly Of[], width: number, measured: Measured<Of>): Slice<Of>[][] {
  const lines: Slice<Of>[][] = [[]];
  let room = width;
  for (const token of texts.flatMap(tokensOf)) {
    const needed = measured(withoutEnd(token));
    if (needed <= room) {
      room -= put(lines, token, measured);
      continue;
    }
    for (const part of needed <= width ? [token] : cut(token, width, measured)) {
      if (lines.at(-1)?.length !== 0) lines.push([]);
      room = width - put(lines, part, measured);
    }
  }
  return lines;
}

/** Without the spaces at its ends. */
export function trimmed<Of extends Text>(line: readonly Slice<Of>[]): Slice<Of>[] {
  const begun = line.map((slice, place) => (place === 0 ? withoutBeginning(slice) : slice));
  return begun.map((slice, place) => (place === begun.length - 1 ? withoutEnd(slice) : slice));
}

/** Whether a line ends within a word that the next one goes on with. */
export function isWithinWord(line: readonly Slice<Text>[], next: readonly Slice<Text>[] | undefined): boolean {
  return next !== undefined && !textOf(line).endsWith(" ") && !textOf(next).startsWith(" ");
}

export function textOf(line: readonly Slice<Text>[]): string {
  return line.map(({ words, start, end }) => words.text.slice(start, end)).join("");
}

/** A word with the spaces around it. */
function tokensOf<Of extends Text>(words: Of): Slice<Of>[] {
  return [...words.text.matchAll(/ *[^ ]+ */g)].map(({ 0: token, index }) => ({ words, start: index, end: index + token.length }));
}

function put<Of extends Text>(lines: Slice<Of>[][], token: Slice<Of>, measured: Measured<Of>): number {
  const line = lines.at(-1);
  const last = line?.at(-1);
  if (last?.words === token.words && last.end === token.start) last.end = token.end;
  else line?.push({ ...token });
  return measured(token);
}

function withoutBeginning<Of extends Text>({ words, start, end }: Slice<Of>): Slice<Of> {
  return { words, start: end - words.text.slice(start, end).trimStart().length, end };
}

function withoutEnd<Of extends Text>({ words, start, end }: Slice<Of>): Slice<Of> {
  return { words, start, end: start + words.text.slice(start, end).trimEnd().length };
}

function cut<Of extends Text>({ words, start, end }: Slice<Of>, width: number, measured: Measured<Of>): Slice<Of>[] {
  const parts: Slice<Of>[] = [];
  let from = start;
  for (const { segment, index } of signs.segment(words.text.slice(start, end))) {
    const at = start + index;
    if (at > from && measured({ words, start: from, end: at + segment.length }) > width) {
      parts.push({ words, start: from, end: at });
      from = at;
    }
  }
  return [...parts, { words, start: from, end }];
}
