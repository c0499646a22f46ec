// What is asked over HTTP, against the least that Next can answer with.
import { gzipSync } from "node:zlib";
import { makeReport } from "#lib/reports/create-report.ts";
import { documentsIn } from "./api-list.ts";
import { contest, mustAgree } from "./measure.ts";
import type { LoadedBooks } from "./load-books.ts";
import type { Site, Sites } from "./sites.ts";
import type { Line } from "./table.ts";

/** So many requests are one turn. */
const burst = 20;

export function apiRoute({ product, minimal }: Sites, { scope, key }: LoadedBooks): Promise<Line> {
  return contest({
    metric: "API list of 100 transactions over HTTP, with a key",
    goal: "≥ 0.75 of a bare Next route",
    times: burst,
    anchor: () => textAt(`${minimal.origin}/api/transactions?tenantId=${scope.tenantId}`),
    ours: () => textAt(`${product.origin}/api/v1/transactions?limit=100`, { authorization: `Bearer ${key}` }),
    figures: (expected, found) => [idsIn(expected), documentsIn(found).map((document) => document.split(" ")[0])],
  });
}

export async function dashboardPage({ product, minimal }: Sites, { scope }: LoadedBooks): Promise<Line> {
  await makeReport(scope, { type: "KPI_DASHBOARD", name: null, wishes: {} });
  const address = `${product.origin}/o/${scope.tenantId}`;
  const { html } = await product.browser.get(address);
  mustAgree("dashboard page", true, html.includes(`aria-label="Dashboard"`));
  const paragraphs = await paragraphsOf(minimal, html.length);
  return contest({
    metric: `dashboard page, ${Math.round(html.length / 1000)} kB of HTML, signed in`,
    goal: "≥ 0.7 of a bare Next page as large",
    times: burst,
    anchor: () => minimal.browser.get(`${minimal.origin}/sized?paragraphs=${paragraphs}`),
    ours: () => product.browser.get(address),
    figures: (expected, found) => [true, Math.abs(expected.html.length - found.html.length) < found.html.length / 50],
  });
}

export async function firstLoad({ product, minimal }: Sites, { scope }: LoadedBooks): Promise<Line> {
  const [own, least] = await Promise.all([scriptBytes(product, `/o/${scope.tenantId}`), scriptBytes(minimal, "/")]);
  return { metric: "first-load JS of the dashboard, gzipped", anchor: kilobytes(least), ours: kilobytes(own), ratio: least / own, goal: "≥ 0.67 (at most 1.5 times as much)" };
}

/** As many as make a page of that length; each adds the same. */
export async function paragraphsOf({ origin, browser }: Site, length: number): Promise<number> {
  const [empty, some] = [await browser.get(`${origin}/sized?paragraphs=100`), await browser.get(`${origin}/sized?paragraphs=1100`)];
  return 100 + Math.round(((length - empty.html.length) * 1000) / (some.html.length - empty.html.length));
}

/** Of the scripts that a page loads before anybody touches it. */
async function scriptBytes({ origin, browser }: Site, path: string): Promise<number> {
  const { html } = await browser.get(`${origin}${path}`);
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/\bnomodule\b/i.test(tag));
  const scripts = await Promise.all([...new Set(tags.map(([, source = ""]) => source))].map((source) => textAt(new URL(source, origin).href)));
  return scripts.reduce((bytes, script) => bytes + gzipSync(script).length, 0);
}

async function textAt(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.text();
}

function idsIn(text: string): string[] {
  const rows: [string][] = JSON.parse(text);
  return rows.map(([id]) => id);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
