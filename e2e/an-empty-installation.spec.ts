// The first file, as files go by name: the main job, from an installation where nobody has been to two organisations whose figures lead to their documents. Each step goes on
// from the one before, as a person does.
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { amountIn, lastCells, sumOf } from "./testing/figures.ts";
import { bramble, connect, consent, endOfSync, figures, harakeke, openProfitAndLoss, statement } from "./testing/organisations.ts";
import { ada, fillIn } from "./testing/people.ts";
import { standOf } from "./testing/stand.ts";

test.describe.configure({ mode: "serial" });

let context: BrowserContext;
let page: Page;
let nz = "";
let uk = "";

test.beforeAll(async ({ browser }, { project }) => {
  context = await browser.newContext({ baseURL: standOf(project.name).url });
  page = await context.newPage();
});

test.afterAll(async () => context.close());

test("a first visit to an empty installation is the set-up page, which makes the first Admin and then is closed", async ({ page: stranger }) => {
  await page.goto("/");
  await expect(page).toHaveURL("/set-up");
  await expect(page.getByRole("heading", { name: "Set up Daybook" })).toBeVisible();
  await expectAccessible(page);
  await fillIn(page, ada);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page).toHaveURL("/organisations");

  await stranger.goto("/set-up");
  await expect(stranger).toHaveURL("/sign-in");
  await expectAccessible(stranger);
});

test("without an organisation the page says what will be here, why it is not, and the next step", async () => {
  await expect(page.getByText("No organisation yet")).toBeVisible();
  await expect(page.getByText("Connect an organisation to begin.")).toBeVisible();
  await expectAccessible(page);
});

test("connecting leads through Xero's consent and back to a sync that shows objects and counts, and can be left", async () => {
  await page.getByRole("button", { name: "Connect Xero" }).click();
  nz = await consent(page, harakeke);
  await expect(page.getByText("You can leave this page; the sync goes on.")).toBeVisible();
  const invoices = page.getByRole("table", { name: "What this sync has fetched so far" }).getByRole("row", { name: /^Invoices/ });
  await expect(invoices).toContainText(/\d+ of [\d,]+/, { timeout: 90_000 });
  await page.goto("/settings/profile");
  await endOfSync(page, nz);
  await page.goto("/");
  await expect(page).toHaveURL(`/o/${nz}`);
  await expect(page.getByText("Complete", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);
});

test("a profit and loss opens from the overview as a real table: a caption, and heads for every row and column", async () => {
  await openProfitAndLoss(page, nz);
  const table = statement(page);
  await expect(table.locator("caption")).toHaveText(`Profit and Loss of ${harakeke}, accrual basis, whole NZD`);
  const columns = await table.getByRole("columnheader").count();
  expect(columns).toBeGreaterThan(2);
  await expect(table.getByRole("columnheader", { name: /^Total/ })).toBeVisible();
  await expect(table.locator("thead th:not([scope=col])")).toHaveCount(0);
  for (const row of ["Total Trading Income", "Gross Profit", "Total Operating Expenses", "Net Profit"]) {
    await expect(table.getByRole("rowheader", { name: row })).toBeVisible();
    await expect(figures(page, row)).toHaveCount(columns - 1);
  }
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);
});

test("a click on a figure opens its proof, whose running total ends at the figure", async () => {
  const figure = figures(page, "Subscriptions and cloud services").first();
  const total = await amountIn(figure);
  await figure.click();
  const proof = page.getByRole("complementary", { name: "Subscriptions and cloud services" });
  await expect(proof).toBeVisible();
  await expectAccessible(page);
  const lines = proof.getByRole("table", { name: "Journal lines, NZD" });
  const [amounts, runningTotals] = [await lastCells(lines, 2), await lastCells(lines, 1)];
  expect(runningTotals.at(-1)).toBe(total);
  expect(sumOf(amounts)).toBe(total);
});

