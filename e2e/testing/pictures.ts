import type { Page } from "@playwright/test";

/** Keeps what is on the screen as one of the documents' pictures, where they are being made: SCREENSHOTS=1 npm run test:e2e -- --project=sqlite */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== "1") return;
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `docs/images/${name}.png`, animations: "disabled", caret: "hide" });
  if (before) await page.setViewportSize(before);
}
