// The way to Xero and back, with everything that can go wrong on it. What is refused connects nothing and says what to do.
import { expect, type Page } from "@playwright/test";
import { bramble, connect, consent, harakeke } from "./testing/organisations.ts";
import { enter, test } from "./testing/test.ts";

const belongsToNothing = "This answer from Xero belongs to no connection begun here in the last 15 minutes. Nothing was connected; begin again.";

test("an answer with a state that nobody gave connects nothing", async ({ admin: page }) => {
  for (const query of ["?state=made-up&code=made-up", "?code=made-up", "?state=&code=", "", "?state=a&state=b&code=c"]) {
    await page.goto(`/api/xero/callback${query}`);
    await expectRefusal(page, belongsToNothing);
    // The sentence lives in a cookie, and would answer for the next one.
    await page.context().clearCookies({ name: "daybook.connect-problem" });
  }
});

test("an answer without its code connects nothing", async ({ admin: page }) => {
  await page.goto(`/api/xero/callback?state=${await begin(page)}`);
  await expectRefusal(page, "Xero did not give access (no code). Nothing was connected; begin again.");
});

test("who refuses consent in Xero is told that nothing was connected", async ({ admin: page }) => {
  await page.goto("/organisations");
  await page.getByRole("button", { name: "Connect Xero" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expectRefusal(page, "You did not give Daybook access in Xero, so nothing was connected.");
});

test("an answer is good once: neither its state nor its code works again", async ({ admin: page, baseURL }) => {
  let answer = "";
  page.on("request", (request) => {
    if (request.url().startsWith(`${baseURL}/api/xero/callback`)) answer = request.url();
  });
  await page.goto("/organisations");
  await page.getByRole("button", { name: "Connect Xero" }).click();
  await consent(page, harakeke);
  const used = answer;
  await page.goto(used);
  await expectRefusal(page, belongsToNothing);
  await page.goto(`/api/xero/callback?state=${await begin(page)}&code=${new URL(used).searchParams.get("code")}`);
  await expectRefusal(page, "Xero did not accept the answer it gave us; it may have been used already. Begin again.");
});

test("a consent that one person began cannot be finished by another", async ({ admin, browser, stand, known, secondPerson }) => {
  const state = await begin(admin);
  const context = await browser.newContext({ baseURL: stand.url });
  const page = await context.newPage();
  await enter(context, page, secondPerson, known);
  await page.goto(`/api/xero/callback?state=${state}&code=any`);
  await expect(page.getByRole("main")).toContainText(/belongs to no connection begun here|needs the permission/);
  await context.close();
});

test("with Xero's door broken nothing is connected, and the same button works afterwards", async ({ admin: page, xero }) => {
  for (const kind of ["html500", "malformed"]) {
    await xero.order({ match: "POST /connect/token", kind, times: 10 });
    await page.goto("/organisations");
    await page.getByRole("button", { name: "Connect Xero" }).click();
    await page.getByRole("radio", { name: bramble }).check();
    await page.getByRole("button", { name: "Allow access" }).click();
    await expect(page).toHaveURL("/organisations");
    await expect(page.getByRole("alert").filter({ hasText: "Xero was not connected" })).toContainText(/[a-z]{3,}.*\./);
    await expect(page.getByRole("main")).not.toContainText(/Error|at .*\.js|undefined/);
    await xero.forgetTrouble();
  }
  await connect(page, bramble);
});

/** Begins a consent and leaves it at that; gives its state. */
async function begin(page: Page): Promise<string> {
  await page.goto("/organisations");
  await page.getByRole("button", { name: "Connect Xero" }).click();
  await expect(page.getByRole("heading", { name: "Connect an organisation" })).toBeVisible();
  return new URL(page.url()).searchParams.get("state") ?? "";
}

async function expectRefusal(page: Page, sentence: string): Promise<void> {
  await expect(page).toHaveURL("/organisations");
  await expect(page.getByRole("alert").filter({ hasText: "Xero was not connected" })).toContainText(sentence);
}
