// An accountant's first question, and that it is answered to nobody else.
import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { bramble, connect, endOfSync } from "./testing/organisations.ts";
import { giveRole, signIn } from "./testing/people.ts";
import { test } from "./testing/test.ts";

test("an accountant reads who did what, filters it and downloads the CSV; who is no accountant any more cannot", async ({ admin, browser, stand, books, secondPerson }) => {
  await giveRole(admin, secondPerson, "Accountant");
  const context = await browser.newContext({ baseURL: stand.url });
  const page = await context.newPage();
  await signIn(page, secondPerson);
  await connect(page, bramble, "ben");
  await endOfSync(page, books.bramble);

  await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Settings" }).click();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Audit" }).click();
  const connected = rows(page).filter({ hasText: "Connected Xero" }).first();
  await expect(connected).toContainText("Ben Clerk");
  await expect(rows(page).filter({ hasText: "Sync succeeded" }).first()).toContainText("Daybook");
  await connected.getByText(/^Row \d+$/).click();
  await expect(connected.getByText("tenant.connected")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("What happened").selectOption("Asked for a sync");
  await page.getByLabel("Who", { exact: true }).selectOption("Ben Clerk");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/action=sync\.requested/);
  await expect(rows(page).filter({ hasText: "Connected Xero" })).toHaveCount(0);
  await expect(rows(page).first()).toContainText("Asked for a sync");
  const shown = await rows(page).count();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trimEnd().split("\r\n");
  expect(lines[0]).toMatch(/^\uFEFFcreatedAt,sequence,action,/);
  expect(lines.length).toBe(shown + 1);
  for (const line of lines.slice(1)) expect(line).toContain(",sync.requested,success,user,Ben Clerk,");

  await page.reload();
  await expect(page.getByLabel("What happened")).toHaveValue("sync.requested");
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(connected).toBeVisible();

  await giveRole(admin, secondPerson, "Standard");
  const refused = await page.request.get(`/api/o/${books.bramble}/audit`);
  expect([refused.status(), await refused.json()]).toMatchObject([403, { detail: "This needs the permission audit:read." }]);
  expect((await page.goto(`/o/${books.bramble}/settings/audit`))?.status()).toBe(404);
  await context.close();

  await admin.goto(`/o/${books.bramble}/settings/audit?status=denied`);
  await expect(rows(admin).filter({ hasText: "This needs the permission audit:read." }).first()).toContainText("Ben Clerk");
  await admin.goto("/settings/audit?action=member.roleChanged");
  await expect(rows(admin).first()).toContainText("Ben Clerk · from: Accountant · to: Standard");
  await expectAccessible(admin);
});

function rows(page: Page) {
  return page.getByRole("table", { name: "Who did what, latest first" }).locator("tbody").getByRole("row");
}
