// An accountant has many clients open at once. Whatever is active, a form acts on the organisation of its own page, or not at all; and what
// belongs to somebody else's organisation is not there.
import { expect, type Page } from "@playwright/test";
import { bramble, connect, endOfSync, harakeke, latestJob } from "./testing/organisations.ts";
import { giveRole } from "./testing/people.ts";
import { takenOver } from "./testing/taken-over.ts";
import { enter, test } from "./testing/test.ts";

test("a form sent from one tab acts on that tab's organisation, though another was made active since", async ({ admin: first, context, books }) => {
  await first.goto(`/o/${books.harakeke}`);
  const second = await context.newPage();
  await makeActive(second, bramble);
  await second.goto("/");
  await expect(second).toHaveURL(`/o/${books.bramble}`);
  const [before, other] = [await latestJob(first, books.harakeke), await latestJob(first, books.bramble)];

  await first.getByRole("button", { name: "Sync now" }).click();
  await expect.poll(async () => (await latestJob(first, books.harakeke))?.id).not.toBe(before?.id);
  await endOfSync(first, books.harakeke);
  expect(await latestJob(first, books.bramble)).toEqual(other);
  await expect(first).toHaveURL(`/o/${books.harakeke}`);
  await second.goto("/");
  await expect(second).toHaveURL(`/o/${books.bramble}`);
});

test("a form whose organisation was tampered with is refused, and neither organisation is touched", async ({ admin: page, books }) => {
  const before = [await latestJob(page, books.harakeke), await latestJob(page, books.bramble)];
  await page.goto(`/o/${books.harakeke}`);
  await tamper(page, books.harakeke, books.bramble);
  await page.getByRole("button", { name: "Sync now" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This form is of another organisation than its page. Nothing was changed" })).toBeVisible();
  expect([await latestJob(page, books.harakeke), await latestJob(page, books.bramble)]).toEqual(before);
});

test("another's organisation is not there: not its pages, not its API, not by a form", async ({ browser, stand, known, books, secondPerson, admin }) => {
  await giveRole(admin, secondPerson, "Accountant");
  const context = await browser.newContext({ baseURL: stand.url });
  const page = await context.newPage();
  await enter(context, page, secondPerson, known);
  await connect(page, bramble, "ben");
  await endOfSync(page, books.bramble);
  const report = await anyReportOf(admin, books.harakeke);
  const before = await latestJob(admin, books.harakeke);

  for (const path of ["", "/reports", `/reports/${report}`, "/tie-out", "/settings"]) {
    const response = await page.goto(`/o/${books.harakeke}${path}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
    await expect(page.locator("body")).not.toContainText(harakeke);
  }
  expect((await page.request.get(`/api/o/${books.harakeke}/sync`)).status()).toBe(404);
  expect((await page.goto(`/o/${books.bramble}/reports/${report}`))?.status()).toBe(404);

  await page.goto(`/o/${books.bramble}`);
  await page.getByRole("button", { name: `Organisation: ${bramble}` }).click();
  const choice = page.getByRole("list", { name: "Organisations" }).getByRole("button");
  await expect(choice).toHaveCount(1);
  await choice.evaluate((button, id) => button.setAttribute("value", id), books.harakeke);
  await choice.click();
  await expect(page.getByRole("heading", { name: "Nothing is here" })).toBeVisible();
  await page.goto("/");
  await expect(page).toHaveURL(`/o/${books.bramble}`);
  expect(await latestJob(admin, books.harakeke)).toEqual(before);
  await context.close();
});

async function makeActive(page: Page, organisation: string): Promise<void> {
  await page.goto("/organisations");
  const row = page.getByRole("row", { name: new RegExp(organisation) });
  const button = row.getByRole("button", { name: /Make active/ });
  if ((await button.count()) > 0) await button.click();
  await expect(row.getByText("Active", { exact: true })).toBeVisible();
}

/** After React has taken the page over, which writes every field as the server sent it. */
async function tamper(page: Page, from: string, to: string): Promise<void> {
  const fields = page.locator(`main input[type=hidden][name=tenantId][value="${from}"]`);
  await takenOver(fields);
  await fields.evaluateAll((inputs, id) => {
    for (const input of inputs) input.setAttribute("value", id);
  }, to);
}

async function anyReportOf(page: Page, organisation: string): Promise<string> {
  await page.goto(`/o/${organisation}/reports`);
  const link = page.getByRole("table").getByRole("rowheader").getByRole("link").first();
  return (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
}
