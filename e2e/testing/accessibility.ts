import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export type Look = { width: number; theme: "light" | "dark" };
const darkPhone: Look = { width: 390, theme: "dark" };

/** Holds what is on the screen to WCAG 2.2 AA and to axe's own advice, whatever the impact. `where` is said of what is found. */
export async function expectAccessible(page: Page, where = ""): Promise<void> {
  // A page that was reached by a link gets its title a moment after its content.
  await expect(page).toHaveTitle(/\S/);
  // Nothing is asked of what passed, and no page has frames, for which axe would open a page of its own each time: half of its time goes there.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).withTags(rules).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) })), where).toEqual([]);
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
