// A budget from the file to the statement: imported, held against the books, and followed from a figure back to the line of the file.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { amountIn } from "./testing/figures.ts";
import { test } from "./testing/test.ts";

/** Some months around the last one, so that it does not matter in which one the test runs. */
const months = [-3, -2, -1, 0].map((step) => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + step, 1)).toISOString().slice(0, 7);
});
const line = (account: string, amount: string) => [account, ...months.map(() => amount)].join(",");

function csv(name: string, ...lines: string[]) {
  return { name, mimeType: "text/csv", buffer: Buffer.from([["Account", ...months].join(","), ...lines].join("\r\n")) };
}

async function importFile(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Import budget" }).click();
}

test("a budget is refused with the place of its fault, imported, and followed from a variance to the line of its file", async ({ admin, books }) => {
  await admin.goto(`/o/${books.bramble}/reports`);
  await admin.getByRole("link", { name: "Budgets" }).click();
  await expect(admin.getByRole("link", { name: "Overall Budget" })).toBeVisible();
  await importFile(admin, csv("board.csv", line("Wages", "3000"), line("Yachts", "1")));
  await expect(admin.getByText("Line 3, column A: there is no account “Yachts” in the chart of accounts. Nothing was imported.")).toBeVisible();
  await expectAccessible(admin);

  await importFile(admin, csv("board.csv", line("Wages", "3000"), line("200", "9500"), line("Rent and rates (469)", "1300")));
  await expect(admin.getByRole("heading", { name: "board", exact: true })).toBeVisible();
  await expect(admin.getByRole("table", { name: /^Budget Summary, board/ }).getByRole("rowheader", { name: "Net Profit" })).toBeVisible();
  await expectAccessible(admin);

  await admin.getByRole("button", { name: "Variance of last month" }).click();
  await expect(admin.getByRole("heading", { name: "Budget Variance", exact: true })).toBeVisible();
  await expect(admin.getByText("against the budget “board”, imported from board.csv")).toBeVisible();
  const wages = admin.getByRole("row", { name: /^Wages/ });
  await expect(wages.getByText("adverse").first()).toBeVisible();
  await expect(admin.getByRole("row", { name: /^Rent and rates/ }).getByText("favourable").first()).toBeVisible();
  await expectAccessible(admin);
  const [actual, budget, variance] = await Promise.all([0, 1, 2].map((nth) => amountIn(wages.getByRole("link").nth(nth))));
  expect([budget, variance]).toEqual([300_000, (actual ?? 0) - 300_000]);

  await wages.getByRole("link").nth(2).click();
  const proof = admin.getByRole("complementary", { name: "Wages" });
  await expect(proof.getByText("Wages: actual less budget. Less than the budget is favourable, more is adverse.")).toBeVisible();
  await proof.getByRole("link", { name: "Budget: Wages" }).click();
  await expect(proof.getByText(/line 2 of board\.csv$/)).toBeVisible();
  await expect(proof.getByText(/imported from board\.csv by .+ on/)).toBeVisible();
});

test("Xero's budget is offered on the reports page, by month, with the months that it lacks", async ({ admin, books }) => {
  await admin.goto(`/o/${books.bramble}/reports`);
  await expect(admin.getByLabel("Budget", { exact: true })).toBeHidden();
  await admin.getByLabel("Report", { exact: true }).selectOption({ label: "Budget Variance" });
  await expect(admin.getByLabel("Compare with")).toBeHidden();
  await admin.getByLabel("Budget", { exact: true }).selectOption({ label: "Overall Budget (Xero)" });
  await admin.getByRole("button", { name: "Make report" }).click();
  await expect(admin.getByText("against the budget “Overall Budget”, from Xero")).toBeVisible();
  await expect(admin.getByText(/months of accounts have no budget$/)).toBeVisible();
  await expect(admin.getByText(/^The budget has no figure for .* They count as nothing in the totals\.$/)).toBeVisible();
  await expectAccessible(admin);
});
