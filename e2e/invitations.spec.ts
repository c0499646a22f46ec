// How a second person comes in, what they see from then on, and how they are let out again.
import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, expectAccessibleOnADarkPhone } from "./testing/accessibility.ts";
import { bramble, harakeke } from "./testing/organisations.ts";
import { accountButton, answered, ben, fillIn, type Person, signIn } from "./testing/people.ts";
import { test } from "./testing/test.ts";

const mere: Person = { firstName: "Mere", lastName: "Kingi", email: "mere@daybook.example", password: "nine slow harbour ferries" };
const closed = "This invitation does not hold any more";

test("somebody new comes in by a link, once, with the role and the books they were invited to", async ({ admin, browser, stand, books }) => {
  await admin.goto("/settings/members");
  await expectAccessible(admin);
  await admin.getByLabel("Role", { exact: true }).selectOption("Accountant");
  await admin.getByRole("checkbox", { name: harakeke }).check();
  await admin.getByLabel("E-mail").fill("not an address");
  await admin.getByRole("button", { name: "Make the link" }).click();
  await expect(admin.getByText("This is not an e-mail address.")).toBeVisible();
  await expect(admin.getByRole("checkbox", { name: harakeke })).toBeChecked();
  await admin.getByLabel("E-mail").fill(mere.email);
  const link = await makeLink(admin);
  await expectAccessibleOnADarkPhone(admin);

  const page = await strangersPage(browser, stand.url);
  await page.request.get(link);
  await page.goto(link);
  await expect(page.getByText("Your role will be Accountant.")).toBeVisible();
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);
  await fillIn(page, { ...mere, email: "eve@daybook.example" });
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page.getByText("This invitation is for another e-mail.")).toBeVisible();
  await page.getByLabel("E-mail").fill(mere.email);
  await page.getByLabel("Password").fill(mere.password);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(page).toHaveURL(`/o/${books.harakeke}`);
  await expect(accountButton(page, mere)).toBeVisible();
  expect((await page.goto(`/o/${books.bramble}`))?.status()).toBe(404);

  const later = await strangersPage(browser, stand.url);
  await later.goto(link);
  await expect(later.getByRole("heading", { name: closed })).toBeVisible();
  await expectAccessible(later);
  await admin.goto("/settings/members");
  await expect(invitationOf(admin, mere.email)).toContainText(/Accepted ?by Mere Kingi/);
});

test("a link that was withdrawn opens nothing, and looks like one that never was", async ({ admin, browser, stand, books: _ }) => {
  await admin.goto("/settings/members");
  await admin.getByLabel("E-mail").fill("left@daybook.example");
  const link = await makeLink(admin);
  await admin.goto("/settings/members");
  await answered(admin, () => admin.getByRole("button", { name: "Withdraw the invitation for left@daybook.example" }).click());
  await expect(invitationOf(admin, "left@daybook.example")).toContainText("Withdrawn");
  const page = await strangersPage(browser, stand.url);
  const seen: string[] = [];
  for (const address of [link, "/invitation?token=never", "/invitation"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: closed })).toBeVisible();
    seen.push(await page.getByRole("main").innerText());
  }
  expect(new Set(seen).size).toBe(1);
});

