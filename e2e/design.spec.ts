// Every part of the looks in every state, on the page that only a server for development has. Its pictures go to test-results; a part of each goes to
// docs/images with: SCREENSHOTS=1 npm run test:e2e -- design --project=sqlite
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { type DevelopmentServer, startDevelopmentServer } from "./testing/development.ts";
import { test } from "./testing/test.ts";

const looks = [
  { name: "light", colorScheme: "light", width: 1280, region: "Charts" },
  { name: "dark", colorScheme: "dark", width: 1280, region: "Controls" },
  { name: "phone", colorScheme: "light", width: 390, region: "Tiles" },
] as const;

let server: DevelopmentServer;
test.beforeAll(async ({ stand }) => {
  server = await startDevelopmentServer(stand);
});
test.afterAll(() => server?.stop());

test("no build has the page of all parts", async ({ request, stand }) => {
  expect((await request.get(`${stand.url}/design`)).status()).toBe(404);
});

test("every part in every state can be read by everybody, in light and dark and on a phone", async ({ page }) => {
  await openDesign(page);
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);
  for (const { name, colorScheme, width, region } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name}: nothing is wider than the page`).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `test-results/design-${name}.png`, fullPage: true, animations: "disabled", caret: "initial" });
    if (process.env.SCREENSHOTS === "1") await pictureOf(page, region, name);
  }
});

test("what opens takes focus, can be read by everybody, closes on Escape and gives focus back", async ({ page }) => {
  await openDesign(page);
  const revoke = page.getByRole("button", { name: "Revoke…" });
  const dialog = page.getByRole("dialog", { name: "Revoke Month end robot?" });
  await revoke.click();
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Revoke this key" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Nothing was changed.");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(revoke).toBeFocused();
  await page.getByRole("button", { name: "Period" }).click();
  await expect(page.getByRole("link", { name: "September 2026" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Save the role" }).click();
  await expect(page.getByRole("region", { name: /^Notifications/ }).getByText("The role is saved.")).toBeVisible();
  await page.getByRole("link", { name: "Open the proof of a figure" }).click();
  const drawer = page.getByRole("complementary", { name: "Sales" });
  await expect(drawer.getByRole("heading", { name: "Sales" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("whatever its kind, a chart that is pointed at says the figures of its table", async ({ page }) => {
  await openDesign(page);
  const charts = await page.getByRole("region", { name: "Charts" }).getByRole("figure").filter({ has: page.getByRole("group") }).all();
  expect(charts).toHaveLength(7);
  for (const chart of charts) await expectToSayItsTable(page, chart);
});

async function expectToSayItsTable(page: Page, chart: Locator): Promise<void> {
  const plot = chart.getByRole("figure", { name: "Chart" });
  await plot.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0, height = 0 } = (await plot.boundingBox()) ?? {};
  const rows = await chart.locator("tbody tr").all();
  const minimum = await chart.locator("tfoot td").allTextContents();
  await page.mouse.move(x + width / 2, y + height / 2);
  await expect(chart.getByRole("application")).toBeVisible();
  for (const place of [0, rows.length - 1]) {
    await page.mouse.move(x + ((place + 0.5) * width) / rows.length, y + height / 3);
    await expect(chart.locator("dl dd")).toHaveText([...((await rows[place]?.locator("td").allTextContents()) ?? []), ...minimum]);
  }
}

async function pictureOf(page: Page, region: string, name: string): Promise<void> {
  // What is fixed to the screen would stand somewhere in it.
  await page.addStyleTag({ content: "[href='#main'] { visibility: hidden }" });
  await page.getByRole("region", { name: region, exact: true }).screenshot({ path: `docs/images/design-${name}.png`, animations: "disabled", caret: "initial" });
}

async function openDesign(page: Page): Promise<void> {
  await page.goto(`${server.url}/design`);
  await page.addStyleTag({ content: "nextjs-portal { display: none }" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
}
