import { readdirSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { isInPart, restOfBrowserTests } from "./scripts/testing/parts.ts";

const root = process.getuid?.() === 0;
const quiet = ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
const executablePath = process.env.CHROMIUM_PATH;

/** `an-empty-installation` comes first by its name, for whatever comes before it fills the installation.
 * What a database could answer differently is tried on both; the others go once, shared out so that both servers are busy equally long. */
const onSqlite = ["custom-reports", "every-screen", "five-things", "month-end-packs", "pages", "period", "portfolio", "screenshots", "tags-of-accounts", "unruly-books", "under-xeros-names", "watched-figures", "webhooks", "what-is-proved", "what-was-budgeted", "wrong-addresses", "wrong-answers"];
const onPostgres = ["api", "api-keys", "by-tracking", "dashboard", "design", "invitations", "keyboard", "lighthouse", "people", "transactions", "two-tabs", "who-did-what", "who-owes-what", "wrong-consent"];
const specs = readdirSync("e2e").flatMap((file) => /^(.+)\.spec\.ts$/.exec(file)?.[1] ?? []);
const notOn = (others: readonly string[]) => specs.filter((name) => others.includes(name) || !isInPart(name, restOfBrowserTests)).map((name) => `**/${name}.spec.ts`);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  // Each database has a server of its own, so the two go side by side; within one, a file goes on from the one before.
  workers: 2,
  fullyParallel: false,
  // On two cores, with a server, a worker and a browser for each database: what is slow there is not wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    headless: true,
    screenshot: "only-on-failure",
    launchOptions: { ...(executablePath ? { executablePath } : {}), chromiumSandbox: false, args: [...(root ? ["--no-sandbox"] : []), ...quiet] },
  },
  projects: [
    { name: "sqlite", workers: 1, testIgnore: notOn(onPostgres), use: { baseURL: process.env.E2E_SQLITE_URL } },
    { name: "postgres", workers: 1, testIgnore: notOn(onSqlite), use: { baseURL: process.env.E2E_POSTGRES_URL } },
  ],
});