test("who has an account accepts with it and keeps their role; taken away, the books are gone from the next click and for the next request of a key", async ({ admin, browser, stand, books, secondPerson, request }) => {
  await admin.goto("/settings/members");
  await admin.getByLabel("Role", { exact: true }).selectOption("Admin");
  await admin.getByRole("checkbox", { name: bramble }).check();
  const link = await makeLink(admin);
  const page = await strangersPage(browser, stand.url);
  await page.goto(link);
  await page.getByRole("link", { name: "Sign in and accept with it" }).click();
  await page.getByLabel("E-mail").fill(secondPerson.email);
  await page.getByLabel("Password").fill(secondPerson.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("You keep the role that you have here.")).toBeVisible();
  await page.getByRole("button", { name: "Accept as Ben Clerk" }).click();
  await expect(page).toHaveURL("/organisations");
  await page.getByRole("link", { name: bramble }).click();
  await expect(page.getByRole("heading", { name: bramble, level: 1 })).toBeVisible();
  expect((await page.goto("/settings/members"))?.status()).toBe(404);

  await page.goto("/settings/api-keys");
  await page.getByLabel("Name", { exact: true }).fill("Ben's reader");
  await page.getByRole("button", { name: "Make key" }).click();
  const key = await page.getByText(/^dbk_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}$/).innerText();
  const asked = async () => (await request.get(`/api/v1/tenants/${books.bramble}`, { headers: { authorization: `Bearer ${key}` } })).status();
  expect(await asked()).toBe(200);

  await admin.goto(`/o/${books.bramble}/settings/members`);
  await expectAccessible(admin);
  await expectAccessibleOnADarkPhone(admin);
  await answered(admin, () => admin.getByRole("button", { name: "Take away the membership of Ben Clerk" }).click());
  await expect(admin.getByRole("table", { name: `Members of ${bramble}` }).getByRole("row", { name: /Ben Clerk/ })).toHaveCount(0);
  expect(await asked()).toBe(404);
  expect((await page.goto(`/o/${books.bramble}`))?.status()).toBe(404);
  await page.goto("/");
  await expect(page).toHaveURL("/organisations");
  await answered(admin, () => admin.getByRole("button", { name: "Take away the membership of Ada Keeper" }).click());
  await expect(admin.getByRole("alert").filter({ hasText: "This is the last Admin who sees this organisation." })).toBeVisible();
});

test("an Admin adds somebody who has an account already, and takes them out again", async ({ admin, browser, stand, books, secondPerson }) => {
  await admin.goto(`/o/${books.bramble}/settings/members`);
  await admin.getByLabel("Person").selectOption({ label: `Ben Clerk (${ben.email})` });
  await admin.getByRole("button", { name: "Add", exact: true }).click();
  const row = admin.getByRole("table", { name: `Members of ${bramble}` }).getByRole("row", { name: /Ben Clerk/ });
  await expect(row).toContainText("Standard");
  const page = await strangersPage(browser, stand.url);
  await signIn(page, secondPerson);
  await expect(page).toHaveURL(`/o/${books.bramble}`);
  await admin.getByRole("button", { name: "Take away the membership of Ben Clerk" }).click();
  await expect(row).toHaveCount(0);
});

test("the first steps say what is done, lead to where the others are, and stay away once hidden", async ({ browser, stand, books }) => {
  const page = await strangersPage(browser, stand.url);
  await signIn(page, mere);
  await page.goto(`/o/${books.harakeke}`);
  const steps = page.getByRole("group").filter({ has: page.getByRole("heading", { name: "First steps" }) });
  await expect(steps.getByText(/^[34] of 5 done$/)).toBeVisible();
  await steps.getByRole("heading", { name: "First steps" }).click();
  await expect(steps.getByRole("listitem").filter({ hasText: "Connect Xero" })).toContainText("(done)");
  await expect(steps.getByText("Invite somebody")).toHaveCount(0);
  await expectAccessible(page);
  await expectAccessibleOnADarkPhone(page);
  await steps.getByRole("link", { name: "Make an API key" }).click();
  await expect(page).toHaveURL("/settings/api-keys");
  await page.goto(`/o/${books.harakeke}`);
  await steps.getByRole("heading", { name: "First steps" }).click();
  await page.getByRole("button", { name: "Hide the first steps" }).click();
  await expect(steps).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("region", { name: "Dashboard" })).toBeVisible();
  await expect(steps).toHaveCount(0);
});

async function makeLink(admin: Page): Promise<string> {
  await admin.getByRole("button", { name: "Make the link" }).click();
  await expect(admin.getByText("The invitation is made.")).toBeVisible();
  return admin.getByText(/^http\S+\/invitation\?token=[\w-]{43}$/).innerText();
}

function invitationOf(admin: Page, email: string) {
  return admin.getByRole("table", { name: "Invitations" }).getByRole("row", { name: new RegExp(email) });
}

async function strangersPage(browser: Browser, baseURL: string): Promise<Page> {
  return (await browser.newContext({ baseURL })).newPage();
}
