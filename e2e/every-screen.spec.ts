// Every screen, as each role sees it. `npm test` walks all of them as an Accountant, on a desk in the light and on a phone in the dark, and three as
// those who may do less; `npm run test:a11y` walks all of them as everybody, at every width, in both themes.
import { type Browser, expect, type Page } from "@playwright/test";
import { expectAccessible, type Look, look } from "./testing/accessibility.ts";
import { bramble, harakeke } from "./testing/organisations.ts";
import { accountButton, fillIn, type Person } from "./testing/people.ts";
import { everyScreen, findReport, findScreens, type Screen, signedOut } from "./testing/screens.ts";
import { test } from "./testing/test.ts";

const long = process.env.TEST_LONG === "yes";
const briefLooks: readonly Look[] = [
  { width: 1280, theme: "light" },
  { width: 390, theme: "dark" },
];
const allLooks: readonly Look[] = [390, 768, 1280, 1920].flatMap((width) => [{ width, theme: "light" } as const, { width, theme: "dark" } as const]);
const looks = long ? allLooks : briefLooks;

const few = ["dashboard", "transactions", "Profit and Loss"];
const roles = ["Accountant", "Executive", "ReadOnly", ...(long ? ["Admin", "Standard"] : [])];

test("screens before sign-in are easy to read for everybody", async ({ page, books: _ }) => {
  await walk(page, signedOut);
});

for (const role of roles) {
  const all = long || role === "Accountant";
  test(`${all ? "every screen" : few.join(", ")} as ${role}: easy to read for everybody`, async ({ admin, browser, stand, books }) => {
    test.setTimeout(long ? 5_400_000 : 900_000);
    const screens = [...(await screensOfBooks(admin, long ? books.harakeke : books.bramble)), ...(all && !long ? await varianceOf(admin, books.harakeke) : [])];
    const page = await pageOf(role, admin, browser, stand.url);
    await walk(page, all ? screens : screens.filter(({ name }) => few.includes(name)));
    await page.context().close();
  });
}

async function screensOfBooks(admin: Page, organisation: string): Promise<Screen[]> {
  return everyScreen(organisation, await findScreens(admin, organisation));
}

/** The smaller books have every screen with fewer rows, but no budget to vary from. */
async function varianceOf(admin: Page, organisation: string): Promise<Screen[]> {
  const name = "Budget Variance";
  const address = await findReport(admin, organisation, name);
  if (!address) throw new Error("There is no budget to vary from.");
  return [{ name, address }];
}

/** In each look; what is open for one look is opened anew for the next. */
async function walk(page: Page, screens: readonly Screen[]): Promise<void> {
  for (const { name, address, open } of screens) {
    await look(page, looks[0] ?? { width: 1280, theme: "light" });
    await page.goto(address);
    await open?.(page);
    for (const each of looks) {
      await look(page, each);
      await expectAccessible(page, `${name} at ${each.width}, ${each.theme}`);
    }
  }
}

/** Somebody new of that role, come in by an invitation. */
async function pageOf(role: string, admin: Page, browser: Browser, baseURL: string): Promise<Page> {
  const person: Person = { firstName: role, lastName: "Walker", email: `${role.toLowerCase()}@daybook.example`, password: "seven herons in low water" };
  const page = await (await browser.newContext({ baseURL })).newPage();
  await page.goto(await invitation(admin, role));
  await fillIn(page, person);
  await page.getByRole("button", { name: "Make my account" }).click();
  await expect(accountButton(page, person)).toBeVisible();
  return page;
}

async function invitation(admin: Page, role: string): Promise<string> {
  await admin.goto("/settings/members");
  await admin.getByLabel("Role", { exact: true }).selectOption(role);
  await admin.getByRole("checkbox", { name: long ? harakeke : bramble }).check();
  await admin.getByRole("button", { name: "Make the link" }).click();
  return admin.getByText(/^http\S+\/invitation\?token=[\w-]{43}$/).innerText();
}
