// Connecting an organisation as a person does it, and waiting for what the worker makes of it.
import { expect, type Page } from "@playwright/test";

export const harakeke = "Harakeke Advisory Limited";
export const bramble = "Bramble & Finch Limited";

type Job = { id: string; status: string; done: boolean; error: { code: string; message: string } | null; result: { objects: Record<string, { fetched: number; written: number }> } | null };

/** From Connect to the organisation's page; gives our id of it. */
export async function connect(page: Page, organisation: string | RegExp, xeroUser = "demo"): Promise<string> {
  await page.goto("/organisations");
  await page.getByRole("button", { name: "Connect Xero" }).click();
  return consent(page, organisation, xeroUser);
}

/** Xero's own page. */
export async function consent(page: Page, organisation: string | RegExp, xeroUser = "demo"): Promise<string> {
  await expect(page.getByRole("heading", { name: "Connect an organisation" })).toBeVisible();
  await page.getByRole("radio", { name: organisation }).check();
  await page.getByLabel("Signed in as").fill(xeroUser);
  await page.getByRole("button", { name: "Allow access" }).click();
  await page.waitForURL(/\/o\/[0-9a-f-]{36}$/);
  return idIn(page.url());
}

export function idIn(address: string): string {
  return /\/o\/([0-9a-f-]{36})/.exec(address)?.[1] ?? "";
}

export async function latestJob(page: Page, organisation: string): Promise<Job | null> {
  const response = await page.request.get(`/api/o/${organisation}/sync`);
  expect(response.status()).toBe(200);
  const { job }: { job: Job | null } = await response.json();
  return job;
}

/** The job of the sync that was asked for last, once it has ended. */
export async function endOfSync(page: Page, organisation: string, timeout = 110_000): Promise<Job> {
  const ended = async () => (await latestJob(page, organisation))?.done;
  await expect.poll(ended, { message: "the sync ends", timeout, intervals: [200] }).toBe(true);
  const job = await latestJob(page, organisation);
  if (!job) throw new Error("There is no sync.");
  return job;
}

/** Asks for a sync on the overview and waits for its end. */
export async function sync(page: Page, organisation: string, button: "Sync now" | "Full sync" = "Sync now"): Promise<Job> {
  const before = await latestJob(page, organisation);
  await page.goto(`/o/${organisation}`);
  await page.getByRole("button", { name: button }).click();
  await expect.poll(async () => (await latestJob(page, organisation))?.id, { message: "a sync is begun" }).not.toBe(before?.id);
  return endOfSync(page, organisation);
}

/** The newest profit and loss, from the overview. */
export async function openProfitAndLoss(page: Page, organisation: string): Promise<void> {
  await page.goto(`/o/${organisation}`);
  await page.getByRole("table", { name: "Stored statements" }).getByRole("link", { name: /^Profit and Loss/ }).first().click();
  await expect(page.getByRole("heading", { name: "Profit and Loss", level: 1 })).toBeVisible();
}

export function statement(page: Page) {
  return page.getByRole("table", { name: /^(Profit and Loss|Balance Sheet) of / });
}

/** The figures of a row of the statement, each a link to its proof. */
export function figures(page: Page, row: string) {
  return statement(page).getByRole("row", { name: new RegExp(`^${row}`) }).getByRole("link");
}
