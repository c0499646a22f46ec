// Pages filled from top to bottom with what stands under each other. What must not be parted goes to the next page together; there the head of the
// page comes first, and the heads of a table that goes on.
import { footRoom, headRoom, margin, type Page, type Piece, type Size } from "#lib/reports/export/pdf/paper.ts";

/** A strip as wide as the page. `above` is free space, which the top of a page does without. */
export type Strip = {
  height: number;
  above: number;
  draw: (top: number) => readonly Piece[];
  /** Not to be parted from the strip behind it. */
  keeps: boolean;
  beginsPage?: boolean;
  /** What stands above it again where a page begins with it. */
  heads?: Strip;
};

/** `again` is what the second page and all later ones begin with. */
export function fillPages(strips: readonly Strip[], size: Size, again: (top: number) => readonly Piece[]): Page[] {
  const bottom = size.height - margin - footRoom;
  const pages: Piece[][] = [[]];
  let top = margin;
  let isFresh = true;

  function turn(): void {
    pages.push([...again(margin)]);
    top = margin + headRoom;
    isFresh = true;
  }

  function put(strip: Strip): void {
    if (isFresh && strip.heads && pages.length > 1) {
      pages.at(-1)?.push(...strip.heads.draw(top));
      top += strip.heads.height;
    }
    top += isFresh ? 0 : strip.above;
    pages.at(-1)?.push(...strip.draw(top));
    top += strip.height;
    isFresh = false;
  }

  for (const group of keptTogether(strips)) {
    const fits = top + roomOf(group) <= bottom;
    if ((!fits || group[0]?.beginsPage) && !isFresh) turn();
    for (const strip of group) {
      if (top + strip.above + strip.height > bottom && !isFresh) turn();
      put(strip);
    }
  }
  return pages.map((pieces) => ({ size, pieces }));
}

/** What fits on a page by itself is not parted. */
export function togetherOn(height: number, strips: readonly Strip[]): Strip[] {
  const fits = roomOf(strips) <= height;
  return strips.map((strip, place) => ({ ...strip, keeps: strip.keeps || (fits && place < strips.length - 1) }));
}

/** A head as it stands again where its table goes on: of the page, and read aloud no second time. */
export function repeated(head: Strip): Strip {
  return { ...head, draw: (top) => head.draw(top).map((piece) => ({ ...piece, path: null, isOfPage: true })) };
}

function keptTogether(strips: readonly Strip[]): Strip[][] {
  const groups: Strip[][] = [];
  for (const strip of strips) {
    const last = groups.at(-1);
    if (last?.at(-1)?.keeps) last.push(strip);
    else groups.push([strip]);
  }
  return groups;
}

function roomOf(group: readonly Strip[]): number {
  return group.reduce((room, { above, height }) => room + above + height, 0);
}
