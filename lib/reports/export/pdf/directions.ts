// The order in which the eye meets what a line is made of, where it mixes directions (https://www.unicode.org/reports/tr9/).
import bidiFactory from "bidi-js";
import { signs } from "#lib/reports/export/pdf/break-lines.ts";

/** `level` is odd from right to left. */
type Levelled = { text: string; level: number };

const bidi = bidiFactory();

/** Of each code unit; before Hebrew no sign goes to the left. A text has a direction of its own, by its first letter, and none beyond its end. */
export function levelsOf(text: string): Uint8Array {
  return /^[^\u0590-\uffff]*$/.test(text) ? new Uint8Array(text.length) : bidi.getEmbeddingLevels(text, "auto").levels;
}

/** Rule L2: from the highest level down, whatever is at it or above is turned round. */
export function inOrderOfTheEye<Of extends Levelled>(stretches: readonly Of[]): Of[] {
  const highest = Math.max(0, ...stretches.map(({ level }) => level));
  let order = [...stretches];
  for (let level = highest; level > 0; level -= 1) order = turnedFrom(order, level);
  return order;
}

/** A font turns the letters of its own right-to-left script; what has no script, or another, is turned here. */
export function turned({ text, level }: Levelled): string {
  if (level % 2 === 0 || /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text)) return text;
  return [...signs.segment(text)].map(({ segment }) => bidi.getMirroredCharacter(segment) ?? segment).reverse().join("");
}

function turnedFrom<Of extends Levelled>(stretches: readonly Of[], level: number): Of[] {
  const groups: Of[][] = [];
  for (const stretch of stretches) {
    const last = groups.at(-1);
    if (last?.[0] && last[0].level >= level === stretch.level >= level) last.push(stretch);
    else groups.push([stretch]);
  }
  return groups.flatMap((group) => ((group[0]?.level ?? 0) >= level ? group.reverse() : group));
}
