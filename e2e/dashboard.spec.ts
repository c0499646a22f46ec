// What a finance user does first: read the dashboard, ask a tile where its figure comes from, and end at a document.
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { lastCells, sumOf, tableBeneath } from "./testing/figures.ts";
import { takenOver } from "./testing/taken-over.ts";
import { test } from "./testing/test.ts";

const tiles = ["Cash at bank", "Lowest cash in the next 13 weeks", "Revenue", "Gross margin", "Operating profit", "Net profit", "Receivables", "Payables"];

async function openDashboard(page: Page, organisation: string) {
  await page.goto(`/o/${organisation}`);
  const dashboard = page.getByRole("region", { name: "Dashboard" });
  await expect(dashboard).toBeVisible();
  return dashboard;
}

test("a dashboard shows eight figures, each with its change in words, and what needs attention, easy to read for everybody", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.harakeke);
  await expect(dashboard.getByRole("listitem").filter({ has: admin.getByRole("heading") }).getByRole("heading")).toHaveText(tiles);
  await expect(dashboard.getByText(/(better|worse|more|less) than in [A-Z][a-z]{2} \d{4}$/)).toHaveCount(tiles.length - 1); // what lies ahead is compared with nothing
  await expect(dashboard.getByRole("listitem").filter({ hasText: "Cash at bank" }).getByText(/^\d+ bank transactions? not reconciled \([\d,.]+\)$/)).toBeVisible();
  await expect(dashboard.getByRole("link", { name: /bank transactions? not reconciled$/ })).toBeVisible();
  await expectAccessible(admin);
});

test("a tile leads to its formula, on to a measure's lines, and to a document in Xero", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.harakeke);
  const shown = await dashboard.getByRole("listitem").filter({ hasText: "Gross margin" }).getByText(/^−?[\d.]+%$/).innerText();
  await dashboard.getByRole("link", { name: "Gross margin" }).click();
  const proof = admin.getByRole("complementary", { name: "Gross margin" });
  await expect(proof.getByText("Gross margin = (Revenue − Direct costs) ÷ Revenue, in percent")).toBeVisible();
  await expect(proof.getByText(shown, { exact: true })).toBeVisible();
  await expectAccessible(admin);
  await proof.getByRole("link", { name: "Direct costs" }).click();
  const measure = admin.getByRole("complementary", { name: "Direct costs" });
  const lines = measure.getByRole("table", { name: "Journal lines, NZD" });
  const [amounts, running] = [await lastCells(lines, 2), await lastCells(lines, 1)];
  expect(amounts.length).toBeGreaterThan(1);
  expect(sumOf(amounts)).toBe(running.at(-1));
  await expect(lines.getByRole("link", { name: "Open in Xero" }).first()).toHaveAttribute("href", /^https:\/\/go\.xero\.com\//);
  // Manual journals among the lines have no page here.
  await lines.getByRole("link", { name: /^Bill / }).first().click();
  await expect(admin).toHaveURL(/\/transactions\//);
  await expect(admin.getByRole("table", { name: "Journal, NZD" })).toBeVisible();
});

test("what is overdue leads to the largest documents, which add up to it", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.harakeke);
  await dashboard.getByRole("link", { name: "Invoices are overdue" }).click();
  const proof = admin.getByRole("complementary", { name: "Overdue invoices" });
  const parts = proof.getByRole("table", { name: "What it is summed from, NZD" });
  const amounts = await lastCells(parts, 1);
  expect(amounts.length).toBeGreaterThan(1);
  expect(await parts.locator("tfoot td").innerText()).toBe(await proof.locator("header p.figures").innerText().then((text) => `${text.replace("NZD ", "")}\u2007`));
  await parts.getByRole("link").first().click();
  await expect(admin).toHaveURL(/\/transactions\//);
});

