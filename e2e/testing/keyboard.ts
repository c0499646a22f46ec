// What hands that never leave the keyboard do.
import { expect, type Locator, type Page } from "@playwright/test";

/** By Tab, as often as it takes. */
export async function walkTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

/** By the keys that stand on the control, as the hints show them: "g r". */
export async function type(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(" ")) await page.keyboard.press(key);
}
