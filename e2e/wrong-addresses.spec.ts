// Addresses that somebody made up, and what every answer carries.
import { expect, type Page } from "@playwright/test";
import { figures, latestJob, openProfitAndLoss, statement } from "./testing/organisations.ts";
import { test } from "./testing/test.ts";

const nobodys = "01890a5d-ac96-774b-bcce-b302099a8057";

test("an address where nothing is says so, and leads back", async ({ admin: page, books }) => {
  const home = `/o/${books.harakeke}`;
  const addresses = [
    "/nothing-is-here",
    "/o",
    "/o/not-an-id",
    `/o/${nobodys}`,
    "/o/%00",
    `${home}/nothing-is-here`,
    `${home}/reports/${nobodys}`,
    `${home}/reports/not-an-id`,
    `${home}/reports/'%20or%201=1--`,
    `${home}/reports?cursor=made-up`,
    `${home}/transactions/${nobodys}`,
    `${home}/transactions/not-an-id`,
  ];
  for (const address of addresses) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the start" })).toBeVisible();
    await expectNoInnards(page);
  }
});

test("a made-up cell, line or month leaves the page as it is", async ({ admin: page, books }) => {
  await openProfitAndLoss(page, books.harakeke);
  const report = new URL(page.url()).pathname;
  const cell = (await figures(page, "Consulting fees").first().getAttribute("href"))?.split("?cell=")[1] ?? "";
  for (const query of ["cell=made-up", "cell=a|b", "cell=%00", "cell=x&cell=y", "zero=maybe", `cell=${"x".repeat(3000)}`, `cell=${cell}&cursor=made-up`]) {
    const response = await page.goto(`${report}?${query}`);
    expect(response?.status(), query).toBeLessThan(500);
    await expectNoInnards(page);
    if (response?.status() === 200) await expect(statement(page)).toBeVisible();
  }
  await page.goto(`/o/${books.harakeke}/tie-out?asAt=never`);
  await expect(page.getByRole("heading", { name: "Tie-out" })).toBeVisible();
});

test("a form filled in wrongly is answered with a sentence, and nothing is made", async ({ admin: page, books }) => {
  const reports = `/o/${books.harakeke}/reports`;
  await page.goto(reports);
  const before = await page.getByRole("main").getByRole("rowheader").count();
  await page.getByLabel("Period").selectOption("custom");
  await page.getByRole("button", { name: "Make report" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "For a custom period give its first and its last day." })).toBeVisible();
  await page.getByLabel("First day").fill("2026-06-30");
  await page.getByLabel("Last day").fill("2026-06-01");
  await page.getByLabel("Period").selectOption("custom");
  await page.getByRole("button", { name: "Make report" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The first day, 2026-06-30, lies after the last, 2026-06-01." })).toBeVisible();
  await expect(page).toHaveURL(reports);
  await expectNoInnards(page);
  await page.reload();
  await expect(page.getByRole("main").getByRole("rowheader")).toHaveCount(before);
});

test("every answer forbids foreign scripts, frames and guesses at its type", async ({ admin: page, books }) => {
  const home = `/o/${books.harakeke}`;
  const seen = new Set<string>();
  for (const address of ["/", "/organisations", home, `${home}/reports`, `${home}/tie-out`, `${home}/settings`, "/settings/profile", "/settings/members", "/sign-in", "/nothing-is-here", "/api/health", "/api/v1/tenants", `/api${home}/sync`, "/api/xero/callback"]) {
    const response = await page.request.get(address, { maxRedirects: 0 });
    const headers = response.headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, address).toMatch(/default-src 'self'.*script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'.*object-src 'none'.*frame-ancestors 'none'/);
    expect(policy, address).not.toContain("unsafe-eval");
    expect(headers, address).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin" });
    expect(headers, address).not.toHaveProperty("x-powered-by");
    seen.add(/nonce-([\w+/=]+)/.exec(policy)?.[1] ?? "");
  }
  expect(seen.size).toBe(14);
});

test("no page breaks its own policy or throws in the browser", async ({ admin: page, books }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await openProfitAndLoss(page, books.harakeke);
  await figures(page, "Net Profit").last().click();
  await expect(page.getByRole("complementary")).toBeVisible();
  for (const address of ["/organisations", `/o/${books.harakeke}/tie-out`, `/o/${books.harakeke}/settings`, "/settings/members"]) await page.goto(address);
  expect(complaints).toEqual([]);
});

test("looking changes nothing: not the active organisation, no sync, no session, no report", async ({ admin: page, books }) => {
  const state = async () => {
    await page.goto("/settings/profile");
    const profile = await page.getByRole("definition").allInnerTexts();
    const sessions = await page.getByRole("table", { name: "Where you are signed in" }).getByRole("row").count();
    await page.goto(`/o/${books.harakeke}/reports`);
    const reports = await page.getByRole("main").getByRole("rowheader").count();
    return { profile: profile.at(-1), sessions, reports, jobs: [await latestJob(page, books.harakeke), await latestJob(page, books.bramble)] };
  };
  const before = await state();
  for (const address of ["/api/xero/connect", "/api/auth/signout", "/api/auth/signin", `/o/${books.bramble}?tenantId=${books.bramble}`, `/o/${books.harakeke}?mode=full`, "/sign-in/link?token=made-up", "/set-up", "/register"]) {
    await page.request.get(address);
    await page.request.head(address);
  }
  expect(await state()).toEqual(before);
});

/** No stack, no file, no statement of ours: what is said is said for people. */
async function expectNoInnards(page: Page): Promise<void> {
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.tsx?\b|\.js:\d|select .* from|TypeError|ZodError|digest/i);
}
