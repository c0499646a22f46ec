// The real consent, walked through as a browser would: sign in, press Connect, choose an organisation in the stand-in, allow, come back.
import { type Browser, openBrowser, readForm } from "./browser.ts";

type SignIn = { appUrl: string; email: string; password: string };

/** A browser that is signed in. */
export async function signedIn({ appUrl, email, password }: SignIn): Promise<Browser> {
  const browser = openBrowser();
  const { csrfToken }: { csrfToken: string } = JSON.parse((await browser.get(`${appUrl}/api/auth/csrf`)).html);
  await browser.post(`${appUrl}/api/auth/callback/credentials`, { csrfToken, email, password, callbackUrl: appUrl });
  const session: { user?: unknown } = JSON.parse((await browser.get(`${appUrl}/api/auth/session`)).html);
  if (Object.keys(session).length === 0) throw new Error("Signing in as the demo's Admin failed. Remove the demo's data folder and start again.");
  return browser;
}

/** The organisations the stand-in offers, by Xero's id; there is no demo without one. */
export async function offeredOrganisations(browser: Browser, appUrl: string): Promise<string[]> {
  const page = await browser.post(`${appUrl}/api/xero/connect`, {});
  const offered = readForm(page.html).choices.filter(({ name }) => name === "organisation").map(({ value }) => value);
  if (offered.length === 0) throw new Error(`No organisation was offered to connect: Connect led to ${page.url.split("?")[0]} (status ${page.status}). Check the files given with --books.`);
  return offered;
}

/** Connects one organisation by a Xero login and gives our id of it. */
export async function connect(browser: Browser, appUrl: string, organisation: string, user = "demo"): Promise<string> {
  const consent = await browser.post(`${appUrl}/api/xero/connect`, {});
  const { hidden } = readForm(consent.html);
  const landed = await browser.post(new URL("/identity/connect/authorize", consent.url).href, { ...hidden, organisation, user, decision: "allow" });
  const tenantId = /\/o\/([0-9a-f-]{36})/.exec(landed.url)?.[1];
  if (!tenantId) throw new Error(`Connecting ended at ${landed.url} instead of the organisation's page.`);
  return tenantId;
}
