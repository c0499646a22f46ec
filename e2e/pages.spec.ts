// What holds for every page: few questions to the database, of use without scripts, and on paper.
import { expect } from "@playwright/test";
import { amountIn, lastCells } from "./testing/figures.ts";
import { endOfSync, figures, harakeke, latestJob, openProfitAndLoss, statement } from "./testing/organisations.ts";
import { ada } from "./testing/people.ts";
import { storedPack } from "./testing/screens.ts";
import { takenOver } from "./testing/taken-over.ts";
import { test } from "./testing/test.ts";

const mostQuestions = 8;
/** The row whose proof is opened here: it has figures in every month. */
const row = "Subscriptions and cloud services";

test("no page asks the database more than eight questions, and none writes when it is only looked at", async ({ admin, books, ownServer }) => {
  await openProfitAndLoss(admin, books.harakeke);
  const report = new URL(admin.url()).pathname;
  const proof = await figures(admin, row).first().getAttribute("href");
  const sum = await figures(admin, "Net Profit").last().getAttribute("href");
  await admin.goto(proof ?? "");
  const document = await admin.getByRole("complementary").getByRole("table").getByRole("link").first().getAttribute("href");
  const home = `/o/${books.harakeke}`;
  const pack = await storedPack(admin, books.harakeke);
  // Bramble's financial year ends on 5 April: a month that is cut is asked for by day besides.
  const tieOuts = [home, `/o/${books.bramble}`].flatMap((each) => [`${each}/tie-out`, `${each}/tie-out?basis=cash`]);
  const pages = ["/", "/organisations", home, `${home}/transactions`, `${home}/transactions?q=nothing+like+this&contactId=0192f000-0000-7000-8000-00000000000c`, `${home}/reports`, `${home}/reports/packs`, pack, `${home}/reports/custom`, "/settings/pack-templates", `${home}/accounts`, `${home}/alerts`, ...tieOuts, `${home}/health`, `${home}/settings`, `${home}/settings/audit`, report, proof, sum, document, `/api${home}/sync`, "/settings/profile", "/settings/api-keys", "/settings/webhooks", "/settings/members", `${home}/settings/members`, "/invitation?token=none", "/settings/audit", "/docs/api", "/docs/api/problems", "/api/v1/openapi.json", "/sign-in", "/set-up", "/nothing-is-here"];
  const asked: Record<string, number> = {};
  for (const page of pages) {
    const doors = await ownServer.doorsDuring(async () => {
      await admin.request.get(`${ownServer.url}${page}`, { maxRedirects: 0 });
    });
    expect(doors.filter(({ door }) => door === "transaction"), `${page} is only looked at`).toEqual([]);
    asked[page ?? ""] = doors.reduce((sum, { queries }) => sum + queries, 0);
  }
  expect(Object.values(asked).some((count) => count > 2), "the questions are counted").toBe(true);
  expect(Object.entries(asked).filter(([, count]) => count > mostQuestions)).toEqual([]);
});

test("a page that takes its time shows its outline in the place of the one before, until it is there", async ({ admin, books }) => {
  const home = `/o/${books.harakeke}`;
  await admin.goto(home);
  await takenOver(admin.locator("nav[aria-label=Sections] a"));
  const held = Promise.withResolvers<void>();
  await admin.route(
    ({ pathname }) => pathname === `${home}/transactions`,
    async (route) => {
      await held.promise;
      await route.continue();
    },
  );
  await admin.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Transactions" }).click();
  const outline = admin.locator("[data-awaited]");
  await expect(outline.getByText("Loading")).toBeVisible();
  await expect(admin.getByRole("heading", { level: 1 })).toBeHidden();
  held.resolve();
  await expect(admin.getByRole("heading", { name: "Transactions", level: 1 })).toBeVisible();
  await expect(outline).toHaveCount(0);
});

test("without scripts one signs in, reads the dashboard and a statement, opens a proof and closes it", async ({ browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/o/${books.harakeke}`);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill("not this one");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("The e-mail or the password is wrong.");
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(`/o/${books.harakeke}`);
  const dashboard = page.getByRole("region", { name: "Dashboard" });
  await expect(dashboard.getByRole("listitem").filter({ hasText: "Net profit" }).getByText(/^−?[\d,]+$/)).toBeVisible();
  const chart = dashboard.getByRole("figure", { name: "Income, costs and net profit" });
  await chart.getByText("The figures").click();
  await expect(chart.getByRole("table").getByRole("rowheader")).toHaveCount(12);

  await openProfitAndLoss(page, books.harakeke);
  const total = await amountIn(figures(page, row).first());
  await figures(page, row).first().click();
  const proof = page.getByRole("complementary", { name: row });
  expect((await lastCells(proof.getByRole("table"), 1)).at(-1)).toBe(total);
  await proof.getByRole("link", { name: "Close" }).click();
  await expect(proof).toHaveCount(0);
  await page.goto(`/o/${books.harakeke}`);
  const before = await latestJob(page, books.harakeke);
  await page.getByRole("button", { name: "Sync now" }).click();
  await expect.poll(async () => (await latestJob(page, books.harakeke))?.id, "a sync is begun").not.toBe(before?.id);
  expect((await endOfSync(page, books.harakeke)).status).toBe("succeeded");
  await context.close();
});

test("a statement prints whole, across the page where it has many columns", async ({ admin, books }) => {
  await openProfitAndLoss(admin, books.harakeke);
  const columns = await statement(admin).getByRole("columnheader").count();
  const pdf = (await admin.pdf({ preferCSSPageSize: true, format: "A4" })).toString("latin1");
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({ width: Number(width), height: Number(height) }));
  const { width = 0, height = 0 } = sheets[0] ?? {};
  expect(sheets.every((sheet) => sheet.width > sheet.height)).toBe(columns > 6);
  expect(sheets.length).toBeLessThanOrEqual(2);

  await admin.emulateMedia({ media: "print" });
  await admin.setViewportSize({ width: printable(width), height: printable(height) });
  const cut = await statement(admin).evaluate((table) => table.getBoundingClientRect().right - document.documentElement.clientWidth);
  expect(cut).toBeLessThanOrEqual(0);
  await expect(admin.getByRole("banner")).toBeHidden();
  await expect(admin.getByRole("button", { name: "Print" })).toBeHidden();
  const paper = admin.getByRole("main");
  for (const said of [harakeke, /1 [A-Z][a-z]{2} \d{4} – \d+ [A-Z][a-z]{2} \d{4} · accrual basis · NZD, whole units/, /^Ties to Xero: \d+ of \d+ accounts/, /^from Xero data synced/]) await expect(paper.getByText(said).first()).toBeVisible();
  await expect(admin.getByRole("heading", { name: "Profit and Loss", level: 1 })).toBeVisible();
  await expect(statement(admin).locator("thead")).toHaveCSS("display", "table-header-group");
  expect(await admin.evaluate(marginBoxes), "each sheet says which of how many it is").toContain('"Page " counter(page) " of " counter(pages)');
});

/** What the style sheets write into the margins of paper. Runs in the page. */
function marginBoxes(): string {
  const rulesOf = (rules: CSSRuleList): string[] => [...rules].flatMap((rule) => (rule instanceof CSSMediaRule ? rulesOf(rule.cssRules) : [rule.cssText]));
  return [...document.styleSheets].flatMap((sheet) => rulesOf(sheet.cssRules)).filter((rule) => rule.startsWith("@page")).join("\n");
}

/** Points of a sheet with margins of 15 mm on both sides, as pixels of a screen. */
function printable(points: number): number {
  return Math.floor(((points / 72) * 25.4 - 30) * (96 / 25.4));
}
