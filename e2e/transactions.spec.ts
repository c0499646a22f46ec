// The page of documents: narrowed, paged, opened and come back to, with scripts and without.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { ada } from "./testing/people.ts";
import { test } from "./testing/test.ts";

const list = (page: Page) => page.getByRole("table", { name: /^Transactions, / });
const rows = (page: Page) => list(page).getByRole("rowheader");
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages" });

test("one narrows the list, pages on, opens a document, follows it to Xero, and comes back to the same list", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}`);
  await admin.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Transactions" }).click();
  await expect(list(admin)).toBeVisible();
  await expectAccessible(admin);
  await narrowPageOpenAndReturn(admin, books.harakeke);
});

test("the same without scripts", async ({ browser, stand, books }) => {
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/o/${books.harakeke}/transactions`);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await narrowPageOpenAndReturn(page, books.harakeke);
  await context.close();
});

test("a list in the order of amounts begins with the largest, and what is narrowed by amount stays within", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions?type=BILL&sort=-amount&amountMax=1000`);
  const amounts = await amountsIn(admin);
  expect(amounts.length).toBeGreaterThan(10);
  expect(amounts).toEqual(amounts.toSorted((one, other) => other - one));
  expect(amounts[0]).toBeLessThanOrEqual(1000);
  await expect(admin.getByLabel("Order")).toHaveValue("-amount");
  await expect(admin.getByLabel("Amount to")).toHaveValue("1000");
});

test("a contact's name on a document leads to all of that contact's documents", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions?type=INVOICE`);
  await rows(admin).first().getByRole("link").click();
  const contact = admin.getByRole("definition").first().getByRole("link");
  const name = await contact.innerText();
  await contact.click();
  await expect(admin.getByLabel("Contact")).toHaveValue(/./);
  await expect(list(admin)).toBeVisible();
  const parties = await list(admin).locator("tbody tr td:nth-child(3)").allInnerTexts();
  expect(new Set(parties)).toEqual(new Set([name]));
});

test("a transfer says between which accounts, and a payment what it pays and from where", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions?type=TRANSFER`);
  await expect(list(admin).getByRole("row").nth(1)).toContainText(/\S to \S/);
  await rows(admin).first().getByRole("link").click();
  await expect(admin.getByRole("term").filter({ hasText: /^From$/ })).toBeVisible();
  await expect(admin.getByRole("term").filter({ hasText: /^To$/ })).toBeVisible();
  await expect(admin.getByRole("link", { name: "Open in Xero" })).toBeVisible();

  await admin.goto(`/o/${books.harakeke}/transactions?type=PAYMENT`);
  await list(admin).getByRole("link", { name: /^Payment of INV/ }).first().click();
  await expect(admin.getByRole("heading", { name: /^Payment of INV/, level: 1 })).toBeVisible();
  await expect(admin.getByRole("term").filter({ hasText: /^Paid into$/ })).toBeVisible();
  await expect(admin.getByRole("table", { name: /^Payments and credits/ }).getByRole("link", { name: /^Invoice INV/ })).toBeVisible();
  await expect(admin.getByRole("table", { name: /^Journal/ })).toBeVisible();
  await expectAccessible(admin);
});

test("a payment that was made in one go with others says which line of the bank statement it is in, and leads to the others", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions?type=PAYMENT&status=AUTHORISED&q=Payment+run`);
  await list(admin).getByRole("row").filter({ hasText: "in a batch payment" }).first().getByRole("link").click();
  const batch = admin.getByRole("table", { name: /^Payments of the batch/ });
  await expect(admin.getByText(/^One line of NZD [\d,.]+ on the bank statement of .*: Payment run, /)).toBeVisible();
  await expect(batch.getByText(/, this one$/)).toHaveCount(1);
  const total = await batch.locator("tfoot td").innerText();
  const amounts = await batch.locator("tbody td.amount").allInnerTexts();
  const inCents = (text: string) => Number(text.replaceAll(/[^\d]/g, ""));
  expect(amounts.length).toBeGreaterThan(2);
  expect(amounts.reduce((sum, text) => sum + inCents(text), 0)).toBe(inCents(total));
  const title = await admin.getByRole("heading", { level: 1 }).innerText();
  await batch.getByRole("link").first().click();
  await expect(admin.getByRole("heading", { level: 1 })).not.toHaveText(title);
  await expect(batch.locator("tfoot td")).toHaveText(total);
  await expectAccessible(admin);
});

test("a line says its item, quantity and price, and the page of items what is on hand, as much as Xero's trial balance has", async ({ admin, books }) => {
  await admin.goto(`/o/${books.harakeke}/transactions?type=INVOICE&q=Workshop%2C+one+day`);
  await rows(admin).first().getByRole("link").click();
  const lines = admin.getByRole("table", { name: /^Lines/ });
  await expect(lines.getByText("Item WS-KIT Workshop place with kit").first()).toBeVisible();
  await expect(lines.getByRole("columnheader", { name: /^Unit price/ })).toBeVisible();
  await admin.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Accounts" }).click();
  await admin.getByRole("link", { name: "Items", exact: true }).click();
  await expect(admin.getByRole("table", { name: "Items, NZD" }).getByRole("rowheader")).toHaveCount(5);
  const [worth, balance, apart] = (await admin.getByRole("table", { name: /^Stock by account/ }).locator("tbody td").allInnerTexts()).slice(1);
  expect([worth, apart?.trim()]).toEqual([balance, "–"]);
  await expectAccessible(admin);
});

