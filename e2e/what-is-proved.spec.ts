// A report taken out of Daybook with its proof, and added up again by a command that knows nothing of the installation; and the books' own checks.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { test } from "./testing/test.ts";

test("an evidence pack is taken from the menu of a report and adds up without the database", async ({ admin, books }) => {
  await admin.goto(`/o/${books.bramble}/reports`);
  await admin.getByRole("link", { name: /^Balance Sheet/ }).first().click();
  await admin.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([admin.waitForEvent("download"), admin.getByRole("link", { name: /^Evidence pack/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^Bramble & Finch Limited, Balance Sheet, .*\.zip$/);
  const { status, stdout } = spawnSync(process.execPath, ["scripts/verify.ts", await download.path()], { encoding: "utf8" });
  expect(stdout).toContain("of Bramble & Finch Limited follows from what is in the pack");
  expect(status).toBe(0);
});

test("what must hold in the books stands on a page that the tie-out leads to, with the ledger for other programs", async ({ admin, books }) => {
  await admin.goto(`/o/${books.bramble}/tie-out`);
  await admin.getByRole("link", { name: "the tie-out on cash basis" }).click();
  await expect(admin.getByRole("heading", { name: "Tie-out on cash basis" })).toBeVisible();
  await expect(admin.getByRole("main")).toContainText(/Ties to Xero: (\d+) of \1 accountsAs at /);
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "The tie-out on accrual basis" }).click();
  await admin.getByRole("link", { name: "health of the books" }).click();
  await expect(admin.getByRole("heading", { name: "Health of the books" })).toBeVisible();
  await expect(admin.getByText("All hold", { exact: true })).toBeVisible();
  await expect(admin.getByRole("table", { name: /^What must hold in these books/ }).getByRole("row")).toHaveCount(11);
  await expectAccessible(admin);
  const [download] = await Promise.all([admin.waitForEvent("download"), admin.getByRole("link", { name: "For Beancount, on cash basis" }).click()]);
  expect(download.suggestedFilename()).toBe("ledger-cash.beancount");
  expect(readFileSync(await download.path(), "utf8")).toMatch(/^option "title" "Bramble & Finch Limited"\noption "operating_currency" "GBP"\n/);
});
