// One period for the whole house: chosen by its name, typed, or one step back, and in the address.
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { test } from "./testing/test.ts";

test("a dashboard of another month is made once, named in its address, and found there again", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  const period = admin.getByRole("group", { name: "Period" });
  const before = await period.getByRole("button", { name: /^Period:/ }).innerText();
  await period.getByRole("button", { name: "The period before" }).click();
  await expect(admin).toHaveURL(/\?period=\d{4}-\d{2}&compare=previousYear$/);
  await expect(period.getByRole("button", { name: /^Period:/ })).not.toHaveText(before);
  const [address, shown] = [admin.url(), await period.getByRole("button", { name: /^Period:/ }).innerText()];
  await admin.goto(`/o/${books.harakeke}`);
  await expect(period.getByRole("button", { name: /^Period:/ })).toHaveText(before);
  await admin.goto(address);
  await expect(period.getByRole("button", { name: /^Period:/ })).toHaveText(shown);
  await expectAccessible(admin);
});

test("looking at a month that nobody asked for makes nothing, and offers to make it", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}?period=2025-09&compare=none`);
  await expect(admin.getByText("There is no dashboard to Sep 2025 yet")).toBeVisible();
  await expect(admin.getByRole("region", { name: "Dashboard" })).toBeHidden();
  await admin.getByRole("button", { name: "Make it" }).click();
  await expect(admin.getByRole("region", { name: "Dashboard" })).toBeVisible();
  await expect(admin.getByRole("button", { name: "Period: Sep 2025", exact: true })).toBeVisible();
});

test("a statement changes its period by what is typed, and says what it does not understand", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/reports`);
  await admin.getByRole("link", { name: /^Profit and Loss/ }).first().click();
  const period = admin.getByRole("group", { name: "Period" });
  await period.getByRole("button", { name: /^Period:/ }).click();
  await admin.getByLabel("Or type one").fill("next week");
  await admin.getByRole("button", { name: "Show", exact: true }).click();
  await expect(admin.getByText("“next week” is no period. Write FY2026, 2026-Q3, 2026-03, or two days as 2026-01-15..2026-03-31.")).toBeVisible();
  await admin.getByLabel("Or type one").fill("2026-Q4");
  await admin.getByLabel("Compare with").selectOption("previousYear");
  await admin.getByRole("button", { name: "Show", exact: true }).click();
  await expect(admin.getByText("1 Jan 2026 – 31 Mar 2026 · accrual basis", { exact: false })).toBeVisible();
  await expect(admin).toHaveURL(/\?period=2026-01-01\.\.2026-03-31&compare=previousYear$/);
  await admin.keyboard.press("]");
  await expect(admin.getByText("1 Apr 2026 – 30 Jun 2026 · accrual basis", { exact: false })).toBeVisible();
});
