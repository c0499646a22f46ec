// The tests' own `test`. Each file can run by itself: who asks for `books` gets an installation with its first Admin and both organisations
// synced, found where an earlier file has made it.
import { type Browser, type BrowserContext, test as base, type Page } from "@playwright/test";
import { bramble, connect, endOfSync, harakeke, idIn } from "./organisations.ts";
import { startOwnServer, type OwnServer } from "./own-server.ts";
import { ada, ben, fillIn, isSignedIn, type Person, signIn } from "./people.ts";
import { type Stand, standOf } from "./stand.ts";
import { type Xero, xeroAt } from "./xero.ts";

/** Our ids of both organisations. */
export type Books = { harakeke: string; bramble: string };
type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

type OfTest = { xero: Xero; admin: Page };
type OfWorker = { stand: Stand; ownServer: OwnServer; books: Books; known: Map<string, Cookies>; secondPerson: Person };

export const test = base.extend<OfTest, OfWorker>({
  stand: [async ({ browserName: _ }, use, { project }) => use(standOf(project.name)), { scope: "worker" }],
  known: [async ({ browserName: _ }, use) => use(new Map()), { scope: "worker" }],
  ownServer: [
    async ({ stand }, use) => {
      const server = await startOwnServer(stand);
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  books: [async ({ browser, stand }, use) => use(await inPage(browser, stand.url, findBooks)), { scope: "worker", timeout: 300_000 }],
  secondPerson: [
    async ({ browser, ownServer, books: _ }, use) => {
      await inPage(browser, ownServer.url, (page) => register(page, ben));
      await use(ben);
    },
    { scope: "worker" },
  ],
  xero: async ({ stand }, use) => {
    const xero = xeroAt(stand.xero);
    await use(xero);
    await xero.forgetTrouble();
  },
  /** A page of the first Admin's. */
  admin: async ({ page, context, known, books: _ }, use) => {
    await enter(context, page, ada, known);
    await use(page);
  },
});

/** Signs in with a session of before where it still holds. */
export async function enter(context: BrowserContext, page: Page, person: Person, known: Map<string, Cookies>): Promise<void> {
  await context.addCookies(known.get(person.email) ?? []);
  if (known.has(person.email) && (await isSignedIn(context))) return;
  await signIn(page, person);
  known.set(person.email, await context.cookies());
}

async function inPage<Found>(browser: Browser, baseURL: string, work: (page: Page) => Promise<Found>): Promise<Found> {
  const context = await browser.newContext({ baseURL });
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function findBooks(page: Page): Promise<Books> {
  await page.goto("/set-up");
  if (page.url().endsWith("/set-up")) {
    await fillIn(page, ada);
    await page.getByRole("button", { name: "Set up" }).click();
    await page.waitForURL("**/organisations");
  } else {
    await signIn(page, ada);
  }
  return { harakeke: await findOrganisation(page, harakeke), bramble: await findOrganisation(page, bramble) };
}

async function findOrganisation(page: Page, name: string): Promise<string> {
  await page.goto("/organisations");
  const link = page.getByRole("link", { name, exact: true });
  if ((await link.count()) > 0) return idIn((await link.getAttribute("href")) ?? "");
  const id = await connect(page, name);
  await endOfSync(page, id);
  return id;
}

/** Registering somebody who is known already says the same and changes nothing. */
export async function register(page: Page, person: Person): Promise<void> {
  await page.goto("/register");
  await fillIn(page, person);
  await page.getByRole("button", { name: "Make my account" }).click();
  await page.waitForURL("**/sign-in?registered=1");
}

