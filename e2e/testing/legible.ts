// What nobody can read: text that is cut off, that hangs out of its frame, or that lies over other text. Looked for in the page as it is drawn.
import { expect, type Page } from "@playwright/test";

/** Tall enough that nothing scrolls down, so that all of a page is looked at. */
const height = 6_000;

/** `where` is said of whatever is found. */
export async function expectLegible(page: Page, where: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
  expect.soft(await page.evaluate(illegible), `${where} at ${width}`).toEqual([]);
}

/** Runs in the page, so everything it needs is inside of it. */
function illegible(): string[] {
  type Text = { words: string; box: DOMRect; element: Element };
  const slack = 1;

  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const clips = (element: Element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
  const isForEarsOnly = (element: Element) => element.clientWidth <= 1 && element.clientHeight <= 1;
  const described = (element: Element, words: string) => `“${words.trim().slice(0, 40)}” in ${element.tagName.toLowerCase()}.${element.className.toString().slice(0, 60)}`;

  function frames(element: Element): Element[] {
    const found: Element[] = [];
    for (let frame: Element | null = element; frame && frame !== document.body; frame = frame.parentElement) {
      found.push(frame);
      if (/absolute|fixed/.test(getComputedStyle(frame).position)) break;
    }
    return found;
  }

  function isShown(element: Element | null): element is Element {
    if (!element || /^(SCRIPT|STYLE|OPTION|TITLE)$/i.test(element.tagName)) return false;
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !frames(element).some(isForEarsOnly);
  }

  function texts(): Text[] {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const [words, element] = [node.nodeValue ?? "", node.parentElement];
      if (words.trim() !== "" && isShown(element)) found.push(...linesOf(node).map((box) => ({ words, box, element })));
    }
    return found;
  }

  function linesOf(node: Node): DOMRect[] {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter(({ width }) => width > slack);
  }

  function cut({ words, element }: Text): string[] {
    const frame = frames(element).find((one) => clips(one) && (one.scrollWidth > one.clientWidth + slack || one.scrollHeight > one.clientHeight + slack));
    const saysItWhole = frame && frames(frame).some((one) => one.hasAttribute("title"));
    return frame && !saysItWhole ? [`cut off: ${described(element, words)}`] : [];
  }

  function hangingOut({ words, box, element }: Text): string[] {
    const chain = frames(element);
    const upTo = chain.findIndex((one) => scrolls(one) || clips(one));
    const held = (upTo < 0 ? chain : chain.slice(0, upTo)).filter((one) => getComputedStyle(one).display !== "inline" && getComputedStyle(one).display !== "contents");
    const left = held.find((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      return box.right > right + slack || box.left < left - slack;
    });
    return left ? [`hangs out of ${left.tagName.toLowerCase()}.${left.className.toString().slice(0, 40)}: ${described(element, words)}`] : [];
  }

  /** The part of it that can be seen without scrolling. */
  function seen({ box, element }: Text): DOMRect {
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
    for (const frame of frames(element).filter((one) => scrolls(one) || clips(one))) {
      const edge = frame.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, edge.left), Math.max(top, edge.top), Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }

  /** What floats lies over the rest on purpose. */
  function layerOf(element: Element): Element | null {
    for (let frame: Element | null = element; frame; frame = frame.parentElement) if (/fixed|sticky/.test(getComputedStyle(frame).position)) return frame;
    return null;
  }

  /** Boxes of lines may touch; over each other they lie when a third of the lower one is shared. */
  function overlapping(all: readonly Text[]): string[] {
    const shown = all.map((text) => ({ ...text, box: seen(text), layer: layerOf(text.element) })).filter(({ box }) => box.width > slack && box.height > slack);
    const ordered = shown.toSorted((one, other) => one.box.top - other.box.top);
    return ordered.flatMap((one, index) => {
      const below = [];
      for (let next = index + 1; next < ordered.length; next += 1) {
        const other = ordered[next];
        if (!other || other.box.top >= one.box.bottom) break;
        const [wide, high] = [Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left), one.box.bottom - other.box.top];
        if (one.element !== other.element && one.layer === other.layer && wide > 2 && high > Math.min(one.box.height, other.box.height) / 3) below.push(`lies over “${other.words.trim().slice(0, 40)}”: ${described(one.element, one.words)}`);
      }
      return below;
    });
  }

  const all = texts();
  const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth + slack ? ["the page scrolls sideways"] : [];
  return [...new Set([...sideways, ...all.flatMap(cut), ...all.flatMap(hangingOut), ...overlapping(all)])].slice(0, 12);
}
