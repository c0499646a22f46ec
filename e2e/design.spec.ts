// Every part of the looks in every state, on the page that only a server for development has; it is opened once, for there it takes its time. Its
// pictures go to test-results; a part of each goes to docs/images with: SCREENSHOTS=1 npm run test:e2e -- design --project=sqlite
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { type DevelopmentServer, startDevelopmentServer } from "./testing/development.ts";
import { tableBeneath } from "./testing/figures.ts";
import { takenOver } from "./testing/taken-over.ts";
import { test } from "./testing/test.ts";

const looks = [
  { name: "light", colorScheme: "light", width: 1280, region: "Charts" },
  { name: "dark", colorScheme: "dark", width: 1280, region: "Controls" },
  { name: "phone", colorScheme: "light", width: 390, region: "Tiles" },
] as const;

let server: DevelopmentServer;
let page: Page;
test.describe.configure({ mode: "serial" });
test.beforeAll(async ({ browser, stand }) => {
  server = await startDevelopmentServer(stand);
  page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`${server.url}/design`);
  await page.addStyleTag({ content: "nextjs-portal { display: none }" });
  await takenOver(page.locator("main button").first(), 100_000);
});
test.afterAll(async () => {
  await page?.context().close();
  await server?.stop();
});

test("no build has the page of all parts", async ({ request, stand }) => {
  expect((await request.get(`${stand.url}/design`)).status()).toBe(404);
});

test("every part in every state can be read by everybody, in light and on a phone in the dark", async () => {
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);
});

test("whatever opens takes focus, closes on Escape and gives focus back, and what a form did is said", async () => {
  const revoke = page.getByRole("button", { name: "Revoke…" });
  const dialog = page.getByRole("dialog", { name: "Revoke Month end robot?" });
  await revoke.click();
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Revoke this key" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Nothing was changed.");
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
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("whatever its kind, a chart that is pointed at says the figures of its table", async () => {
  const charts = await page.getByRole("region", { name: "Charts" }).getByRole("figure").filter({ has: page.getByRole("group") }).all();
  expect(charts).toHaveLength(7);
  for (const chart of charts) await expectToSayItsTable(chart);
});

test("nothing is wider than its screen, in light, in dark and on a phone, and of each there is a picture", async () => {
  // What is fixed to the screen would stand somewhere in the pictures.
  await page.addStyleTag({ content: "[href='#main'], [data-sonner-toaster] { visibility: hidden }" });
  for (const { name, colorScheme, width, region } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    // A chart that answers fits its new place a moment later.
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), { message: name }).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `test-results/design-${name}.png`, fullPage: true, animations: "disabled" });
    if (process.env.SCREENSHOTS === "1") await page.getByRole("region", { name: region, exact: true }).screenshot({ path: `docs/images/design-${name}.png`, animations: "disabled" });
  }
});

async function expectToSayItsTable(chart: Locator): Promise<void> {
  // One that came to lie beneath the pointer answers already.
  const plot = chart.getByRole("figure", { name: "Chart" }).or(chart.getByRole("application"));
  await plot.scrollIntoViewIfNeeded();
  const { x = 0, y = 0, width = 0, height = 0 } = (await plot.boundingBox()) ?? {};
  await page.mouse.move(x + width / 2, y + height / 2);
  await expect(chart.getByRole("application")).toBeVisible();
  const table = await tableBeneath(chart);
  const rows = await table.locator("tbody tr").all();
  const minimum = await table.locator("tfoot td").allTextContents();
  for (const place of [0, rows.length - 1]) {
    const figures = [...((await rows[place]?.locator("td").allTextContents()) ?? []), ...minimum];
    // A chart that has just come does not hear of a pointer that is there already.
    await expect(async () => {
      for (const third of [1, 2]) await page.mouse.move(x + ((place + 0.5) * width) / rows.length, y + (third * height) / 3);
      await expect(chart.locator("dl dd")).toHaveText(figures, { timeout: 1_000 });
    }).toPass();
  }
}
