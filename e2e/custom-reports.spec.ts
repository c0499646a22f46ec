// A report of one's own rows: written down, refused where it cannot be understood, made from the form among the others, and proved.
import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { walkTo } from "./testing/keyboard.ts";
import { answered } from "./testing/people.ts";
import { takenOver } from "./testing/taken-over.ts";
import { test } from "./testing/test.ts";

const row = (more: object) => JSON.stringify([{ kind: "accounts", id: "sold", label: "Sold", sign: -1, accounts: [{ sections: ["tradingIncome"] }] }, more]);

test("without scripts a custom report is written down, and a row that cannot be understood is named and not kept", async ({ admin, browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false, storageState: await admin.context().storageState() });
  const page = await context.newPage();
  await page.goto(`/o/${books.bramble}/reports/custom`);
  const save = async (name: string, rows: string) => {
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Rows in JSON").fill(rows);
    await page.getByRole("button", { name: "Save report" }).click();
  };
  await save("Broken", row({ kind: "formula", id: "left", label: "Left", unit: "money", formula: "sold - nothingOfThatName" }));
  await expect(page.getByText(/^Row 2, formula: .*"nothingOfThatName"/)).toBeVisible();
  await expect(page.getByLabel("Rows in JSON")).toHaveValue(/nothingOfThatName/);
  await expect(page.getByRole("button", { name: "Add a row: Accounts" })).toBeHidden();
  await page.goto(`/o/${books.bramble}/reports/custom`);
  await expect(page.getByRole("link", { name: "Broken" })).toHaveCount(0);
  await save("Half of what is sold", row({ kind: "formula", id: "half", label: "Half of it", unit: "money", formula: "sold / 2" }));
  await expect(page.getByRole("heading", { name: "Half of what is sold", level: 1 })).toBeVisible();
  await context.close();
});

test("what is written down is made from the form of reports, each figure with its proof, shown for the period before, and removed again", async ({ admin, books }) => {
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
  const made = new URL(admin.url()).pathname;
  await admin.goto(made);
  await admin.getByRole("button", { name: "The period before" }).click();
  await admin.waitForURL((url) => url.searchParams.has("period") && url.pathname !== made);
  await expect(admin.getByRole("heading", { name: "Half of what is sold" })).toBeVisible();
  await admin.goto(`/o/${books.bramble}/reports/custom`);
  await admin.getByRole("link", { name: "Half of what is sold" }).click();
  await remove(admin);
  await expect(admin.getByRole("link", { name: "Half of what is sold" })).toHaveCount(0);
});

