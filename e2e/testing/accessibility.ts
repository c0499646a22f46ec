import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Holds what is on the screen to WCAG 2.2 AA and to axe's own advice. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that was reached by a link gets its title a moment after its content.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ target }) => target.join(" ")) }))).toEqual([]);
}

/** The same on a phone in the dark; afterwards everything is as before. */
export async function expectAccessibleOnADarkPhone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
