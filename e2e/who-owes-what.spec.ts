// Who owes what, and for how long: made on the reports page, opened, and followed from a figure to its documents.
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { amountIn, lastCells, sumOf } from "./testing/figures.ts";
import { ada } from "./testing/people.ts";
import { test } from "./testing/test.ts";

test("aged receivables are made on the reports page, tie to their account, and a click on a figure shows its documents", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/reports`);
  await admin.getByLabel("Report", { exact: true }).selectOption({ label: "Aged Receivables" });
  await expect(admin.getByLabel("Compare with")).toBeHidden();
  await admin.getByLabel("As known on").fill("2020-01-31");
  await admin.getByRole("button", { name: "Make report" }).click();
  await expect(admin.getByText("Nothing was known here on 31 Jan 2020: the first sync came later.")).toBeVisible();
  await admin.getByLabel("Report", { exact: true }).selectOption({ label: "Aged Receivables" });
  await admin.getByLabel("As known on").fill("");
  await admin.getByRole("button", { name: "Make report" }).click();
  await expect(admin.getByRole("heading", { name: "Aged Receivables", exact: true })).toBeVisible();
  await expect(admin.getByText("Ties to Accounts receivable", { exact: true })).toBeVisible();
  await expectAccessible(admin);
  const table = admin.getByRole("table", { name: /^Aged Receivables of/ });
  await expect(table.getByRole("columnheader", { name: /^Over 90 days/ })).toBeVisible();
  await expect(table.getByRole("rowheader", { name: "Difference" }).first()).toBeVisible();

  const contact = table.locator("tbody", { has: admin.locator("summary") }).nth(1);
  const documents = contact.locator("tr").filter({ hasNot: admin.locator("summary") });
  await expect(documents.first()).toBeHidden();
  await contact.locator("summary").click();
  await expect(documents.first()).toBeVisible();

  const figure = contact.locator("tr").first().getByRole("link").nth(-2);
  const total = await amountIn(figure);
  await figure.click();
  const parts = admin.getByRole("table", { name: "What it is summed from, NZD" });
  expect(sumOf(await lastCells(parts, 1))).toBe(total);
  await expect(parts.locator("tbody tr")).toHaveCount(await documents.count());
  await expectAccessible(admin);

  const part = parts.getByRole("link").first();
  const name = await part.innerText();
  await part.click();
  await expect(admin.getByRole("complementary", { name })).toBeVisible();
  await expect(admin.getByText(`${name} = its total less what settled it up to`, { exact: false })).toBeVisible();
  await admin.getByRole("complementary").getByRole("table").getByRole("link").first().click();
  await expect(admin).toHaveURL(/\/transactions\//);
});

test("without scripts a contact unfolds, all documents show by a link, and a debt of a past day is found again", async ({ browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/o/${books.bramble}/reports`);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.goto(`/o/${books.bramble}/reports`);
  await page.getByLabel("Report", { exact: true }).selectOption({ label: "Aged Payables" });
  await page.getByRole("button", { name: "Make report" }).click();
  await expect(page.getByRole("heading", { name: "Aged Payables", exact: true })).toBeVisible();
  const folded = page.locator("tr.statement-folded");
  await expect(folded.first()).toBeHidden();
  await page.locator("summary").first().click();
  await expect(folded.first()).toBeVisible();
  await page.getByRole("link", { name: "Show all documents" }).click();
  await expect(page.getByRole("link", { name: "Fold all documents" })).toBeVisible();
  await expect(folded.last()).toBeVisible();
  await context.close();
});