test("an accountant builds a report by keyboard, is told beneath the row what its formula lacks, and gets the figures of the profit and loss", async ({ admin: page, books }) => {
  const reports = `/o/${books.bramble}/reports`;
  await page.goto(`${reports}/custom`);
  await takenOver(add(page, "Accounts"));
  for (let row = 0; row < 4; row += 1) await page.getByRole("button", { name: /^Take out / }).first().click();
  await expect(add(page, "Accounts")).toBeFocused();
  await page.keyboard.press("Enter");
  await fillAccounts(page, 1, "Sold", "furn");
  await walkTo(page, add(page, "Accounts"));
  await page.keyboard.press("Enter");
  await fillAccounts(page, 2, "Paid to staff", "477");
  await walkTo(page, add(page, "Formula"));
  await page.keyboard.press("Enter");
  await expect(rowAt(page, 3).getByLabel("Label")).toBeFocused();
  await page.keyboard.type("After wages");
  const formula = rowAt(page, 3).getByLabel("Formula", { exact: true });
  await walkTo(page, formula);
  await page.keyboard.type("sold - paidToStaf");
  await expectAccessible(page);

  await page.keyboard.press("Enter");
  const refused = page.getByRole("alert").filter({ hasText: "Nothing was saved." });
  await expect(refused.getByRole("listitem")).toHaveText(["Name: Give the report a name."]);
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.keyboard.type("After wages");
  await page.keyboard.press("Enter");
  await expect(refused.getByRole("listitem")).toHaveText([/^Row 3, formula: At character 8: "paidToStaf" is neither a row of this report nor a measure/]);
  await expect(formula).toBeFocused();
  await expect(formula).toHaveAccessibleDescription(/At character 8: "paidToStaf".*sold - paidToStaf$/);
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);

  await page.keyboard.press("End");
  await page.keyboard.type("f");
  await expect(formula).not.toHaveAttribute("aria-invalid");
  await walkTo(page, page.getByRole("button", { name: "Save and make" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/reports\?new=written/);
  const ours = await made(page);
  expect(Object.keys(ours)).toEqual(["Sold", "Paid to staff", "After wages"]);
  await page.goto(`${reports}?new=PROFIT_LOSS`);
  const original = await made(page);
  expect([ours["Sold"], ours["Paid to staff"]]).toEqual([original["Furniture sales"], original["Wages"]]);
  // The screen shows whole dollars, each rounded by itself.
  expect(Math.abs(amountOf(ours["Sold"]) - amountOf(ours["Paid to staff"]) - amountOf(ours["After wages"]))).toBeLessThanOrEqual(1);
});

test("what is in the form is what is in JSON, and rows are moved and taken out where they stand", async ({ admin: page, books }) => {
  await page.goto(`/o/${books.bramble}/reports/custom`);
  await page.getByRole("link", { name: "After wages" }).click();
  await takenOver(add(page, "Accounts"));
  await page.getByRole("button", { name: "Up: After wages" }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "After wages is row 2 of 3." })).toBeAttached();
  await expect(page.getByRole("button", { name: "Up: After wages" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Down: After wages" })).toBeFocused();
  await add(page, "Heading").click();

  await page.getByRole("button", { name: "Show as JSON" }).click();
  const json = page.getByLabel("Rows in JSON");
  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(rowAt(page, 4)).toBeVisible();
  await page.getByRole("button", { name: "Show as JSON" }).click();
  await json.fill((await json.inputValue()).replace('"label":""', '"label":"Beneath"').replace('"kind":"formula"', '"kind":"sum"'));
  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(page.getByRole("alert").getByText(/^Row 1, kind: /)).toBeVisible();
  await json.fill((await json.inputValue()).replace('"kind":"sum"', '"kind":"formula"'));
  await page.getByRole("button", { name: "Back to the form" }).click();
  await expect(rowAt(page, 4)).toHaveAccessibleName("Row 4: Beneath");
  await expect(rowAt(page, 1)).toHaveAccessibleName("Row 1: After wages");
  await expect(page.getByText("477 Wages")).toBeVisible();
  await remove(page);
});

/** The custom report that is open, from what is written down. */
async function remove(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Remove…" }).click();
  await answered(page, () => page.getByRole("button", { name: "Remove this report" }).click());
  await expect(page.getByRole("heading", { name: "Custom reports", level: 1 })).toBeVisible();
}

function add(page: Page, kind: string): Locator {
  return page.getByRole("button", { name: `Add a row: ${kind}` });
}

function rowAt(page: Page, place: number): Locator {
  return page.getByRole("listitem", { name: new RegExp(`^Row ${place}: `) });
}

/** Its label, where focus is, and the account that is the first of those found by a filter. */
async function fillAccounts(page: Page, place: number, label: string, filter: string): Promise<void> {
  await expect(rowAt(page, place).getByLabel("Label")).toBeFocused();
  await page.keyboard.type(label);
  const choose = rowAt(page, place).getByRole("button", { name: "Choose: Single accounts" });
  await walkTo(page, choose);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("searchbox", { name: "Filter: Choose: Single accounts" })).toBeFocused();
  await page.keyboard.type(filter);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(choose).toBeFocused();
}

/** Makes the report that the form of reports was opened with, in one column, and gives what it says by row, an account by its name without its code. */
async function made(page: Page): Promise<Record<string, string>> {
  await page.locator("select[name=columns]").selectOption("total");
  await page.getByRole("button", { name: "Make report" }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  const rows = await page.locator(".statement tbody tr").filter({ has: page.locator("td a") }).all();
  return Object.fromEntries(await Promise.all(rows.map(async (row) => [(await row.getByRole("rowheader").innerText()).replace(/\s*\d+$/, "").trim(), await row.locator("td a").first().innerText()])));
}

function amountOf(figure: string | undefined): number {
  return Number(figure?.replaceAll(",", ""));
}