test("a bill that was scanned names its files as soon as it is open, and the same without scripts once one asks", async ({ admin, browser, stand, books }) => {
  const bills = `/o/${books.harakeke}/transactions?type=BILL&hasAttachments=true`;
  await admin.goto(bills);
  await expect(admin.getByLabel("Files")).toHaveValue("true");
  await rows(admin).nth(0).getByRole("link").click();
  const files = (page: Page) => page.getByRole("table", { name: "Attachments" }).getByRole("rowheader").filter({ hasText: /\.pdf$/ });
  await expect(files(admin)).toHaveCount(1);
  await expect(admin.getByRole("button", { name: /Ask Xero/ })).toHaveCount(0);
  await expectAccessible(admin);

  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(bills);
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await rows(page).nth(1).getByRole("link").click();
  await page.getByRole("button", { name: "Ask Xero which they are" }).click();
  await expect(files(page)).toHaveCount(1);
  await context.close();
});

test("every type has a page that is complete", async ({ admin, books }) => {
  for (const type of ["INVOICE", "BILL", "CREDIT_NOTE", "SPEND", "RECEIVE", "TRANSFER", "PAYMENT"]) {
    await admin.goto(`/o/${books.harakeke}/transactions?type=${type}&status=AUTHORISED&status=PAID`);
    await rows(admin).first().getByRole("link").click();
    // The halves of a transfer are posted with it.
    await expect(admin.getByRole("table", { name: /^Journal/ }).or(admin.getByText("one half of a transfer")), type).toBeVisible();
    await expect(admin.getByRole("link", { name: "Open in Xero" }), type).toHaveAttribute("href", /^https:\/\/go\.xero\.com\//);
    const isHalf = await admin.getByText("one half of a transfer").isVisible();
    const hasLines = !isHalf && !["TRANSFER", "PAYMENT"].includes(type);
    await expect(admin.getByRole("table", { name: /^Lines/ }), type).toHaveCount(hasLines ? 1 : 0);
  }
});

test("nothing that matches is said to be so, with the way to everything; what was not understood is named", async ({ admin, books }) => {
  const hostile = "\u202e100%_'\"<script>\\";
  await admin.goto(`/o/${books.harakeke}/transactions?q=${encodeURIComponent(hostile)}`);
  await expect(admin.getByText("Nothing matches")).toBeVisible();
  await expect(admin.getByLabel("Search")).toHaveValue(hostile);
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "Show all transactions" }).click();
  await expect(list(admin)).toBeVisible();

  await admin.goto(`/o/${books.harakeke}/transactions?type=BILL&dateFrom=yesterday&cursor=made-up`);
  await expect(admin.getByRole("status")).toContainText("From: A day is written as year, month and day: 2026-11-21.");
  await expect(list(admin)).toBeVisible();
  await expect(admin.getByRole("checkbox", { name: "Bills" })).toBeChecked();
});

test("on a phone a line stays within the screen", async ({ admin, books }) => {
  await admin.setViewportSize({ width: 360, height: 780 });
  await admin.goto(`/o/${books.harakeke}/transactions`);
  await expect(list(admin)).toBeVisible();
  expect(await list(admin).evaluate((table) => table.getBoundingClientRect().right - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

async function narrowPageOpenAndReturn(page: Page, organisation: string): Promise<void> {
  const address = `/o/${organisation}/transactions`;
  await expect(list(page)).toBeVisible();
  await page.getByRole("checkbox", { name: "Invoices" }).check();
  await page.getByRole("checkbox", { name: "Payments" }).check();
  await page.getByLabel("Search").fill("inv-");
  await page.getByRole("button", { name: "Show" }).click();
  // The address has what was asked for and nothing else.
  await expect(page).toHaveURL(`${address}?q=inv-&type=INVOICE&type=PAYMENT`);
  await expect(rows(page).first()).toContainText(/INV-/);
  const first = await rows(page).allInnerTexts();
  expect(first).toHaveLength(50);
  expect(first.every((text) => /^(Invoice|Payment of) INV-/.test(text))).toBe(true);

  await pages(page).getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL(/type=INVOICE&type=PAYMENT&cursor=/);
  await expect(pages(page).getByRole("link", { name: "First page" })).toBeVisible();
  await expect(rows(page).first()).not.toHaveText(first[0] ?? "", { useInnerText: true });
  const hrefs = await hrefsIn(page);
  const later = page.url();

  await rows(page).first().getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`${address}/[0-9a-f-]{36}$`));
  await expect(page.getByRole("link", { name: "Open in Xero" })).toHaveAttribute("href", /^https:\/\/go\.xero\.com\//);
  await page.goBack();
  await expect(page).toHaveURL(later);
  await expect(page.getByRole("checkbox", { name: "Payments" })).toBeChecked();
  await expect(list(page)).toBeVisible();
  expect(await hrefsIn(page)).toEqual(hrefs);

  await page.goBack();
  await expect(page).toHaveURL(`${address}?q=inv-&type=INVOICE&type=PAYMENT`);
  await expect(rows(page).first()).toHaveText(first[0] ?? "", { useInnerText: true });
  expect(await hrefsIn(page)).not.toEqual(hrefs);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByLabel("Search")).toHaveValue("");
  await expect(page.getByRole("checkbox", { name: "Payments" })).not.toBeChecked();
}

function hrefsIn(page: Page): Promise<string[]> {
  return rows(page).getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
}

async function amountsIn(page: Page): Promise<number[]> {
  await expect(list(page)).toBeVisible();
  const texts = await list(page).locator("tbody tr td:last-child").allInnerTexts();
  return texts.map((text) => Number(/[\d,]+\.\d\d/.exec(text)?.[0].replaceAll(",", "") ?? 0));
}
