// What a newcomer tries first: a figure, a difference, a document changed in the stand-in whose reports turn stale and say why, a key, and all
// clients.
import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { openProfitAndLoss, statement, sync } from "./testing/organisations.ts";
import { picture } from "./testing/pictures.ts";
import { test } from "./testing/test.ts";

test("the dashboard of books from the stand-in says five things to try, each with its place", async ({ admin, books, xero }) => {
  await admin.goto(`/o/${books.harakeke}`);
  const list = admin.getByRole("listitem").filter({ has: admin.getByRole("link", { name: "Ask a figure where it comes from" }) });
  await expect(list).toBeVisible();
  await expect(admin.getByRole("link", { name: "Change a document in the stand-in" })).toHaveAttribute("href", xero.address);
  await expect(admin.getByText(`/api/v1/kpis?tenantId=${books.harakeke}`)).toBeVisible();
  await admin.getByRole("link", { name: "Ask a figure where it comes from" }).click();
  await expect(admin.getByRole("complementary", { name: "Cash at bank" })).toBeVisible();
  await picture(admin, "five-1-proof");
  await admin.goto(`/o/${books.harakeke}`);
  await admin.getByRole("link", { name: "Make a key and ask from a terminal" }).click();
  await expect(admin.getByRole("heading", { name: "API keys" })).toBeVisible();
  await picture(admin, "five-4-key");
  await admin.goto(`/o/${books.harakeke}`);
  await admin.getByRole("link", { name: "See why a statement differs from Xero" }).click();
  await expect(admin.getByRole("heading", { name: "Tie-out" })).toBeVisible();
  await picture(admin, "five-2-tie-out");
  await admin.goto(`/o/${books.harakeke}`);
  await admin.getByRole("link", { name: "Look at all your clients" }).click();
  await expect(admin.getByRole("table", { name: "Organisations" })).toBeVisible();
});

test("an invoice voided at the stand-in's desk turns a stored statement stale, which names it and each cell that would be another", async ({ admin, books, xero }) => {
  await openProfitAndLoss(admin, books.bramble);
  const report = admin.url();
  const number = await voidOldestInvoice(admin, xero.address);

  expect((await sync(admin, books.bramble)).status).toBe("succeeded");
  await admin.goto(report);
  const notice = admin.getByRole("status").filter({ hasText: /cells have changed since, by one document/ });
  await expect(notice).toContainText(new RegExp(`Invoice ${number}, .*: voided, dated`));
  await notice.getByText("Which cells").click();
  const cells = notice.getByRole("table", { name: /^Cells that have changed/ });
  await expect(cells.getByRole("rowheader", { name: "Net Profit" }).first()).toBeVisible();
  await picture(admin, "five-3-stale");
  await expectAccessible(admin);
  await expectAccessibleOnADarkPhone(admin);
  await notice.getByRole("link", { name: `Invoice ${number}` }).click();
  await expect(admin).toHaveURL(/\/transactions\//);
  await expect(admin.getByText("Voided").first()).toBeVisible();

  await admin.goto(report);
  await admin.getByRole("button", { name: "Make it again" }).click();
  await expect(admin).not.toHaveURL(report);
  await expect(statement(admin)).toBeVisible();
  await expect(admin.getByRole("status").filter({ hasText: "changed since" })).toHaveCount(0);

  await admin.getByRole("link", { name: "an earlier report" }).click();
  await expect(admin).toHaveURL(report);
  await expect(admin.getByRole("link", { name: "the newer report" })).toBeVisible();
});

test("what changes in Xero arrives by itself where Xero posts it, and turns the stored statement stale without anybody asking", async ({ admin, books, xero, stand }) => {
  await openProfitAndLoss(admin, books.bramble);
  const report = admin.url();
  await xero.tellChangesTo({ url: `${stand.url}/api/xero/webhook`, key: stand.settings.XERO_WEBHOOK_KEY ?? "" });
  await voidOldestInvoice(admin, xero.address);
  await expect(async () => {
    await admin.goto(report);
    await expect(admin.getByRole("status").filter({ hasText: /cells have changed since/ })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await xero.tellChangesTo(null);
});

/** At the stand-in's desk, whose pages are easy to read as well; gives its number. */
async function voidOldestInvoice(page: Page, desk: string): Promise<string> {
  await page.goto(desk);
  await expect(page.getByRole("heading", { name: "Xero, stand-in" })).toBeVisible();
  await expect(page.getByText("It is not Xero")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Bramble & Finch Limited" }).click();
  await page.getByLabel("only open ones without payments").check();
  await page.getByRole("button", { name: "Show" }).click();
  await expectAccessible(page);
  const oldest = page.getByRole("table", { name: /^Invoices and bills/ }).getByRole("row").filter({ hasText: "Invoice" }).last();
  const number = await oldest.getByRole("link").innerText();
  await oldest.getByRole("link").click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Void it" }).click();
  await expect(page.getByRole("status")).toContainText("It was voided");
  return number;
}
