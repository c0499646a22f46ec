// Reports that Xero has under a name of its own: made on the reports page, opened, and followed from a figure to its lines.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { test } from "./testing/test.ts";

async function make(page: Page, organisation: string, name: string): Promise<void> {
  await page.goto(`/o/${organisation}/reports`);
  await page.getByLabel("Report", { exact: true }).selectOption({ label: name });
}

async function made(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Make report" }).click();
  await expect(page.getByRole("heading", { name: title, exact: true })).toBeVisible();
}

test("a trial balance is made as at a day, its two pairs come to the same, and a figure leads to its lines", async ({ admin, books }) => {
  await make(admin, books.harakeke, "Trial Balance");
  await expect(admin.getByLabel("Columns").first()).toBeHidden();
  await expect(admin.getByLabel("Period", { exact: true })).toBeHidden();
  await made(admin, "Trial Balance");
  const table = admin.getByRole("table", { name: /^Trial Balance of/ });
  const total = table.getByRole("row", { name: /^Total/ });
  const [debit, credit, ytdDebit, ytdCredit] = await total.getByRole("link").allInnerTexts();
  expect([debit, ytdDebit]).toEqual([credit, ytdCredit]);
  await expectAccessible(admin);

  const figure = table.getByRole("row", { name: /^Consulting fees/ }).first().getByRole("link").last();
  await figure.click();
  const proof = admin.getByRole("complementary");
  await expect(proof.getByText(/credits less debits posted from/)).toBeVisible();
  await expect(proof.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  await expectAccessible(admin);
});

test("a tax summary ties to its account, is no return, and its tax leads to the documents it came with", async ({ admin, books }) => {
  await make(admin, books.harakeke, "Tax Summary (GST, VAT)");
  await admin.getByLabel("Period", { exact: true }).selectOption("lastMonth");
  await made(admin, "Tax Summary");
  await expect(admin.getByText("This is no tax return", { exact: false })).toBeVisible();
  const table = admin.getByRole("table", { name: /^Tax Summary of/ });
  await expect(table.getByRole("row", { name: "Difference nil" })).toBeVisible();
  await expectAccessible(admin);
  await table.getByRole("row", { name: /OUTPUT/ }).first().getByRole("link").nth(1).click();
  await admin.getByRole("complementary").getByRole("table").getByRole("link").first().click();
  await expect(admin).toHaveURL(/\/transactions\//);
});

test("the palette leads to a new report by its name", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  await admin.keyboard.press("Control+k");
  await admin.getByRole("combobox").fill("bank summ");
  await admin.getByRole("option", { name: "Bank Summary", exact: true }).click();
  await expect(admin.getByLabel("Report", { exact: true })).toHaveValue("named:bankSummary");
});
