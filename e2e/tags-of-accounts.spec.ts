// What an account is about is said on a page, and the next statement of cash flows follows.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { ada } from "./testing/people.ts";
import { test } from "./testing/test.ts";

const account = "PAYE payable";

test("an account moved to financing stands there in the next cash flow, and back where it was when the rule decides again", async ({ admin, books }) => {
  const accounts = `/o/${books.harakeke}/accounts`;
  await makeCashFlow(admin, books.harakeke);
  expect(await sectionOf(admin)).toBe("Operating Activities");

  await admin.goto(accounts);
  await expect(admin.getByRole("table", { name: "Accounts to confirm" }).getByRole("row", { name: /Income tax payable/ })).toBeVisible();
  await expectAccessible(admin);
  await save(admin, "Financing");
  await expect(admin.getByRole("row", { name: new RegExp(account) })).toContainText("chosen here");
  await makeCashFlow(admin, books.harakeke);
  expect(await sectionOf(admin)).toBe("Financing Activities");
  await expect(admin.getByRole("row", { name: /^Check/ }).getByRole("cell").last().getByRole("link", { name: "nil" })).toBeVisible();

  await admin.goto(accounts);
  await save(admin, "By rule");
  await expect(admin.getByRole("row", { name: new RegExp(account) })).toContainText("by its type");
});

test("without scripts an account's activity is changed all the same", async ({ browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/o/${books.harakeke}/accounts`);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.goto(`/o/${books.harakeke}/accounts`);
  for (const [activity, origin] of [["Investing", "chosen here"], ["By rule", "by its type"]] as const) {
    await save(page, activity);
    await expect(page.getByRole("row", { name: new RegExp(account) })).toContainText(origin);
  }
  await context.close();
});

async function save(page: Page, activity: string): Promise<void> {
  await page.getByLabel(`Activity of ${account}`).selectOption({ label: activity });
  await page.getByRole("button", { name: `Save ${account}` }).click();
}

async function makeCashFlow(page: Page, organisation: string): Promise<void> {
  await page.goto(`/o/${organisation}/reports`);
  await page.getByLabel("Report", { exact: true }).selectOption({ label: "Statement of Cash Flows" });
  await page.getByRole("button", { name: "Make report" }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
}

/** The activity whose heading is the last above the account's row; an account's code follows its name. */
async function sectionOf(page: Page): Promise<string | undefined> {
  const heads = await page.locator(".statement").getByRole("rowheader").allInnerTexts();
  const names = heads.map((head) => head.trim().replace(/\d+$/, ""));
  expect(names).toContain(account);
  return names.slice(0, names.indexOf(account)).findLast((name) => name.endsWith(" Activities"));
}
