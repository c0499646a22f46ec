// What the command line may say. A flag that cannot be understood is answered with a sentence, never guessed at.

import { readDay } from "./exact/day.ts";
import { refuse } from "./books/problem.ts";
import { type Webhook, webhook } from "./notices/notices.ts";

export type Flags = {
  readonly books: readonly string[];
  // Names of seeds; none is all of them.
  readonly seeds: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly limits: boolean;
  readonly journals: boolean;
  readonly today: string | undefined;
  readonly pageSize: number;
  readonly state: string | undefined;
  readonly webhook: Webhook | undefined;
};

const DEFAULT_PORT = 4010;
const LISTS = ["--books", "--seeds"];
const NAMES = ["--books", "--seeds", "--port", "--host", "--limits", "--journals", "--today", "--page-size", "--state", "--webhook"];

export function readFlags(written: readonly string[], environment: Readonly<Record<string, string | undefined>>): Flags {
  const values = pairs(written.filter((word) => word !== "--"));
  const last = (name: string) => values.filter(([flag]) => flag === name).at(-1)?.[1];
  const all = (name: string) => values.filter(([flag]) => flag === name).map(([, value]) => value);
  return {
    books: all("--books"),
    seeds: all("--seeds"),
    port: whole("--port", last("--port") ?? environment["SANDBOX_PORT"] ?? String(DEFAULT_PORT), 0, 65_535),
    host: last("--host") ?? "127.0.0.1",
    limits: choice("--limits", last("--limits") ?? "xero", "xero", "off"),
    journals: choice("--journals", last("--journals") ?? "off", "on", "off"),
    today: dayOrNothing(last("--today")),
    pageSize: whole("--page-size", last("--page-size") ?? "1000", 1, 1000),
    state: last("--state"),
    webhook: webhookAt(last("--webhook"), environment["XERO_WEBHOOK_KEY"]),
  };
}

function pairs(words: readonly string[]): readonly (readonly [string, string])[] {
  const found: [string, string][] = [];
  for (let index = 0; index < words.length; index++) {
    const [flag = "", joined] = (words[index] ?? "").split(/=(.*)/s);
    if (!NAMES.includes(flag)) refuse(`There is no flag ${flag}. Known are ${NAMES.join(", ")}.`);
    const value = joined ?? words[++index];
    if (value === undefined || value.startsWith("--")) refuse(`${flag} needs a value.`);
    found.push([flag, value]);
    // Several files, or several seeds, may follow.
    while (LISTS.includes(flag) && words[index + 1]?.startsWith("--") === false) found.push([flag, words[++index] ?? ""]);
  }
  return found;
}

function choice(flag: string, value: string, yes: string, no: string): boolean {
  if (value !== yes && value !== no) refuse(`${flag} should be ${yes} or ${no}, not "${value}".`);
  return value === yes;
}

function whole(flag: string, value: string, least: number, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most)) refuse(`${flag} should be a whole number from ${least} to ${most}, not "${value}".`);
  return number;
}

// The key is a secret, which others on the machine could read on a command line.
function webhookAt(url: string | undefined, key: string | undefined): Webhook | undefined {
  if (url === undefined) return undefined;
  const wanted = webhook.safeParse({ url, key });
  return wanted.success ? wanted.data : refuse("--webhook should be an http or https address, with the webhook's key in XERO_WEBHOOK_KEY.");
}

function dayOrNothing(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return readDay(value) ?? refuse(`--today should be a date like 2026-03-31, not "${value}".`);
}
