// Somebody watches cash: a payment dated in the locked months takes it below what they asked for, and its going brings it back.
import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { harakeke, sync } from "./testing/organisations.ts";
import { ada } from "./testing/people.ts";
import { test } from "./testing/test.ts";

test("a rule is set without scripts, and one that makes no sense is refused in a sentence", async ({ browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/o/${books.harakeke}/alerts`);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.goto(`/o/${books.harakeke}/alerts`);
  await setRule(page, { kpi: "Debtor days (DSO) (days)", side: "Above", threshold: "soon", band: "0" });
  await expect(page.getByText("An amount is written as a plain decimal number: 1234.50.")).toBeVisible();
  await setRule(page, { kpi: "Debtor days (DSO) (days)", side: "Above", threshold: "9,000", band: "5" });
  await expect(page.getByRole("row", { name: /Debtor days/ })).toContainText("Above 9,000.0 days");
  await page.getByRole("button", { name: "Remove Debtor days (DSO) above 9,000.0 days" }).click();
  await expect(page.getByRole("row", { name: /Debtor days/ })).toHaveCount(0);
  await context.close();
});

test("a sync that takes cash below its threshold raises an alert on the dashboard, acknowledged by whoever saw it, and over when cash is back", async ({ admin, books, xero }) => {
  const home = `/o/${books.harakeke}`;
  const cash = await cashOf(admin, home);
  const threshold = String(cash - 1_000);
  await admin.goto(`${home}/alerts`);
  await setRule(admin, { kpi: "Cash at bank", side: "Below", threshold, band: "500" });
  await expect(admin.getByText("No alert is open.")).toBeVisible();

  const payment = { BankTransactionID: randomUUID(), Type: "SPEND", BankAccount: { Code: "090" }, Contact: { Name: "Forgotten Landlord" }, Date: monthsAgo(9), CurrencyCode: "NZD", LineAmountTypes: "NoTax" };
  await xero.write(harakeke, "BankTransactions", { ...payment, Status: "AUTHORISED", LineItems: [{ AccountCode: "469", Description: "Rent", LineAmount: 2000 }] });
  expect((await sync(admin, books.harakeke)).status).toBe("succeeded");
  await admin.goto(home);
  const attention = admin.getByRole("region", { name: "Dashboard" });
  await expect(attention.getByRole("link", { name: /^Cash at bank below / })).toBeVisible();
  await expect(attention.getByText(/Forgotten Landlord: is NZD 2,000\.00 on .*Locked to /)).toBeVisible();
  await expectAccessible(admin);
  await attention.getByRole("button", { name: /^Acknowledge Cash at bank below / }).click();
  await expect(attention.getByRole("link", { name: /^Cash at bank below / })).toHaveCount(0);

  await admin.goto(`${home}/alerts`);
  await expect(admin.getByText(/acknowledged by /).first()).toBeVisible();
  await expect(admin.getByRole("list", { name: /^Effect by account/ }).first()).toContainText("−2,000.00");
  await expectAccessible(admin);
  await expectAccessibleOnADarkPhone(admin);
  await admin.getByRole("link", { name: /^Cash at bank below / }).click();
  await expect(admin.getByRole("complementary", { name: "Cash at bank" })).toBeVisible();

  await xero.write(harakeke, "BankTransactions", { ...payment, Status: "DELETED" });
  expect((await sync(admin, books.harakeke)).status).toBe("succeeded");
  await admin.goto(`${home}/alerts`);
  await expect(admin.getByText(/the figure came back/)).toBeVisible();
  for (const left of [1, 0]) {
    await admin.getByRole("button", { name: /^Acknowledge / }).first().click();
    await expect(admin.getByRole("button", { name: /^Acknowledge / })).toHaveCount(left);
  }
  await expect(admin.getByText("No alert is open.")).toBeVisible();
  await admin.getByRole("button", { name: /^Remove Cash at bank/ }).click();
  await expect(admin.getByText("No rule is set yet.")).toBeVisible();
});

test("a target stands on its tile and in the report, until it is taken away", async ({ admin, books }) => {
  const home = `/o/${books.harakeke}`;
  await setTarget(admin, home, "10");
  await admin.goto(home);
  await expect(admin.getByText("Target 10.00% met")).toBeVisible();
  await admin.getByRole("link", { name: "Open the report" }).click();
  await expect(admin.getByRole("rowheader", { name: "Gross margin Target 10.00%" })).toBeVisible();
  await setTarget(admin, home, "");
  await admin.goto(home);
  await expect(admin.getByText(/^Target /)).toHaveCount(0);
});

async function setRule(page: Page, { kpi, side, threshold, band }: { kpi: string; side: string; threshold: string; band: string }): Promise<void> {
  await page.getByLabel("Key figure", { exact: true }).selectOption({ label: kpi });
  await page.getByLabel("Raised").selectOption({ label: side });
  await page.getByLabel("Threshold").fill(threshold);
  await page.getByLabel("Ends when back by").fill(band);
  await page.getByRole("button", { name: "Set rule" }).click();
}

async function setTarget(page: Page, home: string, value: string): Promise<void> {
  await page.goto(`${home}/alerts`);
  await page.getByLabel("Key figure with a target").selectOption({ label: "Gross margin (%)" });
  await page.getByLabel("Target", { exact: true }).fill(value);
  await page.getByRole("button", { name: "Set target" }).click();
  await expect(page.getByText(value === "" ? "No target is set yet." : `${value}.00%`)).toBeVisible();
}

/** In whole units, as its tile has it. */
async function cashOf(page: Page, home: string): Promise<number> {
  await page.goto(home);
  const tile = page.getByRole("region", { name: "Dashboard" }).getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Cash at bank" }) });
  return Number((await tile.locator("p.figures").first().innerText()).replaceAll(",", "").replace("−", "-"));
}

function monthsAgo(months: number): string {
  const day = new Date();
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 15)).toISOString().slice(0, 10);
}
