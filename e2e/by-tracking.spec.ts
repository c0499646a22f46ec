// A profit and loss told apart by tracking, and of one option alone, with the lines behind a figure.
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { amountIn, sumOf } from "./testing/figures.ts";
import { test } from "./testing/test.ts";

test("income is told apart by region, followed to the lines of one, and looked at for that one alone, which is not called tied", async ({ admin, books }) => {
  const reports = `/o/${books.harakeke}/reports`;
  await admin.goto(reports);
  await admin.getByLabel("Columns", { exact: true }).first().selectOption({ label: "A column an option of Region" });
  await admin.getByRole("button", { name: "Make report" }).click();
  await expect(admin.getByText(/ · by Region/)).toBeVisible();
  for (const name of [/^Auckland/, /^South Island/, /^Wellington/, /^Unassigned/, /^Total/]) await expect(admin.getByRole("columnheader", { name })).toBeVisible();
  await expectAccessible(admin);

  const income = admin.getByRole("row", { name: /^Total Trading Income/ }).getByRole("link");
  const amounts = await Promise.all([0, 1, 2, 3, 4].map((nth) => amountIn(income.nth(nth))));
  const [auckland] = amounts;
  expect(sumOf(amounts.slice(0, -1))).toBe(amounts.at(-1));

  await admin.getByRole("row", { name: /^Consulting/ }).first().getByRole("link").first().click();
  const proof = admin.getByRole("complementary");
  await expect(proof.getByText(/credits less debits posted from .+, Region: Auckland$/)).toBeVisible();
  await expectAccessible(admin);

  await admin.goto(reports);
  await expect(admin.getByRole("group", { name: "Options of Region" })).toBeHidden();
  await admin.getByText("Only some of Region").click();
  await admin.getByRole("checkbox", { name: "Auckland" }).check();
  await admin.getByRole("button", { name: "Make report" }).click();
  await expect(admin.getByText(/ · only Region: Auckland/).first()).toBeVisible();
  await expect(admin.getByText("Filtered by tracking: not compared with Xero")).toBeVisible();
  expect(await amountIn(income.last())).toBe(auckland);

  await admin.getByRole("button", { name: "The period before" }).click();
  await expect(admin).toHaveURL(/period=/);
  await expect(admin.getByText(/ · only Region: Auckland/).first()).toBeVisible();
});

test("regions are told apart within one practice, for another period as well, and a figure's lines are of both", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/reports`);
  await admin.getByLabel("Columns", { exact: true }).first().selectOption({ label: "A column an option of Region" });
  await admin.getByText("Only some of Practice").click();
  await admin.getByRole("checkbox", { name: "Training" }).check();
  await admin.getByRole("button", { name: "Make report" }).click();
  await admin.getByRole("button", { name: "The period before" }).click();
  await expect(admin).toHaveURL(/period=/);
  await expect(admin.getByText(/ · only Practice: Training · by Region/)).toBeVisible();
  await expect(admin.getByText("Filtered by tracking: not compared with Xero")).toBeVisible();
  const income = admin.getByRole("row", { name: /^Total Trading Income/ }).getByRole("link");
  // What carries no region within this practice is nothing, of which a page shows no figure.
  const amounts = await Promise.all([0, 1, 2].map((nth) => amountIn(income.nth(nth))));
  expect(sumOf(amounts)).toBe(await amountIn(income.last()));
  await admin.getByRole("row", { name: /^Workshops and training/ }).getByRole("link").first().click();
  await expect(admin.getByRole("complementary").getByText(/credits less debits posted from .+, Region: Auckland and Practice: Training$/)).toBeVisible();
  await expectAccessible(admin);
});

test("options are not asked for of a balance sheet, and columns by tracking are refused there with why", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/reports`);
  await admin.getByLabel("Report", { exact: true }).selectOption({ label: "Balance Sheet" });
  await expect(admin.getByText("Only some of Region")).toBeHidden();
  await admin.getByLabel("Columns", { exact: true }).first().selectOption({ label: "A column an option of Region" });
  await admin.getByRole("button", { name: "Make report" }).click();
  await expect(admin.getByText("A balance sheet is never told apart by tracking")).toBeVisible();
});