test("the figures of each chart stand in a table, each with its proof", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.bramble);
  const chart = dashboard.getByRole("figure", { name: "Income, costs and net profit" });
  await chart.getByText("The figures").click();
  const table = chart.getByRole("table", { name: "Income, costs and net profit, GBP" });
  await expect(table.getByRole("rowheader")).toHaveCount(12);
  const [income, costs, profit] = [await lastCells(table, 3), await lastCells(table, 2), await lastCells(table, 1)];
  expect(income.map((amount, month) => amount - (costs[month] ?? 0))).toEqual(profit);
  await expectAccessible(admin);
  await table.getByRole("row").last().getByRole("link").last().click();
  await expect(admin.getByRole("complementary", { name: "Net profit" })).toBeVisible();
  await expectAccessible(admin);
});

test("a chart that somebody points at says the figures of its drawing and of its table, and draws the same columns", async ({ admin, books }) => {
  const scripts: string[] = [];
  admin.on("request", (request) => void (request.resourceType() === "script" && scripts.push(request.url())));
  const dashboard = await openDashboard(admin, books.bramble);
  const chart = dashboard.getByRole("figure", { name: "Income, costs and net profit" });
  const plot = chart.getByRole("figure", { name: "Chart" });
  await takenOver(plot);
  await plot.scrollIntoViewIfNeeded();
  const [columns, place] = [await columnsOf(plot), await plot.boundingBox()];
  expect(columns).toHaveLength(2);
  const before = scripts.length;
  await plot.hover();
  const answering = chart.getByRole("application");
  await expect(answering).toBeVisible();
  expect(scripts.length).toBeGreaterThan(before);
  // To a pixel: each rounds by itself.
  for (const [order, edge] of (await columnsOf(answering)).flat().entries()) expect(Math.abs(edge - (columns.flat()[order] ?? Number.NaN))).toBeLessThanOrEqual(1);
  const leads = await answering.locator("a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const rows = await (await tableBeneath(chart)).locator("tbody tr").all();
  expect(rows).toHaveLength(12);
  for (const [order, row] of rows.entries()) {
    const [label = "", ...figures] = await row.locator("th, td").allTextContents();
    const { x = 0, y = 0, width = 0, height = 0 } = place ?? {};
    await admin.mouse.move(x + ((order + 0.5) * width) / rows.length, y + height / 2);
    await expect(chart.locator("dl dd")).toHaveText(figures);
    await expect(chart.locator("dl").locator("..").getByText(label, { exact: true })).toBeVisible();
    const proofs = await row.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(proofs).toEqual([0, 1, 2].map((series) => leads[series * rows.length + order]));
  }
});

test("a chart answers to the arrow keys", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.bramble);
  const chart = dashboard.getByRole("figure", { name: "What is owed, by age" });
  await chart.getByRole("figure", { name: "Chart" }).focus();
  await expect(chart.getByRole("application")).toBeFocused();
  await admin.keyboard.press("ArrowRight");
  await expect(chart.locator("dl dd")).toHaveText(await (await tableBeneath(chart)).locator("tbody tr").nth(1).locator("td").allTextContents());
  await expectAccessible(admin);
});

test("cash ahead begins with today's, its lowest week is the tile's, and each bar leads to the documents behind it", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.harakeke);
  const chart = dashboard.getByRole("figure", { name: "Cash, 13 weeks back and 13 ahead" });
  await chart.getByText("The figures").click();
  const table = chart.getByRole("table", { name: "Cash, 13 weeks back and 13 ahead, NZD" });
  await expect(table.getByRole("rowheader")).toHaveCount(27); // the weeks, and the lowest
  const weeks = table.locator("tbody tr");
  await expect(weeks.nth(13).getByRole("rowheader")).toHaveText(/^This week/);
  // What is overdue already is expected within a week.
  await weeks.nth(14).getByRole("link").first().click();
  const proof = admin.getByRole("complementary", { name: "Expected from customers" });
  const parts = proof.getByRole("table", { name: "What it is summed from, NZD" });
  await expect(parts.getByRole("link").first()).toHaveText(/expected \d+ [A-Z][a-z]{2} \d{4} \(usually /);
});

