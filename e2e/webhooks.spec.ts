// A program hears of what happens: a webhook is made in the browser, and a real receiver proves with its secret what arrives.
import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "./testing/accessibility.ts";
import { harakeke, sync } from "./testing/organisations.ts";
import { ada, answered } from "./testing/people.ts";
import { type Receiver, startReceiver } from "./testing/receiver.ts";
import { test } from "./testing/test.ts";

let receivers: Receiver[] = [];
test.afterEach(() => {
  for (const receiver of receivers) receiver.close();
  receivers = [];
});

test("a test and a sync that came through reach a receiver, who proves both with the secret that was shown once", async ({ admin, books }) => {
  const receiver = await receive();
  const secret = await makeWebhook(admin, receiver.url, "Month end robot", ["A sync came through (sync.succeeded)"]);
  receiver.secrets.push(secret);
  // Scrolled down to the secret, half of the links above would lie under the header.
  await admin.evaluate(() => scrollTo(0, 0));
  await expectAccessible(admin);
  await admin.getByRole("link", { name: "Try it out" }).click();
  await expect(admin.getByText("Nothing sent yet")).toBeVisible();
  await expect(admin.getByRole("main")).not.toContainText(secret);
  await answered(admin, () => admin.getByRole("button", { name: "Send a test" }).click());
  await expect.poll(() => receiver.verified().map(({ type }) => type), { timeout: 30_000 }).toEqual(["webhook.test"]);

  const job = await sync(admin, books.harakeke);
  expect(job.status).toBe("succeeded");
  await expect.poll(() => receiver.verified().at(1), { timeout: 30_000 }).toMatchObject({ type: "sync.succeeded", tenant: { id: books.harakeke, name: harakeke }, data: { jobId: job.id } });
  await openWebhook(admin, "Month end robot");
  await expect(row(admin, "A sync came through")).toContainText("Taken");
  await expect(row(admin, "A test")).toContainText(/204, after \d+ ms/);
  await expectAccessible(admin);

  await answered(admin, () => admin.getByRole("button", { name: "Send again: A test" }).click());
  await expect.poll(() => receiver.verified().filter(({ type }) => type === "webhook.test").map(({ id }) => id)).toHaveLength(2);
  expect(new Set(receiver.verified().filter(({ type }) => type === "webhook.test").map(({ id }) => id)).size).toBe(1);
});

test("a secret is changed: for a day both sign, and a switched off webhook hears nothing", async ({ admin, books: _ }) => {
  const receiver = await receive();
  const before = await makeWebhook(admin, receiver.url, "Changing over", []);
  await admin.getByRole("link", { name: "Try it out" }).click();
  await admin.getByText("Change the secret…").click();
  await admin.getByRole("button", { name: "Make a new secret" }).click();
  await expect(admin.getByText("The secret is changed.")).toBeVisible();
  const after = await admin.getByText(/^whsec_/).innerText();
  expect(after).not.toBe(before);
  await admin.getByRole("button", { name: "Send a test" }).click();
  for (const secret of [before, after]) {
    receiver.secrets.splice(0, 1, secret);
    await expect.poll(() => receiver.verified().length, { timeout: 30_000 }).toBe(1);
  }
  await openWebhook(admin, "Changing over");
  await expect(admin.getByText(/signs as well until/)).toBeVisible();
  await admin.getByRole("button", { name: "Switch off" }).click();
  await expect(admin.getByRole("button", { name: "Switch on" })).toBeVisible();
  await expect(admin.getByRole("button", { name: "Send a test" })).toHaveCount(0);
});

test("an address in a private network is refused at its field, and what was chosen stays", async ({ admin, books: _ }) => {
  await admin.goto("/settings/webhooks");
  await admin.getByLabel("Description").fill("Inside");
  await admin.getByLabel("A report was made (report.ready)").check();
  for (const address of ["https://169.254.169.254/latest/meta-data/", "https://10.0.0.7/", "http://[::1]:5678/"]) {
    await admin.getByLabel("Address").fill(address);
    await answered(admin, () => admin.getByRole("button", { name: "Make webhook" }).click());
    await expect(admin.getByText("This address leads to this machine or into a private network, which is refused.")).toBeVisible();
    await expect(admin.getByLabel("Address")).toHaveValue(address);
  }
  await expect(admin.getByLabel("Description")).toHaveValue("Inside");
  await expect(admin.getByLabel("A report was made (report.ready)")).toBeChecked();
  await expectAccessible(admin);
});

test("a receiver that leads elsewhere is not followed, and the log says so", async ({ admin, books: _ }) => {
  const elsewhere = await receive();
  const receiver = await receive((response) => void response.writeHead(307, { location: elsewhere.url }).end("over there"));
  await makeWebhook(admin, receiver.url, "Moved house", []);
  await admin.getByRole("link", { name: "Try it out" }).click();
  await admin.getByRole("button", { name: "Send a test" }).click();
  await expect.poll(() => receiver.asked.length, { timeout: 30_000 }).toBeGreaterThan(0);
  await expect(async () => {
    await admin.reload();
    await expect(row(admin, "A test")).toContainText("The receiver answered 307, which leads elsewhere and is not followed. Give its final address.", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  expect(elsewhere.asked).toEqual([]);
});

test("without scripts a webhook is made, tried out, changed and removed", async ({ browser, stand, books: _ }) => {
  const receiver = await receive();
  const context = await browser.newContext({ baseURL: stand.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/settings/webhooks");
  await page.getByLabel("E-mail").fill(ada.email);
  await page.getByLabel("Password").fill(ada.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  receiver.secrets.push(await makeWebhook(page, receiver.url, "Plain", []));
  await page.getByRole("link", { name: "Try it out" }).click();
  await page.getByRole("button", { name: "Send a test" }).click();
  await expect(row(page, "A test")).toBeVisible();
  await expect.poll(() => receiver.verified().length, { timeout: 30_000 }).toBe(1);
  await page.getByLabel("Description").fill("Plainer");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("The webhook is changed.")).toBeVisible();
  await page.goto("/settings/webhooks");
  await page.getByRole("link", { name: "Plainer" }).click();
  await page.getByText("Remove…").click();
  await page.getByRole("button", { name: "Remove this webhook" }).click();
  await expect(page).toHaveURL("/settings/webhooks");
  await expect(page.getByRole("link", { name: "Plainer" })).toHaveCount(0);
  await context.close();
});

async function receive(...answering: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...answering);
  receivers.push(receiver);
  return receiver;
}

/** Of Harakeke, listening to some events, or to everything; gives the secret. */
async function makeWebhook(page: Page, url: string, description: string, events: readonly string[]): Promise<string> {
  await page.goto("/settings/webhooks");
  await page.getByLabel("Organisation", { exact: true }).selectOption(harakeke);
  await page.getByLabel("Address").fill(url);
  await page.getByLabel("Description").fill(description);
  if (events.length > 0) await page.getByLabel("Everything, also what comes later").uncheck();
  for (const event of events) await page.getByLabel(event).check();
  await page.getByRole("button", { name: "Make webhook" }).click();
  await expect(page.getByText("The webhook is made.")).toBeVisible();
  return page.getByText(/^whsec_/).innerText();
}

async function openWebhook(page: Page, description: string): Promise<void> {
  await page.goto("/settings/webhooks");
  await page.getByRole("link", { name: description, exact: true }).click();
  await expect(page.getByRole("table", { name: "Deliveries" })).toBeVisible();
}

function row(page: Page, event: string) {
  return page.getByRole("table", { name: "Deliveries" }).getByRole("row", { name: new RegExp(`^${event}`) }).first();
}
