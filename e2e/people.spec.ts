// Who is let in, how far, and until when.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { command } from "./testing/commands.ts";
import { bramble, connect, endOfSync } from "./testing/organisations.ts";
import { accountButton, ada, answered, ben, giveRole, isSignedIn, signIn, trySigningIn } from "./testing/people.ts";
import { register, test } from "./testing/test.ts";

const cleo = { firstName: "Cleo", lastName: "Visitor", email: "cleo@daybook.example", password: "two kettles and a lantern" };
const refused = "The e-mail or the password is wrong.";

test("a wrong password and an unknown e-mail get the same answer", async ({ page, secondPerson }) => {
  const answers: string[] = [];
  for (const email of [secondPerson.email, "nobody@daybook.example"]) {
    await trySigningIn(page, { email, password: "not the password of anybody" });
    await expect(page.getByRole("alert").filter({ hasText: refused })).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    answers.push((await page.getByRole("main").innerText()).trim());
  }
  expect(answers[0]).toBe(answers[1]);
  await expectAccessible(page);
});

test("signing out ends the session: the old cookie opens nothing", async ({ page, context, books: _ }) => {
  await signIn(page, ada);
  const cookies = await context.cookies();
  await accountButton(page, ada).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await context.addCookies(cookies);
  expect(await isSignedIn(context)).toBe(false);
  await page.goto("/organisations");
  await expect(page).toHaveURL("/sign-in?next=%2Forganisations");
});