test("the dashboard is drawn without scripts, and prints without what only a screen needs", async ({ admin, books }) => {
  const html = await (await admin.request.get(`/o/${books.harakeke}`)).text();
  for (const tile of tiles) expect(html).toContain(tile);
  expect(html.match(/<path d="M[^"]+z" class="fill-/g)?.length).toBeGreaterThanOrEqual(6);
  await openDashboard(admin, books.harakeke);
  await admin.emulateMedia({ media: "print" });
  await expect(admin.getByRole("heading", { name: "Net profit", exact: true })).toBeVisible();
  await expect(admin.getByRole("heading", { name: "Sync with Xero" })).toBeHidden();
});

test("what is owed stands by its age, adds up to the tile of receivables, and each age leads to its documents", async ({ admin, books }) => {
  const dashboard = await openDashboard(admin, books.harakeke);
  const chart = dashboard.getByRole("figure", { name: "What is owed, by age" });
  await chart.getByText("The figures").click();
  const table = chart.getByRole("table", { name: "What is owed, by age, NZD" });
  await expect(table.getByRole("rowheader")).toHaveText(["Current", "1–30 days", "31–60 days", "61–90 days", "Over 90 days"]);
  const [receivables, overdue] = [await lastCells(table, 2), table.getByRole("row", { name: /^Over 90 days/ }).getByRole("link").first()];
  const tile = await dashboard.getByRole("listitem").filter({ hasText: "Receivables" }).locator("[title]").first().getAttribute("title");
  expect(sumOf(receivables)).toBe(Number((tile ?? "").replace(/[^\d]/g, "")));
  await overdue.click();
  const proof = admin.getByRole("complementary", { name: "Receivables, more than 90 days overdue" });
  await proof.getByRole("table", { name: "What it is summed from, NZD" }).getByRole("link").first().click();
  await expect(admin).toHaveURL(/\/transactions\//);
});

test("a browser takes a dashboard over without asking Intl, whose first use alone would keep a phone's page from answering", async ({ admin, books }) => {
  await admin.addInitScript(noteIntl);
  const dashboard = await openDashboard(admin, books.bramble);
  await takenOver(dashboard.getByRole("figure", { name: "Chart" }));
  await takenOver(admin.getByText(/calls? to Xero, [\d.]+ MB$/));
  expect(await admin.evaluate(() => performance.getEntriesByName("Intl").length)).toBe(0);
  await admin.evaluate(() => (1234).toLocaleString("en-NZ"));
  expect(await admin.evaluate(() => performance.getEntriesByName("Intl").length)).toBe(1);
});

/** Runs in the page, before its own scripts: each use of what knows how countries write leaves a mark. */
function noteIntl() {
  const note = (on: object, name: string) => {
    const was: unknown = Reflect.get(on, name);
    if (typeof was !== "function") return;
    const apply = (_: unknown, self: unknown, given: unknown[]) => performance.mark("Intl") && Reflect.apply(was, self, given);
    const construct = (_: unknown, given: unknown[]) => performance.mark("Intl") && Reflect.construct(was, given);
    Reflect.set(on, name, new Proxy(was, { apply, construct }));
  };
  for (const name of Object.getOwnPropertyNames(Intl)) note(Intl, name);
  for (const prototype of [Number.prototype, BigInt.prototype, Date.prototype]) note(prototype, "toLocaleString");
}

/** Where the columns of each series are drawn, to a pixel. */
async function columnsOf(plot: Locator): Promise<number[][]> {
  const boxes = await Promise.all((await plot.locator("path[class^=fill-]").all()).map((columns) => columns.boundingBox()));
  return boxes.map((box) => [box?.x, box?.y, box?.width, box?.height].map((edge) => Math.round(edge ?? Number.NaN)));
}
