// A month end as an accountant does it: a pack drafted, commented on, issued and sent; weeks later a bill of that month arrives.
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { bramble, sync } from "./testing/organisations.ts";
import { test } from "./testing/test.ts";

const now = new Date();
const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
const bill = { InvoiceID: "5b1f0e7a-2f5d-4c84-8e0b-9a37d2c6f518", Type: "ACCPAY", InvoiceNumber: "LATE-1", Contact: { Name: "Tardy Supplies" }, Date: `${lastMonth}-20`, DueDate: `${lastMonth}-27`, LineAmountTypes: "NoTax", LineItems: [{ AccountCode: "469", Description: "Rent", LineAmount: 250 }] };

async function pdfOf(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "PDF", exact: true }).click()]);
  expect(download.suggestedFilename()).toMatch(/^Bramble & Finch Limited, For the partners, \d{4}-\d{2}\.pdf$/);
  return readFileSync(await download.path());
}

test("a pack is drafted, said something of, issued and kept to the byte; a bill that comes later makes it stale by name, and another takes its place", async ({ admin, books, xero }) => {
  await admin.goto(`/o/${books.bramble}/reports`);
  await admin.getByRole("link", { name: "Month-end packs" }).click();
  await expect(admin.getByLabel("Month", { exact: true })).toHaveValue(lastMonth);
  await expectAccessible(admin);
  await admin.getByRole("button", { name: "Make the pack" }).click();
  await expect(admin.getByRole("heading", { name: /^Month end, / })).toBeVisible();

  await admin.getByLabel("Name").fill("For the partners");
  await admin.getByLabel("Words on the cover").fill("Prepared for the partners of Bramble & Finch.");
  await admin.getByRole("button", { name: "Save the cover" }).click();
  await expect(admin.getByRole("heading", { name: "For the partners", level: 1 })).toBeVisible();
  const profit = admin.getByRole("article", { name: /^Profit and Loss/ }).first();
  await profit.getByLabel("Commentary", { exact: true }).fill("A month as any other.\nRent is as agreed.");
  await profit.getByRole("button", { name: /^Save commentary on / }).click();
  await profit.getByLabel("Row", { exact: true }).selectOption({ label: "Wages 477" });
  await profit.getByLabel("Note", { exact: true }).fill("Two joiners.");
  await profit.getByRole("button", { name: /^Save note on a row of / }).click();
  await expect(profit.getByRole("listitem")).toContainText("Wages: Two joiners.");
  await profit.getByText("Figures", { exact: true }).click();
  await expect(profit.getByRole("rowheader", { name: /^Wages.*Two joiners\.$/ })).toBeVisible();
  await expectAccessible(admin);

  const sheet = admin.getByRole("article", { name: /^Balance Sheet/ });
  await sheet.getByRole("button", { name: /^Up: Balance Sheet/ }).click();
  await expect(sheet.getByRole("heading", { name: /^2\. Balance Sheet/ })).toBeVisible();

  await admin.getByRole("button", { name: "Issue…" }).click();
  await admin.getByRole("button", { name: "Issue this pack" }).click();
  await expect(admin.getByText(/^SHA-256 [0-9a-f]{64}$/)).toBeVisible();
  await expect(admin.getByRole("button", { name: /^Save/ })).toHaveCount(0);
  await expect(profit.getByText("A month as any other.")).toBeVisible();
  await expectAccessibleOnADarkPhone(admin);
  const pack = admin.url();
  const sent = await pdfOf(admin);
  expect(sent.subarray(0, 5).toString()).toBe("%PDF-");

  await xero.write(bramble, "Invoices", { ...bill, Status: "AUTHORISED" });
  expect((await sync(admin, books.bramble)).status).toBe("succeeded");
  await admin.goto(pack);
  const notice = admin.getByRole("status").filter({ hasText: /^Stale: the books of \d+ reports have changed since/ });
  await expect(notice.getByRole("listitem").filter({ hasText: /^Balance Sheet/ }).first()).toContainText("Bill LATE-1, Tardy Supplies: new");
  await expect(notice).toContainText("The pack still says exactly what was issued.");
  await expectAccessible(admin);
  expect((await pdfOf(admin)).equals(sent)).toBe(true);

  await notice.getByRole("button", { name: "Make one in its place" }).click();
  await expect(admin).not.toHaveURL(pack);
  await expect(admin.getByRole("article", { name: /^Profit and Loss/ }).first().getByLabel("Commentary", { exact: true })).toHaveValue("A month as any other.\nRent is as agreed.");
  await admin.getByRole("link", { name: "an earlier pack" }).click();
  await expect(admin).toHaveURL(pack);
  await expect(admin.getByRole("link", { name: "the newer pack" })).toBeVisible();

  await xero.write(bramble, "Invoices", { ...bill, Status: "VOIDED" });
  expect((await sync(admin, books.bramble)).status).toBe("succeeded");
});

test("a template of one's own is kept under settings, and a pack of it has its reports in their order", async ({ admin, books }) => {
  await admin.goto("/settings/pack-templates");
  await admin.getByLabel("Name").fill("Two pages");
  for (const row of [3, 4, 5, 6, 7]) await admin.getByRole("group", { name: `Report ${row}`, exact: true }).getByLabel("Report").selectOption("");
  const first = admin.getByRole("group", { name: "Report 1", exact: true });
  await first.getByLabel("Number").fill("9");
  await admin.getByRole("group", { name: "Report 2", exact: true }).getByLabel("Report").selectOption({ label: "Trial Balance" });
  await admin.getByRole("button", { name: "Save template" }).click();
  await expect(admin.getByRole("row", { name: /^Two pages 2 reports$/ })).toBeVisible();
  await expectAccessible(admin);

  await admin.goto(`/o/${books.bramble}/reports/packs`);
  await admin.getByLabel("Template", { exact: true }).selectOption({ label: "Two pages" });
  await admin.getByRole("button", { name: "Make the pack" }).click();
  await expect(admin.getByRole("heading", { name: /^1\. Trial Balance/ })).toBeVisible();
  await expect(admin.getByRole("heading", { name: /^2\. Profit and Loss/ })).toBeVisible();
  await admin.getByRole("button", { name: "Remove…" }).click();
  await admin.getByRole("button", { name: "Remove this draft" }).click();
  await expect(admin).toHaveURL(/\/reports\/packs$/);
});
