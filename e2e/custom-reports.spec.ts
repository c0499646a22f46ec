// A report of one's own rows: written down, refused where it cannot be understood, made from the form among the others, and proved.
import { expect } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { answered } from "./testing/people.ts";
import { test } from "./testing/test.ts";

const row = (more: object) => JSON.stringify([{ kind: "accounts", id: "sold", label: "Sold", sign: -1, accounts: [{ sections: ["tradingIncome"] }] }, more]);

test("without scripts a custom report is written down, and a row that cannot be understood is named and not kept", async ({ admin, browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false, storageState: await admin.context().storageState() });
  const page = await context.newPage();
  await page.goto(`/o/${books.bramble}/reports/custom`);
  const save = async (name: string, rows: string) => {
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Rows").fill(rows);
    await page.getByRole("button", { name: "Save report" }).click();
  };
  await save("Broken", row({ kind: "formula", id: "left", label: "Left", unit: "money", formula: "sold - nothingOfThatName" }));
  await expect(page.getByText(/^Row 2: .*“?"?nothingOfThatName/)).toBeVisible();
  await page.goto(`/o/${books.bramble}/reports/custom`);
  await expect(page.getByRole("link", { name: "Broken" })).toHaveCount(0);
  await save("Half of what is sold", row({ kind: "formula", id: "half", label: "Half of it", unit: "money", formula: "sold / 2" }));
  await expect(page.getByRole("heading", { name: "Half of what is sold", level: 1 })).toBeVisible();
  await context.close();
});

test("what is written down is made from the form of reports, each figure with its proof, and removed again", async ({ admin, books }) => {
  await admin.goto(`/o/${books.bramble}/reports/custom`);
  await admin.getByRole("link", { name: "Half of what is sold" }).click();
  await expect(admin.getByRole("heading", { name: "Half of what is sold", level: 1 })).toBeVisible();
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "Make the report" }).click();
  await expect(admin.getByLabel("Report", { exact: true })).toHaveValue(/^written:/);
  await admin.locator("select[name=columns]").selectOption("total");
  await admin.getByRole("button", { name: "Make report" }).click();
  await admin.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  await expect(admin.getByRole("heading", { name: "Half of what is sold" })).toBeVisible();
  await admin.getByRole("row", { name: /^Half of it/ }).getByRole("link").first().click();
  await expect(admin.getByRole("complementary", { name: "Half of it" }).getByText("sold ÷ 2")).toBeVisible();
  await admin.goto(`/o/${books.bramble}/reports/custom`);
  await admin.getByRole("link", { name: "Half of what is sold" }).click();
  await admin.getByRole("button", { name: "Remove…" }).click();
  await answered(admin, () => admin.getByRole("button", { name: "Remove this report" }).click());
  await expect(admin.getByRole("heading", { name: "Custom reports", level: 1 })).toBeVisible();
  await expect(admin.getByRole("link", { name: "Half of what is sold" })).toHaveCount(0);
});
