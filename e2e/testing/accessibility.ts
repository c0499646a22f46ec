import { expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";

/** Nothing is asked of what passed, nor of style sheets from elsewhere. The title is looked at apart. */
const options: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  rules: { "document-title": { enabled: false } },
  resultTypes: ["violations"],
  preload: false,
  elementRef: false,
};

declare global {
  interface Window {
    axe: typeof axe;
  }
}

export type Look = { width: number; theme: "light" | "dark" };
const darkPhone: Look = { width: 390, theme: "dark" };

/** Holds what is on the screen to WCAG 2.2 AA and to axe's own advice, whatever the impact. `where` is said of what is found. */
export async function expectAccessible(page: Page, where = ""): Promise<void> {
  expect(await violations(page), where).toEqual([]);
  // A page that was reached by a link has none for a moment before its content, and gets it a moment after.
  await expect(page, where).toHaveTitle(/\S/);
}

/** axe is half a megabyte, so a document that has it keeps it. */
async function violations(page: Page): Promise<{ id: string; at: string[] }[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (asked) => {
    const found = await window.axe.run(document, asked);
    return found.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }));
  }, options);
}

/** The same on a phone in the dark; afterwards everything is as before. */
export async function expectAccessibleOnADarkPhone(page: Page, where = ""): Promise<void> {
  const before = page.viewportSize();
  await look(page, darkPhone);
  await expectAccessible(page, where);
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}

export async function look(page: Page, { width, theme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
}