test("who was led to sign in gets where they wanted, and nobody is led to another site", async ({ page, baseURL, books: _ }) => {
  await page.goto("/settings/members");
  await fillInAndEnter(page);
  await expect(page).toHaveURL("/settings/members");
  for (const evil of ["//evil.example", "https://evil.example", "/\\evil.example", "/%2F/evil.example/..//"]) {
    await page.goto(`/sign-in?next=${encodeURIComponent(evil)}`);
    expect(new URL(page.url()).origin).toBe(baseURL);
  }
  await page.context().clearCookies();
  await page.goto("/sign-in?next=//evil.example");
  await fillInAndEnter(page);
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test("registration is closed unless the installation opens it; who registers then may do little", async ({ page, browser, ownServer, books: _ }) => {
  expect((await page.goto("/register"))?.status()).toBe(404);
  await page.goto("/sign-in");
  await expect(page.getByRole("link", { name: "Make an account" })).toHaveCount(0);

  const open = await browser.newContext({ baseURL: ownServer.url });
  const visitor = await open.newPage();
  await visitor.goto("/sign-in");
  await visitor.getByRole("link", { name: "Make an account" }).click();
  await expectAccessible(visitor);
  await register(visitor, cleo);
  await register(visitor, { ...ada, firstName: "Not Ada", password: "another one for the same address" });
  await expect(visitor.getByText("If this e-mail was not registered before, your account is ready: sign in.")).toBeVisible();
  await open.close();

  await signIn(page, cleo);
  await page.goto("/settings/profile");
  await expect(page.getByRole("definition").filter({ hasText: /^Standard$/ })).toBeVisible();
  await page.goto("/organisations");
  await expect(page.getByText("You belong to no organisation yet. Ask an administrator to add you to one.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Connect Xero" })).toHaveCount(0);
  expect((await page.goto("/settings/members"))?.status()).toBe(404);
});

test("a new role holds from the next click: who may only read sees no actions, and an old form does nothing", async ({ admin, browser, stand, books, secondPerson }) => {
  const context = await browser.newContext({ baseURL: stand.url });
  const page = await context.newPage();
  await signIn(page, secondPerson);
  await giveRole(admin, secondPerson, "Accountant");
  await connect(page, bramble, "ben");
  const { id } = await endOfSync(page, books.bramble);
  await page.goto(`/o/${books.bramble}`);
  await expect(page.getByRole("button", { name: "Sync now" })).toBeVisible();

  await giveRole(admin, secondPerson, "ReadOnly");
  await page.getByRole("button", { name: "Sync now" }).click();
  await expect(page.getByRole("button", { name: "Sync now" })).toBeVisible();
  await expect(page.getByRole("alert").first()).toContainText("This needs the permission sync:write.");
  await page.goto(`/o/${books.bramble}`);
  await expect(page.getByRole("heading", { name: bramble })).toBeVisible();
  for (const action of ["Sync now", "Full sync", "Connect Xero"]) await expect(page.getByRole("button", { name: action })).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Settings" })).toHaveCount(0);
  await page.goto(`/o/${books.bramble}/reports`);
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make report" })).toHaveCount(0);
  expect((await page.goto(`/o/${books.bramble}/settings`))?.status()).toBe(404);
  const response = await page.request.get(`/api/o/${books.bramble}/sync`);
  expect(await response.json()).toMatchObject({ job: { id } });
  await context.close();
});

test("who is deactivated is signed out at once and cannot return, until somebody lets them", async ({ admin, browser, stand, secondPerson }) => {
  const context = await browser.newContext({ baseURL: stand.url });
  const page = await context.newPage();
  await signIn(page, secondPerson);
  await admin.goto("/settings/members");
  await answered(admin, () => admin.getByRole("button", { name: "Deactivate Ben Clerk" }).click());
  await page.goto("/organisations");
  await expect(page).toHaveURL("/sign-in?next=%2Forganisations");
  await trySigningIn(page, secondPerson);
  await expect(page.getByRole("alert").filter({ hasText: refused })).toBeVisible();
  await answered(admin, () => admin.getByRole("button", { name: "Reactivate Ben Clerk" }).click());
  await signIn(page, secondPerson);
  await context.close();
});

test("one Admin always remains", async ({ admin }) => {
  await giveRole(admin, ada, "ReadOnly");
  await expect(admin.getByRole("alert").filter({ hasText: "This is the last active Admin. Make somebody else Admin first." })).toBeVisible();
  await answered(admin, () => admin.getByRole("button", { name: "Deactivate Ada Keeper" }).click());
  await admin.goto("/settings/profile");
  await expect(admin.getByRole("definition").filter({ hasText: /^Admin$/ })).toBeVisible();
});

test("a sign-in link made on the server's machine signs in once", async ({ page, browser, stand, books: _ }) => {
  const link = /http\S+/.exec(await command(stand, "sign-in-link", "--email", ada.email))?.[0] ?? "";
  await page.request.get(link);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign me in" }).click();
  await expect(accountButton(page, ada)).toBeVisible();

  const again = await browser.newContext({ baseURL: stand.url });
  const second = await again.newPage();
  await second.goto(link);
  await second.getByRole("button", { name: "Sign me in" }).click();
  await expect(second.getByRole("alert").filter({ hasText: "This link has been used, or has expired." })).toBeVisible();
  expect(await isSignedIn(again)).toBe(false);
  await again.close();
});

test("the profile shows role, last sign-in, and the organisations with the active one", async ({ admin }) => {
  await admin.goto("/settings/profile");
  for (const term of ["E-mail", "Role", "Last sign-in", "Organisations"]) await expect(admin.getByRole("term").filter({ hasText: term })).toBeVisible();
  await expect(admin.getByRole("definition").filter({ hasText: /just now|minutes? ago/ })).toBeVisible();
  const organisations = admin.getByRole("definition").getByRole("listitem");
  await expect(organisations).toHaveCount(2);
  await expect(organisations.filter({ hasText: "Active" })).toHaveCount(1);
});

test("people change their own name, and end a session they have elsewhere", async ({ page, browser, stand, secondPerson }) => {
  await signIn(page, secondPerson);
  const elsewhere = await browser.newContext({ baseURL: stand.url });
  await signIn(await elsewhere.newPage(), secondPerson);
  await page.goto("/settings/profile");
  await page.getByLabel("First name").fill("Benedict");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Your name is saved.")).toBeVisible();
  await expect(accountButton(page, { ...ben, firstName: "Benedict" })).toBeVisible();
  const others = page.getByRole("table", { name: "Where you are signed in" }).getByRole("button", { name: /^Sign out/ });
  await answered(page, () => others.first().click());
  expect(await isSignedIn(elsewhere)).toBe(false);
  await page.getByLabel("First name").fill(ben.firstName);
  await answered(page, () => page.getByRole("button", { name: "Save name" }).click());
  await elsewhere.close();
});

test("a new password needs the old one, signs out everywhere else, and is the only one from then on", async ({ page, browser, stand, secondPerson }) => {
  const changed = { ...secondPerson, password: "grey barge under nine bridges" };
  await signIn(page, secondPerson);
  const elsewhere = await browser.newContext({ baseURL: stand.url });
  await signIn(await elsewhere.newPage(), secondPerson);

  await changePassword(page, "not the current one", changed.password);
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await changePassword(page, secondPerson.password, "short");
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  expect(await isSignedIn(elsewhere)).toBe(true);
  await changePassword(page, secondPerson.password, changed.password);
  await expect(page.getByText("Your password is changed, and everywhere else you are signed out.")).toBeVisible();
  expect(await isSignedIn(elsewhere)).toBe(false);
  expect(await isSignedIn(page.context())).toBe(true);

  const [back] = elsewhere.pages();
  if (!back) throw new Error("The other page is gone.");
  await trySigningIn(back, secondPerson);
  await expect(back.getByRole("alert").filter({ hasText: refused })).toBeVisible();
  await signIn(back, changed);
  await changePassword(back, changed.password, secondPerson.password);
  await expect(back.getByText("Your password is changed, and everywhere else you are signed out.")).toBeVisible();
  await elsewhere.close();
});

async function fillInAndEnter(page: Page): Promise<void> {
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(accountButton(page, ada)).toBeVisible();
}

async function changePassword(page: Page, current: string, next: string): Promise<void> {
  await page.goto("/settings/profile");
  await page.getByLabel("Current password").fill(current);
  await page.getByLabel("New password").fill(next);
  await answered(page, () => page.getByRole("button", { name: "Change password" }).click());
}
