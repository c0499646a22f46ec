// What Lighthouse makes of the dashboard, beside a page of Next with nothing on it, and one as long with nothing but paragraphs: by turns, as a phone on a
// slow line, the median of five.
import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { findBrowser } from "../scripts/testing/browser.ts";
import type { LoadedBooks } from "./load-books.ts";
import { median } from "./measure.ts";
import type { Site, Sites } from "./sites.ts";
import type { Line } from "./table.ts";
import { paragraphsOf } from "./web.ts";

type Look = { performance: number; layoutShift: number };

const rounds = 5;

/** The dashboard is there already: its page was measured before. `port` is for the browser. */
export async function lighthouseLines({ product, minimal }: Sites, { scope }: LoadedBooks, port: number): Promise<Line[]> {
  const executablePath = findBrowser((line) => void process.stdout.write(`${line}\n`));
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), chromiumSandbox: false, args: [`--remote-debugging-port=${port}`] });
  const dashboard = `/o/${scope.tenantId}`;
  const { html } = await product.browser.get(`${product.origin}${dashboard}`);
  const asLong = `/sized?paragraphs=${await paragraphsOf(minimal, html.length)}`;
  const turns: { least: Look[]; long: Look[]; ours: Look[] } = { least: [], long: [], ours: [] };
  for (let round = 0; round < rounds; round += 1) {
    turns.least.push(await look(minimal, "/", port));
    turns.long.push(await look(minimal, asLong, port));
    turns.ours.push(await look(product, dashboard, port));
  }
  await browser.close();
  const of = (looks: readonly Look[], what: keyof Look) => median(looks.map((one) => one[what]));
  const [least, long, own] = [of(turns.least, "performance"), of(turns.long, "performance"), of(turns.ours, "performance")];
  return [
    { metric: "Lighthouse performance of the dashboard, of 100", anchor: points(least), ours: points(own), ratio: own / least, goal: "≥ the minimal page's − 3" },
    { metric: "the same beside a bare Next page as large", anchor: points(long), ours: points(own), ratio: own / long, goal: "" },
    { metric: "layout shift of the dashboard", anchor: of(turns.least, "layoutShift").toFixed(3), ours: of(turns.ours, "layoutShift").toFixed(3), ratio: null, goal: "0" },
  ];
}

async function look({ origin, browser }: Site, path: string, port: number): Promise<Look> {
  const cookie = browser.cookie(origin);
  const found = await lighthouse(`${origin}${path}`, { port, onlyCategories: ["performance"], logLevel: "error", ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}) });
  const result = found?.lhr;
  if (!result || result.runtimeError || result.finalDisplayedUrl !== `${origin}${path}`) throw new Error(`Lighthouse could not look at ${path}: ${result?.runtimeError?.message ?? `it was led to ${result?.finalDisplayedUrl}`}`);
  return { performance: (result.categories.performance?.score ?? 0) * 100, layoutShift: numeric(result, "cumulative-layout-shift") };
}

function numeric({ audits }: Result, audit: string): number {
  return audits[audit]?.numericValue ?? Number.NaN;
}

function points(score: number): string {
  return score.toFixed(0);
}