test("a line of the proof leads to its document, with lines and a journal that balances, and on to Xero", async () => {
  const line = page.getByRole("complementary").getByRole("table").getByRole("row").nth(1);
  await expect(line.getByRole("link", { name: "Open in Xero" })).toHaveAttribute("href", /^https:\/\/go\.xero\.com\//);
  await line.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/transactions\//);
  await expect(page.getByRole("table", { name: "Lines, NZD" }).getByRole("row").nth(1)).toContainText("Subscriptions and cloud services");
  const journal = page.getByRole("table", { name: "Journal, NZD" });
  const [debits, credits] = [await lastCells(journal, 2), await lastCells(journal, 1)];
  expect(debits.at(-1)).toBe(credits.at(-1));
  expect(debits.at(-1)).not.toBe(0);
  await expect(page.getByRole("link", { name: "Open in Xero" })).toHaveAttribute("href", /^https:\/\/go\.xero\.com\//);
  await expectAccessible(page);
});

test("a sum is proved by its parts, and each part leads on to its own proof", async () => {
  await openProfitAndLoss(page, nz);
  const figure = figures(page, "Net Profit").last();
  const total = await amountIn(figure);
  await figure.click();
  const parts = page.getByRole("table", { name: "What it is summed from, NZD" });
  await expect(parts).toBeVisible();
  expect(sumOf(await lastCells(parts, 1))).toBe(total);
  await parts.getByRole("link", { name: "Total Operating Expenses" }).click();
  await expect(page.getByRole("complementary", { name: "Total Operating Expenses" })).toBeVisible();
});

test("what differs from Xero stands on the statement in a row of its own, with what explains it", async () => {
  await openProfitAndLoss(page, nz);
  await figures(page, "Other Xero postings").last().click();
  const parts = page.getByRole("complementary", { name: "Other Xero postings" });
  await expect(parts).toContainText("Payroll, which Xero posts itself.");
});

test("the badge says how many accounts tie to Xero, and leads to those that do not, month by month", async () => {
  await page.goto(`/o/${nz}`);
  const badge = page.getByText(/^Ties to Xero: \d+ of \d+ accounts; \d+ differ by [\d,]+\.\d\d, explained$/);
  const words = await badge.innerText();
  await page.getByRole("link", { name: words }).click();
  await expect(page.getByRole("heading", { name: "Tie-out" })).toBeVisible();
  await expect(badge).toHaveText(words);
  const month = page.getByRole("table", { name: /^Differences to Xero's trial balance by month/ }).locator("tr", { has: page.locator("[aria-current=true]") });
  const accounts = page.getByRole("table", { name: /^Accounts that differ/ });
  await expect(accounts.getByRole("rowheader")).toHaveCount(Number(await month.getByRole("cell").nth(1).innerText()));
  const [explained, unexplained] = [await lastCells(accounts, 3), await lastCells(accounts, 2)];
  expect(explained.every((amount) => amount !== 0)).toBe(true);
  expect(sumOf(unexplained)).toBe(0);
  await expectAccessible(page);
});

test("a second organisation is connected like the first, and books without postings of Xero's own tie to the last account", async () => {
  uk = await connect(page, bramble);
  await endOfSync(page, uk);
  await page.goto(`/o/${uk}`);
  await expect(page.getByText("Complete", { exact: true })).toBeVisible();
  const [, agreeing, all] = /^Ties to Xero: (\d+) of (\d+) accounts$/.exec(await page.getByRole("link", { name: /^Ties to Xero/ }).innerText()) ?? [];
  expect(Number(all)).toBeGreaterThan(0);
  expect(agreeing).toBe(all);
});

test("switching the organisation by mouse changes figures and currency", async () => {
  await openProfitAndLoss(page, uk);
  const inPounds = await amountIn(figures(page, "Net Profit").last());
  await expect(statement(page).getByRole("columnheader", { name: /^Total/ })).toContainText("GBP");
  await page.getByRole("button", { name: `Organisation: ${bramble}` }).click();
  await page.getByRole("dialog", { name: "Choose an organisation" }).getByRole("button", { name: new RegExp(harakeke) }).click();
  await expect(page).toHaveURL(new RegExp(`/o/${nz}/reports$`));
  await openProfitAndLoss(page, nz);
  await expect(statement(page).getByRole("columnheader", { name: /^Total/ })).toContainText("NZD");
  expect(await amountIn(figures(page, "Net Profit").last())).not.toBe(inPounds);
});

test("the keyboard switches as well: type a part of the name, Enter", async () => {
  await page.goto(`/o/${nz}`);
  await page.getByRole("button", { name: `Organisation: ${harakeke}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: "Filter organisations" })).toBeFocused();
  await page.keyboard.type("bram");
  await expect(page.getByRole("list", { name: "Organisations" }).getByRole("button")).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/o/${uk}`);
  await expect(page.getByRole("heading", { name: bramble })).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(`/o/${uk}`);
});
