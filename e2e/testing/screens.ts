// Every screen there is, in one table: whoever holds screens to something holds all of them to it. A new page is added here.
import { expect, type Page } from "@playwright/test";

/** `open` is what is pressed once the page is there, for what has no address of its own. */
export type Screen = { name: string; address: string; open?: (page: Page) => Promise<void> };

export const signedOut: readonly Screen[] = [
  { name: "sign-in", address: "/sign-in" },
  { name: "registration", address: "/register" },
  { name: "an invitation that does not hold", address: "/invitation?token=none" },
  { name: "a sign-in link that is used up", address: "/sign-in/link?token=none" },
];

const ownScreens: readonly Screen[] = [
  { name: "organisations", address: "/organisations" },
  { name: "profile", address: "/settings/profile" },
  { name: "API keys", address: "/settings/api-keys" },
  { name: "pack templates", address: "/settings/pack-templates" },
  { name: "webhooks", address: "/settings/webhooks" },
  { name: "members", address: "/settings/members" },
  { name: "audit of the installation", address: "/settings/audit" },
  { name: "API reference", address: "/docs/api" },
  { name: "problems of the API", address: "/docs/api/problems" },
  { name: "nothing here", address: "/nothing-is-here" },
];

const statementTypes = ["Profit and Loss", "Balance Sheet", "Statement of Cash Flows", "Budget Variance", "Aged Receivables", "Aged Payables"];
/** The others are proved by the same drawer. */
const proven = ["Profit and Loss", "Aged Receivables"];

/** What somebody who is signed in sees of one organisation, and of everything else. */
export function everyScreen(organisation: string, found: Found): Screen[] {
  return [...screensOf(organisation, found), ...ownScreens];
}

/** The screens of one organisation's books. */
export function screensOf(organisation: string, { reports, document, pack, proofs }: Found): Screen[] {
  const home = `/o/${organisation}`;
  return [
    { name: "dashboard", address: home },
    { name: "switcher", address: home, open: openSwitcher },
    { name: "palette", address: `${home}/tie-out`, open: openPalette },
    { name: "transactions", address: `${home}/transactions` },
    ...(document ? [{ name: "a document", address: document }] : []),
    { name: "reports", address: `${home}/reports` },
    ...Object.entries(reports).map(([name, address]) => ({ name, address })),
    ...Object.entries(proofs).map(([name, address]) => ({ name: `a proof of ${name}`, address })),
    { name: "packs", address: `${home}/reports/packs` },
    ...(pack ? [{ name: "a pack", address: pack }] : []),
    { name: "budgets", address: `${home}/reports/budgets` },
    { name: "custom reports", address: `${home}/reports/custom` },
    { name: "alerts", address: `${home}/alerts` },
    { name: "accounts", address: `${home}/accounts` },
    { name: "items", address: `${home}/accounts/items` },
    { name: "tie-out", address: `${home}/tie-out` },
    { name: "health of the books", address: `${home}/health` },
    { name: "settings of the organisation", address: `${home}/settings` },
    { name: "members of the organisation", address: `${home}/settings/members` },
    { name: "audit of the organisation", address: `${home}/settings/audit` },
  ];
}

/** Where the stored things of an organisation are: a report of each type, a proof in a statement and in an aged report, a document, a pack. */
export type Found = { reports: Record<string, string>; proofs: Record<string, string>; document: string | undefined; pack: string | undefined };

/** Asks pages for their links, as somebody who may make reports; makes those that are missing. */
export async function findScreens(page: Page, organisation: string): Promise<Found> {
  const reports: Record<string, string> = {};
  const proofs: Record<string, string> = {};
  for (const type of statementTypes) {
    const address = await findReport(page, organisation, type);
    if (address) reports[type] = address;
    if (!address || !proven.includes(type)) continue;
    await page.goto(address);
    const [proof] = await hrefs(page, ".statement td a");
    if (proof) proofs[type] = proof;
  }
  await page.goto(`/o/${organisation}`);
  const [keyFigures] = await hrefs(page, "section[aria-label=Dashboard] h2:text('All key figures') ~ a");
  if (keyFigures) reports["All key figures"] = keyFigures;
  await page.goto(`/o/${organisation}/transactions`);
  const [document] = await hrefs(page, "main tbody th a");
  return { reports, proofs, document, pack: await storedPack(page, organisation) };
}

/** The newest pack; one is made where there is none. */
export async function storedPack(page: Page, organisation: string): Promise<string> {
  await page.goto(`/o/${organisation}/reports/packs`);
  const [pack] = await hrefs(page, "main tbody th a");
  if (pack) return pack;
  await page.getByRole("button", { name: "Make the pack" }).click();
  await page.waitForURL(/\/packs\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** The address of the newest of its type. */
export async function storedReport(page: Page, organisation: string, type: string): Promise<string | undefined> {
  const answer = await page.request.get(`/api/o/${organisation}/recent-reports`);
  const { reports }: { reports: { href: string; name: string }[] } = await answer.json();
  return reports.find(({ name }) => name.startsWith(type))?.href;
}

/** The newest of its type, or one made now; undefined where it cannot be made of these books: without a budget there is nothing to vary from. */
export async function findReport(page: Page, organisation: string, type: string): Promise<string | undefined> {
  return (await storedReport(page, organisation, type)) ?? (await makeReport(page, organisation, type));
}

async function makeReport(page: Page, organisation: string, type: string): Promise<string | undefined> {
  await page.goto(`/o/${organisation}/reports`);
  const choice = page.getByLabel("Report", { exact: true });
  if ((await choice.getByRole("option", { name: type, exact: true, includeHidden: true }).count()) === 0) return undefined;
  await choice.selectOption({ label: type });
  await page.getByRole("button", { name: "Make report" }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

function hrefs(page: Page, links: string): Promise<string[]> {
  return page.locator(links).evaluateAll((found) => found.map((link) => link.getAttribute("href") ?? ""));
}

async function openSwitcher(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Organisation: / }).click();
  await expect(page.getByRole("dialog", { name: "Choose an organisation" })).toBeVisible();
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeVisible();
}
